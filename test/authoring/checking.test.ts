/** Checks of drafts run beside the server's own thread: they hold up nobody, and one that cannot end is told. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { stopChecking } from '../../server/authoring/index.ts';
import type { CheckJob } from '../../server/authoring/checker/job.ts';
import { CheckingThread, NotChecked } from '../../server/authoring/checker/thread.ts';
import { DraftModel } from '../../server/authoring/draft.model.ts';
import { FOLDER, smallFolder } from '../content/support/folder.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const DRAFT = '/es/trainer/drafts/overview-2';
const LESSON = '/es/modules/overview-2/lessons/the-results-chain';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'ines@example.org');
  await trainer.post('/es/trainer/workshop', '/es/trainer/workshop/overview-2/open', {});
});
/** A version that nobody has checked. */
beforeEach(async () => {
  await DraftModel.updateMany({}, { $inc: { version: 1 } });
});
afterAll(async () => {
  await rumbo.stop();
});

const job = (es: string): CheckJob => ({
  folder: FOLDER,
  files: smallFolder({ es }),
  published: new Map(),
  elsewhere: new Map(),
});

test('lessons are handed out while a draft is being checked that takes seconds', async () => {
  // The dictionaries are read by now: from here on a check waits for nothing.
  await trainer.get(DRAFT);
  const before = await DraftModel.findById('overview-2').lean();
  await DraftModel.updateOne(
    { _id: 'overview-2' },
    { $set: { texts: before?.texts.map(atLength) }, $inc: { version: 1 } },
  );
  const answered: string[] = [];
  const note = async (name: string, asked: Promise<unknown>) => {
    await asked;
    answered.push(name);
  };
  const checked = note('draft', trainer.get(DRAFT));
  for (const visit of [1, 2, 3]) await note(`lesson ${visit}`, trainer.get(LESSON));
  await checked;
  expect(answered).toEqual(['lesson 1', 'lesson 2', 'lesson 3', 'draft']);
  await DraftModel.updateOne({ _id: 'overview-2' }, { $set: { texts: before?.texts } });
});

/** Each lesson thirty times as long. */
const atLength = <T extends { path: string; text: string }>(one: T): T =>
  /\/\d\d-/.test(one.path)
    ? {
        ...one,
        text: `${one.text}\n${'Cada ministerio revisa sus metas con el país entero. '.repeat(4_000)}\n`,
      }
    : one;

test('a check that was cut off is told on the draft’s page, and the next look checks again', async () => {
  const asked = trainer.get(DRAFT);
  const page = await cutOff(asked);
  expect(page.status).toBe(200);
  expect(page.text).toContain('La revisión no terminó');
  const again = await trainer.get(DRAFT);
  expect(again.text).not.toContain('La revisión no terminó');
  expect(again.text).not.toContain('No se puede publicar');
});

/** Ends the checking thread again and again until a page that waits for it is there. */
async function cutOff<T>(page: Promise<T>): Promise<T> {
  const ending = setInterval(() => void stopChecking(), 1);
  try {
    return await page;
  } finally {
    clearInterval(ending);
  }
}

test('a thread that died is begun anew', async () => {
  const thread = new CheckingThread();
  const cut = thread.check(job('Primera.'));
  await Promise.all([thread.stop(), expect(cut).rejects.toThrow(NotChecked)]);
  const { findings } = await thread.check(job('Un ![](../assets/none.svg) perdido.'));
  expect(findings.map(({ rule }) => rule)).toContain('images');
  await thread.stop();
});

test('of many checks at once the last are refused rather than held in memory, the others all made', async () => {
  const thread = new CheckingThread();
  const asked = Array.from({ length: 60 }, (_, index) => thread.check(job(`Texto ${index}.`)));
  const ends = await Promise.allSettled(asked);
  const made = ends.filter(({ status }) => status === 'fulfilled');
  // One is under way, fifty wait.
  expect(made).toHaveLength(51);
  expect(ends.slice(51).every((end) => end.status === 'rejected' && end.reason instanceof NotChecked)).toBe(
    true,
  );
  await thread.stop();
});
