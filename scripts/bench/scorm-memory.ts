/**
 * Memory and time of a track of 200 MB as the platform builds it in the background: read from GridFS, packed,
 * checked, stored. Once with the database in another process, so that what is measured is the web process alone,
 * and once with the embedded one inside; of that, the pages of its file that the system shows as memory are told
 * apart, which it takes back when others need them.
 * Run after a build: npx tsx scripts/bench/scorm-memory.ts
 */
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { getCatalogue, publishContent } from '../../server/catalogue/index.ts';
import { loadContent, type LoadedModule } from '../../server/content/index.ts';
import { openEmbeddedDatabase } from '../../server/database/embedded/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { build } from '../../server/packages/build.ts';
import type { Package } from '../../server/packages/package.model.ts';
import { projectRoot } from '../../server/root.ts';

const [IMAGES, IMAGE_BYTES] = [8, 4 * 1024 ** 2];
const MB = 1024 ** 2;

const [, , inside, where = ''] = process.argv;
if (inside === 'apart') await measure('the database in another process', where);
else if (inside === 'embedded') {
  const server = await openEmbeddedDatabase({ folder: where, durable: false });
  await measure('the embedded database inside', server.uri);
  await server.close();
} else await serve();

/** The database, filled, and the process that builds. */
async function serve(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rumbo-memory-'));
  const server = await openEmbeddedDatabase({ folder, durable: false });
  const database = await connectDatabase({ mongodbUri: server.uri, dataDir: '' });
  const content = await loadContent(join(projectRoot, 'modules-content'));
  await publishContent({ ...content, modules: content.modules.map(illustrated) });
  await database.close();
  await run('apart', server.uri);
  await server.close();
  await run('embedded', folder);
  await rm(folder, { recursive: true });
}

async function run(...args: string[]): Promise<void> {
  const execArgv = [...process.execArgv, '--expose-gc'];
  await once(fork(fileURLToPath(import.meta.url), args, { execArgv }), 'exit');
}

/** The module with large pictures in its first lesson: pictures do not get smaller by packing. */
function illustrated(loaded: LoadedModule): LoadedModule {
  const assets = new Map(loaded.assets);
  const added = Array.from({ length: IMAGES }, (_, index) => {
    const name = `large-${index}.jpg`;
    const bytes = randomBytes(IMAGE_BYTES);
    assets.set(name, bytes);
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { name, type: 'image/jpeg', bytes: bytes.length, hash };
  });
  const [first, ...others] = loaded.module.lessons;
  if (!first) return loaded;
  const text = added.map(({ name }) => `![A large picture](../assets/${name})`).join('\n\n');
  const segments = [...first.segments, { kind: 'markdown' as const, markdown: { es: text, en: text } }];
  const module = {
    ...loaded.module,
    assets: [...loaded.module.assets, ...added],
    lessons: [{ ...first, segments }, ...others],
  };
  return { ...loaded, module, assets, hash: `${loaded.hash.slice(0, 63)}x` };
}

async function measure(name: string, uri: string): Promise<void> {
  const database = await connectDatabase({ mongodbUri: uri, dataDir: '' });
  const { tracks } = await getCatalogue();
  const track = tracks.find(({ id }) => id === 'overview');
  const order = packageOf('track', 'overview', track?.published ?? []);
  globalThis.gc?.();
  await pause(500);
  const idle = memory();
  const most = { ...idle };
  const watch = setInterval(() => {
    const now = memory();
    most.own = Math.max(most.own, now.own);
    most.file = Math.max(most.file, now.file);
  }, 5);
  const started = performance.now();
  const { file, state } = await build(order, () => Promise.resolve());
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watch);
  console.log(
    `${name}: ${state}, ${((file?.bytes ?? 0) / MB).toFixed(0)} MB, ${file?.count ?? 0} files in ${seconds.toFixed(1)} s; ` +
      `${idle.own.toFixed(0)} MB idle, at most ${(most.own - idle.own).toFixed(0)} MB above it ` +
      `(and ${(most.file - idle.file).toFixed(0)} MB of files that the system holds)`,
  );
  await database.close();
}

/** Of this process, in MB: its own memory, and what it sees of files (Linux, proc(5)). */
function memory(): { own: number; file: number } {
  const status = readFileSync('/proc/self/status', 'utf8');
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { own: read('RssAnon'), file: read('RssFile') };
}

function packageOf(
  scope: Package['scope'],
  of: string,
  modules: readonly { id: string; revision: number; hash: string; content: LoadedModule['module'] }[],
): Package {
  return {
    _id: new mongoose.Types.ObjectId(),
    request: 'bench',
    scope,
    of,
    format: '1.2',
    languages: ['es'],
    passMark: 0.7,
    title: { es: of, en: of },
    revision: 1,
    modules: modules.map(({ id, revision, hash, content }) => ({ id, revision, hash, title: content.title })),
    by: { id: new mongoose.Types.ObjectId(), name: 'bench' },
    requestedAt: new Date(),
    state: 'building',
    progress: { step: 'pages', done: 0, total: modules.length },
    lease: null,
    tries: 1,
    file: null,
    findings: [],
  };
}
