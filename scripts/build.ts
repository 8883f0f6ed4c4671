/**
 * Makes `dist/`: the server, the command line and the workers as JavaScript, the stylesheet and the
 * browser's scripts with their compressed twins, the SCORM runtime and the schemas that packages carry.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { projectRoot } from '../server/root.ts';
import { copyControlDocuments } from '../server/scorm/control-documents.ts';

const started = performance.now();
const dist = join(projectRoot, 'dist');

await mkdir(join(dist, 'public'), { recursive: true });
await Promise.all([buildServer(), buildBrowserCode(), copyControlDocuments(join(dist, 'scorm', 'xsd'))]);
if (!process.argv.includes('--quiet')) {
  console.log(`Built in ${String(Math.round(performance.now() - started))} ms.`);
}

/** One file an entry, shared code in chunks; packages stay in node_modules. */
async function buildServer(): Promise<void> {
  for (const folder of ['server', 'scripts', 'chunks'])
    await rm(join(dist, folder), { recursive: true, force: true });
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [
      'server/main.ts',
      'scripts/rumbo.ts',
      'server/database/embedded/worker.ts',
      'server/authoring/checker/worker.ts',
      'server/authoring/docx/worker.ts',
    ],
    outbase: '.',
    outdir: 'dist',
    chunkNames: 'chunks/[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
}

async function buildBrowserCode(): Promise<void> {
  const stylesheet = await styles();
  const scripts = await Promise.all([
    bundle('server/scorm/runtime/main.ts', 'dist/scorm/runtime.js'),
    ...(await clientScripts()).map((name) => bundle(`views/client/${name}.ts`, `dist/build/${name}.js`)),
  ]);
  const icon = await readFile(join(projectRoot, 'views', 'mark.svg'), 'utf8');
  const files = new Map<string, string>([
    ['rumbo.css', stylesheet],
    ['mark.svg', icon],
  ]);
  for (const { name, code } of scripts.filter(({ name }) => name !== 'runtime.js')) files.set(name, code);
  await publish(files);
}

/** The sheets in the order of their numbers, as one minified sheet. */
async function styles(): Promise<string> {
  const folder = join(projectRoot, 'views', 'styles');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort();
  const source = (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  const result = await build({
    stdin: { contents: source, loader: 'css' },
    minify: true,
    write: false,
    logLevel: 'warning',
  });
  return result.outputFiles[0]?.text ?? '';
}

async function clientScripts(): Promise<string[]> {
  const folder = join(projectRoot, 'views', 'client');
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3));
}

async function bundle(entry: string, outfile: string): Promise<{ name: string; code: string }> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome87', 'firefox78', 'safari14.1'],
    logLevel: 'warning',
  });
  return {
    name: outfile.slice(outfile.lastIndexOf('/') + 1),
    code: await readFile(join(projectRoot, outfile), 'utf8'),
  };
}

/** Writes each file plain and compressed, under a name that changes with its bytes, and the list of names. */
async function publish(files: Map<string, string>): Promise<void> {
  const folder = join(dist, 'public');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const names: Record<string, string> = {};
  for (const [name, code] of files) {
    const hash = createHash('sha256').update(code).digest('hex').slice(0, 12);
    const hashed = name.replace(/\.(\w+)$/, `.${hash}.$1`);
    names[name] = hashed;
    await writeFile(join(folder, hashed), code);
    await writeFile(join(folder, `${hashed}.br`), brotliCompressSync(code));
    await writeFile(join(folder, `${hashed}.gz`), gzipSync(code, { level: 9 }));
  }
  await writeFile(join(folder, 'rumbo.css'), files.get('rumbo.css') ?? '');
  await writeFile(join(folder, 'names.json'), JSON.stringify(names));
}
