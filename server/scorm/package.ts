/** A module, or the modules of a track, as a SCORM package: planned in memory without media, written as a stream. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Asset, InBoth, Module, Track } from '../content/module.ts';
import { projectRoot } from '../root.ts';
import { writeArchive, type ArchiveFile } from './archive.ts';
import { readControlDocuments } from './control-documents.ts';
import type { PackageFormat, PackageLanguages } from './format.ts';
import { buildManifest } from './manifest.ts';
import type { ManifestModule } from './manifest-content.ts';
import { assetPath, packageName } from './names.ts';
import { modulePage } from './pages/page.ts';

export interface PackageOptions {
  /** One, or those of the track in its order. */
  modules: readonly Module[];
  /** When the package is a whole track: its title, and a SCO a module. */
  track?: Track;
  languages: PackageLanguages;
  format: PackageFormat;
  /** Least score of each quiz, 0 to 1. */
  passMark: number;
  /** Of the package, in its manifest: it grows whenever the content changes. */
  revision: number;
  /** Of each module, as its pages show it; the package's own when absent. */
  revisionOf?: (module: Module) => number;
  /** The bytes of a module's asset, as the site serves them. */
  assets: (module: Module, name: string) => AsyncIterable<Buffer>;
  /**
   * What a finished course tells the LMS on leaving: `suspend` keeps the data for a later look, which is the default;
   * `normal` ends the attempt, for LMSs that roll up only then.
   */
  exitWhenComplete?: 'suspend' | 'normal';
  /** Told after each module is rendered. */
  onModule?: (done: number) => void | Promise<void>;
}

/** What an LMS launches: a SCO's title and page. */
export interface Launch {
  title: InBoth<string>;
  path: string;
}

export interface PackagePlan {
  /** A file name for it, ASCII. */
  name: string;
  format: PackageFormat;
  /** The manifest first, the others by name. */
  files: readonly ArchiveFile[];
  /** A SCO a module. */
  launches: readonly Launch[];
}

/**
 * Renders the pages and lays out the files; assets are read only when the package is written.
 * The same options give the same files.
 */
export async function buildPackage(options: PackageOptions): Promise<PackagePlan> {
  const { format, languages, modules, passMark, revision, track } = options;
  const [first] = modules;
  if (!first) throw new RangeError('A package needs a module.');
  const scope = track ?? first;
  const laidOut: LaidOut[] = [];
  for (const module of modules) {
    laidOut.push(layOut(module, options));
    await options.onModule?.(laidOut.length);
    // Rendering is the processor's work: between modules others get their turn.
    await setImmediate();
  }
  const shared = await sharedFiles();
  const sharedPaths = shared.map(({ path }) => path).sort();
  const manifest = buildManifest({
    format,
    languages,
    revision,
    scope,
    modules: laidOut.map(({ module, files, launch }): ManifestModule => {
      const own = files.map(({ path }) => path);
      return { ...module, launch, passMark, files: (track ? own : [...own, ...sharedPaths]).sort() };
    }),
    shared: track ? sharedPaths : [],
  });
  const controls = [...(await readControlDocuments(format))].map(([path, data]) => ({ path, data }));
  const others = [...laidOut.flatMap(({ files }) => files), ...shared, ...controls];
  return {
    name: packageName(scope.id, languages, format, revision),
    format,
    files: [
      { path: 'imsmanifest.xml', data: Buffer.from(manifest) },
      ...others.sort((one, other) => (one.path < other.path ? -1 : 1)),
    ],
    launches: laidOut.map(({ module: { title }, launch }) => ({ title, path: launch })),
  };
}

/** @param onFile told after each file */
export async function writePackage(
  plan: PackagePlan,
  output: Writable,
  onFile?: (done: number) => void,
): Promise<void> {
  await writeArchive(plan.files, output, onFile);
}

interface LaidOut {
  module: Module;
  launch: string;
  files: ArchiveFile[];
}

function layOut(module: Module, options: PackageOptions): LaidOut {
  const { assets, exitWhenComplete = 'suspend', format, languages, passMark, revision, track } = options;
  const folder = track ? `${module.id}/` : '';
  const shown = new Map<string, Asset>();
  const asset = (name: string) => {
    const found = module.assets.find((candidate) => candidate.name === name);
    if (!found) throw new RangeError(`The module ${module.id} has no asset ${name}.`);
    shown.set(name, found);
    return assetPath(found);
  };
  const page = modulePage(module, {
    format,
    languages,
    passMark,
    revision: options.revisionOf?.(module) ?? revision,
    exitWhenComplete,
    shared: track ? '../' : '',
    track: track
      ? {
          title: track.title,
          modules: options.modules.map(({ id, title }) => ({ id, title, href: `../${id}/index.html` })),
        }
      : null,
    asset,
  });
  const media = [...shown.values()].map((one) => ({
    path: folder + assetPath(one),
    data: () => assets(module, one.name),
  }));
  return {
    module,
    launch: `${folder}index.html`,
    files: [{ path: `${folder}index.html`, data: Buffer.from(page) }, ...media],
  };
}

/** The runtime and the stylesheet: the site's own with what only packages need after it. */
async function sharedFiles(): Promise<ArchiveFile[]> {
  const [runtime, site, own] = await Promise.all([
    readFile(join(projectRoot, 'dist', 'scorm', 'runtime.js')),
    readFile(join(projectRoot, 'dist', 'public', 'rumbo.css')),
    readFile(join(projectRoot, 'views', 'scorm', 'package.css')),
  ]);
  return [
    { path: 'course.css', data: Buffer.concat([site, Buffer.from('\n'), own]) },
    { path: 'runtime.js', data: runtime },
  ];
}
