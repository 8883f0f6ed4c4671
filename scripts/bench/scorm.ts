/**
 * What packages weigh and cost: bytes over those of the content, the runtime, the time over `zip -r` of the same
 * files, the room that a learner's data takes. Run after a build: npx tsx scripts/bench/scorm.ts
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { loadContent, readFolder, type LoadedModule } from '../../server/content/index.ts';
import type { Track } from '../../server/content/module.ts';
import { projectRoot } from '../../server/root.ts';
import { writeArchive } from '../../server/scorm/archive.ts';
import {
  buildPackage,
  checkPackage,
  packageFormats,
  writePackage,
  type PackageOptions,
} from '../../server/scorm/index.ts';
import { courseData } from '../../server/scorm/pages/course-data.ts';
import { busiestState } from './busiest-state.ts';
import { suspendFormat } from '../../server/scorm/runtime/state/suspend.ts';

/** The server runs for weeks: what counts is the time after its first packages. */
const ROUNDS = 40;
const CONTENT = join(projectRoot, 'modules-content');
const folder = await mkdtemp(join(tmpdir(), 'rumbo-bench-'));
const { modules, tracks } = await loadContent(CONTENT);
try {
  await tellRuntime();
  await tellSizes();
  await tellTimes();
  tellRoom();
} finally {
  await rm(folder, { recursive: true });
}

function optionsFor(loaded: readonly LoadedModule[], track?: Track): PackageOptions {
  return {
    modules: loaded.map(({ module }) => module),
    ...(track ? { track } : {}),
    languages: ['es'],
    format: '1.2',
    passMark: 0.7,
    revision: 1,
    assets: ({ id }, name) =>
      Readable.from([loaded.find(({ module }) => module.id === id)?.assets.get(name) ?? Buffer.alloc(0)]),
  };
}

async function tellRuntime(): Promise<void> {
  const code = await readFile(join(projectRoot, 'dist', 'scorm', 'runtime.js'));
  console.log(`runtime: ${kb(code.length)}, gzip ${kb(gzipSync(code, { level: 9 }).length)}`);
}

/** A module of four lessons beside its own files in that language, packed by the same writer. */
async function tellSizes(): Promise<void> {
  const loaded = modules.find(({ module }) => module.lessons.length === 4);
  if (!loaded) throw new Error('There is no module of four lessons.');
  const { files } = await readFolder(CONTENT);
  const content = [...files]
    .filter(([name]) => name.startsWith(`${loaded.folder}/`))
    .filter(([name]) => !/\/en\/|\.en\./.test(name))
    .map(([path, data]) => ({ path, data }));
  const plain = content.reduce((sum, { data }) => sum + data.length, 0);
  const file = join(folder, 'content.zip');
  await writeArchive(content, createWriteStream(file));
  const packed = (await stat(file)).size;
  console.log(
    `content of ${loaded.module.id} (Spanish): ${content.length} files, ${kb(plain)}, zipped ${kb(packed)}`,
  );
  for (const format of packageFormats) {
    const plan = await buildPackage({ ...optionsFor([loaded]), format });
    const target = join(folder, 'package.zip');
    await writePackage(plan, createWriteStream(target));
    const { size } = await stat(target);
    const over = kb(size - packed);
    console.log(
      `  SCORM ${format}: ${plan.files.length} files, ${kb(size)}: ${over} over the zipped content`,
    );
  }
}

/** Rendering and writing beside `zip -r` of the unpacked files, turn by turn, least of each. */
async function tellTimes(): Promise<void> {
  const [track] = tracks;
  const one = modules.filter(({ module }) => module.lessons.length === 4).slice(0, 1);
  const all = modules.filter(({ module }) => track?.modules.includes(module.id) === true);
  await tellTime('a module', optionsFor(one));
  await tellTime(`a track of ${all.length} modules`, optionsFor(all, track));
}

async function tellTime(name: string, options: PackageOptions): Promise<void> {
  const target = join(folder, 'timed.zip');
  const unpacked = join(folder, name.replaceAll(' ', '-'));
  for (const { path, data } of (await buildPackage(options)).files) {
    await mkdir(dirname(join(unpacked, path)), { recursive: true });
    await writeFile(join(unpacked, path), typeof data === 'function' ? await buffer(data()) : data);
  }
  const times = { render: [] as number[], write: [] as number[], zip: [] as number[], check: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await rm(target, { force: true });
    let started = performance.now();
    const plan = await buildPackage(options);
    times.render.push(performance.now() - started);
    started = performance.now();
    await writePackage(plan, createWriteStream(target));
    times.write.push(performance.now() - started);
    started = performance.now();
    await checkPackage(target);
    times.check.push(performance.now() - started);
    await rm(target, { force: true });
    started = performance.now();
    spawnSync('zip', ['-q', '-r', target, '.'], { cwd: unpacked });
    times.zip.push(performance.now() - started);
  }
  const [render, write, zip, check] = [times.render, times.write, times.zip, times.check].map((all) =>
    Math.min(...all),
  ) as [number, number, number, number];
  console.log(
    `${name}: rendered in ${ms(render)}, written in ${ms(write)}, zip -r ${ms(zip)}: ` +
      `${((render + write) / zip).toFixed(1)} times zip; checked in ${ms(check)}`,
  );
}

/** A learner who did everything and filled in every worksheet as in Altamar's example, in SCORM 1.2. */
function tellRoom(): void {
  const rooms = modules.map(({ module }) => {
    const options = { revision: 1, passMark: 0.7, exitWhenComplete: 'suspend' } as const;
    const course = courseData(module, { ...options, format: '1.2', languages: ['es', 'en'] });
    const format = suspendFormat(course);
    const state = busiestState(course);
    const without = format.write({ ...state, cells: {} }, 4096).text.length;
    const full = format.write(state, Infinity).text.length;
    const { text, left } = format.write(state, 4096);
    return { id: module.id, without, full, kept: text.length, left, cells: Object.keys(state.cells).length };
  });
  rooms.sort((one, other) => other.full - one.full);
  for (const { id, without, full, kept, left, cells } of rooms)
    console.log(
      `suspend data of ${id}: ${without} without worksheets, ${full} with all ${cells} cells; ` +
        `SCORM 1.2 keeps ${kept} of 4096 and leaves ${left} cells out`,
    );
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
