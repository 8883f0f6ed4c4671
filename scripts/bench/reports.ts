/**
 * What trainers' lists cost with many people: 100,000 progress documents of 10,000 people, in turns with a scan
 * of them all. Run: npx tsx scripts/bench/reports.ts [progress documents]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Types } from 'mongoose';
import { UserModel } from '../../server/accounts/index.ts';
import { getCatalogue, publishContent } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { EnrolmentModel, ProgressModel, progressOf } from '../../server/learning/index.ts';
import { findPeople } from '../../server/people/people.ts';
import { projectRoot } from '../../server/root.ts';
import { WorksheetModel, worksheetsInLearning } from '../../server/worksheets/index.ts';

const PROGRESS = Number(process.argv[2] ?? 100_000);
const [MODULES_EACH, ROUNDS, A_BATCH] = [10, 7, 500];
const people = PROGRESS / MODULES_EACH;

const folder = await mkdtemp(join(tmpdir(), 'rumbo-bench-'));
const database = await connectDatabase({ mongodbUri: null, dataDir: folder });
try {
  await publishContent(await loadContent(join(projectRoot, 'modules-content')));
  const somebody = await fill();
  await measure(somebody);
} finally {
  await database.close();
  await rm(folder, { recursive: true });
}

async function fill(): Promise<string> {
  const modules = (await getCatalogue()).tracks
    .flatMap((track) => track.published.map(({ id, content }) => ({ track: track.id, id, content })))
    .slice(0, MODULES_EACH);
  let somebody = '';
  for (let from = 0; from < people; from += A_BATCH) {
    const ids = Array.from({ length: Math.min(A_BATCH, people - from) }, () => new Types.ObjectId());
    somebody = String(ids[0]);
    const now = new Date();
    await UserModel.collection.insertMany(
      ids.map((_id, index) => ({
        ...{ _id, email: `n${from + index}@example.org`, name: `Persona ${from + index} Ejemplo` },
        ...{ passwordHash: '', role: 'learner', language: 'es', country: 'GT', institution: 'Ejemplo' },
        ...{ demo: true, createdAt: now, updatedAt: now },
      })),
    );
    await EnrolmentModel.collection.insertMany(
      ids.map((user) => ({ _id: new Types.ObjectId(), user, track: 'overview', way: 'self', since: now })),
    );
    await ProgressModel.collection.insertMany(
      ids.flatMap((user) =>
        modules.map(({ track, id, content }, index) => ({
          ...{ _id: new Types.ObjectId(), user, module: id, track, revision: 1, begunOn: 1 },
          ...{ lessonsDone: content.lessons.map((lesson) => lesson.id), lastLesson: null, lastAt: now },
          ...{ seconds: 2_400, quiz: { best: 0.8, passedAt: now }, finishedAt: index < 6 ? now : null },
        })),
      ),
    );
    await WorksheetModel.collection.insertMany(
      ids.map((user) => ({
        ...{ _id: new Types.ObjectId(), user, module: 'overview-4', worksheet: 'landscape-basics' },
        ...{ revision: 1, version: 1, cells: {}, rows: {}, savedAt: now },
      })),
    );
  }
  return somebody;
}

async function measure(somebody: string): Promise<void> {
  const work: Record<string, () => Promise<unknown>> = {
    'bare scan of the progress': async () =>
      await ProgressModel.aggregate<unknown>([{ $group: { _id: null, sum: { $sum: '$seconds' } } }]),
    'people, first page': async () => await findPeople('', 1),
    'people, last page': async () => await findPeople('', Math.ceil(people / 25)),
    'people, by a name': async () => await findPeople('Persona 77 ', 1),
    'one person: all progress': async () => await progressOf(somebody),
    'one person: worksheets': async () => await worksheetsInLearning.begunBy(somebody),
  };
  const least = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(work)) {
      const start = performance.now();
      await run();
      least.set(name, Math.min(least.get(name) ?? Infinity, performance.now() - start));
    }
  }
  const scan = least.get('bare scan of the progress') ?? NaN;
  console.log(`${PROGRESS} progress documents of ${people} people, least of ${ROUNDS}:`);
  for (const [name, time] of least) {
    console.log(`  ${name.padEnd(28)} ${time.toFixed(1)} ms = ${(time / scan).toFixed(3)} scans`);
  }
}
