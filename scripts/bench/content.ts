/**
 * `tsx scripts/bench/content.ts`: what reading, checking and rendering the modules cost over bare marked on the
 * same files, once and ten times over. Each measurement is a process of its own, so that all are cold alike; CPU
 * time, least of three.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import {
  contentOf,
  examine,
  readFolder,
  renderLesson,
  renderQuestion,
  type ContentFiles,
  type LessonLinks,
  type LoadedModule,
} from '../../server/content/index.ts';

const FOLDER = 'modules-content';
const links: LessonLinks = {
  asset: (name) => `/a/${name}`,
  lesson: (id) => `/l/${id}`,
  term: (key) => `#g-${key}`,
};
const TASKS = ['marked', 'load', 'render', 'check', 'all'] as const;
type Task = (typeof TASKS)[number];

const [task, copies = '1'] = process.argv.slice(2);
const found = TASKS.find((one) => one === task);
if (found) await measure(found, Number(copies));
else await report();

async function report(): Promise<void> {
  const { modules } = contentOf((await readFolder(FOLDER)).files);
  const least = (one: Task, count: number) => Math.min(...Array.from({ length: 3 }, () => cpuOf(one, count)));
  const costs = new Map<Task, number>();
  for (const count of [1, 10]) {
    const bare = least('marked', count);
    console.log(`${modules.length * count} modules in two languages: marked ${bare} ms`);
    for (const one of TASKS.slice(1)) {
      const cost = least(one, count);
      const growth = count === 1 ? '' : `, ${(cost / (costs.get(one) ?? cost)).toFixed(1)} × the time`;
      costs.set(one, cost);
      console.log(`  ${one.padEnd(7)} ${cost} ms, ${(cost / bare).toFixed(1)} × marked${growth}`);
    }
  }
}

function cpuOf(one: Task, count: number): number {
  const self = fileURLToPath(import.meta.url);
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...process.execArgv, self, one, String(count)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

/** Prints the milliseconds of CPU that a task takes in this process. */
async function measure(one: Task, count: number): Promise<void> {
  const { files } = await readFolder(FOLDER);
  const many = multiplied(files, count);
  const texts = [...many].filter(([name]) => name.endsWith('.md')).map(([, bytes]) => bytes.toString());
  const started = process.cpuUsage();
  if (one === 'marked') for (const text of texts) await marked(text);
  else if (one === 'load') contentOf(many);
  else if (one === 'check') await examine(many);
  else if (one === 'render') renderAll(contentOf(many).modules);
  else renderAll((await examine(many)).content.modules);
  const { user, system } = process.cpuUsage(started);
  process.stdout.write(String(Math.round((user + system) / 1000)));
}

/** The same modules again under other names and ids. */
function multiplied(files: ContentFiles, count: number): ContentFiles {
  const many = new Map(files);
  for (let copy = 2; copy <= count; copy += 1) {
    for (const [name, bytes] of files) {
      const [track, module, ...rest] = name.split('/');
      if (track === undefined || module === undefined || rest.length === 0) continue;
      const text = name.endsWith('module.yaml')
        ? Buffer.from(bytes.toString().replace(/^id: .*/m, `$&-${copy}`))
        : bytes;
      many.set([track, `${module}-${copy}`, ...rest].join('/'), text);
    }
  }
  const tracks = files.get('tracks.yaml')?.toString() ?? '';
  const listed = tracks.replace(
    /modules: \[(.*)\]/g,
    (_, ids: string) =>
      `modules: [${Array.from({ length: count }, (__, copy) =>
        copy === 0
          ? ids
          : ids
              .split(', ')
              .map((id) => `${id}-${copy + 1}`)
              .join(', '),
      ).join(', ')}]`,
  );
  return many.set('tracks.yaml', Buffer.from(listed));
}

function renderAll(modules: readonly LoadedModule[]): void {
  if (modules.length === 0) throw new Error('nothing was loaded');
  for (const { module } of modules) {
    for (const language of ['es', 'en'] as const) {
      for (const { id } of module.lessons) renderLesson(module, id, language, links);
      for (const question of module.quiz.questions) renderQuestion(question, language, links, module);
    }
  }
}
