/** What reading a text costs, by processor time and against an ordinary text: no clock of a busy machine decides. */
import { examine, renderLesson } from '../../../server/content/index.ts';
import { links, smallFolder } from './folder.ts';

const PARAGRAPH =
  'El **efecto** de [un plan](https://example.org) en 2025 fue 74.7 %, según la *fuente*.\n\n- uno\n- dos\n\n';

/** Microseconds of processor time. */
async function processorTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function ordinaryText(): Promise<void> {
  const es = PARAGRAPH.repeat(Math.floor(50_000 / PARAGRAPH.length));
  const { modules } = (await examine(smallFolder({ es, en: 'Text.' }))).content;
  if (modules.length === 0)
    throw new Error('the ordinary text is refused: nothing can be measured against it');
  for (const { module } of modules) renderLesson(module, 'the-steps', 'es', links);
}

let yardstick: Promise<number> | null = null;

/** @returns how many times the processor time of an ordinary text of 50 kB the work takes */
export async function costOf(work: () => unknown): Promise<number> {
  yardstick ??= processorTime(ordinaryText).then(async () => await processorTime(ordinaryText));
  const ordinary = await yardstick;
  return (await processorTime(work)) / ordinary;
}

/** Nothing that a file may hold costs more than so many ordinary texts: a parser that runs away costs thousands. */
export const MOMENTS = 20;
