/**
 * What the editor's preview costs after a keystroke in a lesson of 1,000 words: rendering and checking, over bare
 * `marked` for the same text, the two in turn in one run; and the bytes of the editor. Run, after a build:
 * npx tsx scripts/bench/preview.ts
 */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marked } from 'marked';
import { previewText } from '../../server/authoring/draft-preview.ts';
import { getDraft, openDraft, textOf } from '../../server/authoring/drafts.ts';
import { publishContent } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { openEmbeddedDatabase } from '../../server/database/embedded/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { projectRoot } from '../../server/root.ts';

const [MODULE, LESSON, WORDS] = ['overview-2', 'es/02-the-results-chain.md', 1_000];
const [WARM, KEYSTROKES] = [30, 300];

const folder = await mkdtemp(join(tmpdir(), 'rumbo-preview-'));
const engine = await openEmbeddedDatabase({ folder });
const database = await connectDatabase({ mongodbUri: engine.uri, dataDir: '' });
await publishContent(await loadContent(join(projectRoot, 'modules-content')));
await openDraft(MODULE, { id: '0'.repeat(24), name: 'Bench Ejemplo' });
const lesson = textOf(await getDraft(MODULE), LESSON).text;
const missing = Math.max(WORDS - wordsIn(lesson), 0);
let text = `${lesson}\n${'El programa llega a más hogares. '.repeat(Math.ceil(missing / 6))}\n`;

interface Cost {
  /** Milliseconds by the clock, and of the processor: the second hardly depends on what else the machine does. */
  wall: number;
  cpu: number;
}
const [preview, bare]: [Cost[], Cost[]] = [[], []];
for (let key = 0; key < WARM + KEYSTROKES; key += 1) {
  text = `${text.trimEnd()}a\n`;
  const took = [
    // As the route does it: the draft is read anew each time.
    await timed(async () => await previewText(await getDraft(MODULE), LESSON, text, 'es')),
    await timed(async () => await marked.parse(text)),
  ] as const;
  if (key < WARM) continue;
  preview.push(took[0]);
  bare.push(took[1]);
}
console.log(`${String(wordsIn(text))} words, ${String(KEYSTROKES)} keystrokes`);
for (const [name, costs] of Object.entries({ preview, marked: bare }))
  for (const kind of ['wall', 'cpu'] as const)
    console.log(`${name}, ${kind}: p50 ${at(costs, kind, 0.5)} ms, p95 ${at(costs, kind, 0.95)} ms`);
for (const name of await readdir(join(projectRoot, 'dist', 'public')))
  if (name.startsWith('editor.'))
    console.log(`${name}  ${String((await stat(join(projectRoot, 'dist', 'public', name))).size)} bytes`);

await database.close();
await engine.close();
await rm(folder, { recursive: true });

function wordsIn(some: string): number {
  return some.split(/\s+/).length;
}

async function timed(work: () => Promise<unknown>): Promise<Cost> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - began, cpu: (user + system) / 1_000 };
}

function at(costs: readonly Cost[], kind: keyof Cost, share: number): string {
  const sorted = costs.map((cost) => cost[kind]).sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
}
