import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { openPromise } from 'yauzl';
import {
  buildPackage,
  checkPackage,
  packageFormats,
  type PackageLanguages,
} from '../../server/scorm/index.ts';
import { anyModule, both, otherModule, sampleModule, sampleTrack } from './modules.ts';
import { makeFolder, packTo, samplePackage, unpack } from './packages.ts';

const languageChoices: PackageLanguages[] = [['es'], ['en'], ['es', 'en']];
const track = { track: sampleTrack, modules: [sampleModule, otherModule] };
let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());
const path = (name: string) => join(folder.path, name);

describe('every package passes the check against the official schemas', () => {
  const combinations = packageFormats.flatMap((format) =>
    languageChoices.map((languages) => ({ format, languages })),
  );
  test.each(combinations)('a module, SCORM $format, $languages', async ({ format, languages }) => {
    const check = await checkPackage(await packTo(path('module.zip'), { format, languages }));
    expect(check).toMatchObject({ format, findings: [] });
  });

  test.each(combinations)('a track, SCORM $format, $languages', async ({ format, languages }) => {
    const check = await checkPackage(await packTo(path('track.zip'), { ...track, format, languages }));
    expect(check).toMatchObject({ format, findings: [] });
  });

  test('whatever valid module or track it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyModule, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
        fc.boolean(),
        fc.constantFrom(...packageFormats),
        fc.constantFrom(...languageChoices),
        async (modules, isTrack, format, languages) => {
          const scope = isTrack ? { track: sampleTrack, modules } : { modules: modules.slice(0, 1) };
          const check = await checkPackage(await packTo(path('any.zip'), { ...scope, format, languages }));
          expect(check.findings).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the archive', () => {
  test('has the same bytes for the same revision', async () => {
    const bytes = async () =>
      createHash('sha256')
        .update(await readFile(await packTo(path('same.zip'), track)))
        .digest('hex');
    const zone = process.env.TZ;
    const first = await bytes();
    process.env.TZ = 'Pacific/Auckland';
    const second = await bytes();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(second).toBe(first);
  });

  test('begins with the manifest, then names in order, all plain, as files with their sizes before the data', async () => {
    const zip = await openPromise(await packTo(path('names.zip'), track));
    const names: string[] = [];
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileName);
      // No data descriptor (bit 3): some importers refuse it. UTF-8 names (bit 11). Regular files.
      expect(entry.generalPurposeBitFlag).toBe(0x0800);
      expect(entry.externalFileAttributes >>> 16).toBe(0o100644);
    }
    zip.close();
    expect(names[0]).toBe('imsmanifest.xml');
    expect(names.slice(1)).toEqual(names.slice(1).sort());
    expect(names.filter((name) => !/^[a-zA-Z0-9_./-]{1,99}$/.test(name))).toEqual([]);
  });

  test('stores media as it is', async () => {
    const zip = await openPromise(await packTo(path('media.zip')));
    const methods = new Map<string, number>();
    for await (const entry of zip.eachEntry()) methods.set(entry.fileName, entry.compressionMethod);
    zip.close();
    expect([...methods].filter(([name]) => name.endsWith('.pdf')).map(([, method]) => method)).toEqual([0]);
    expect(methods.get('index.html')).toBe(8);
  });

  test('reads a file only when it is written', async () => {
    let reads = 0;
    const plan = await buildPackage({
      ...samplePackage,
      assets: () => {
        reads += 1;
        return Readable.from([Buffer.from('x')]);
      },
    });
    expect(reads).toBe(0);
    expect(plan.name).toBe('rumbo-sample-1-es-scorm1.2-r3.zip');
    expect(plan.launches).toEqual([{ title: sampleModule.title, path: 'index.html' }]);
  });

  test('carries only the pictures of its language', async () => {
    const files = [...(await unpack(await packTo(path('es.zip')))).keys()].filter((name) =>
      name.startsWith('assets/'),
    );
    expect(files.map((name) => name.replace(/-[0-9a-f]{8}\./, '.'))).toEqual([
      'assets/chain-es.svg',
      'assets/data.pdf',
    ]);
  });
});

describe('the manifest', () => {
  const manifestOf = async (options = {}) =>
    (await unpack(await packTo(path('manifest.zip'), options))).get('imsmanifest.xml') ?? '';
  const idsOf = (manifest: string) =>
    [...manifest.matchAll(/<(?:organization|item|resource) identifier="([^"]+)"/g)].map(([, id]) => id);

  test('keeps its identifiers when revision, language and edition change', async () => {
    const ids = idsOf(await manifestOf());
    expect(ids).toEqual(['O-sample-1', 'I-sample-1', 'R-sample-1']);
    expect(idsOf(await manifestOf({ revision: 9 }))).toEqual(ids);
    expect(idsOf(await manifestOf({ languages: ['es', 'en'], format: '2004-4' }))).toEqual(ids);
  });

  test('shows the revision, the pass mark and the title in the language', async () => {
    const manifest = await manifestOf({ languages: ['en'] });
    expect(manifest).toContain('version="3"');
    expect(manifest).toContain('<adlcp:masteryscore>70</adlcp:masteryscore>');
    expect(manifest).toContain('<title>The chain &amp; the “frame”</title>');
    expect(await manifestOf({ format: '2004-4', passMark: 0.85 })).toContain(
      '<imsss:minNormalizedMeasure>0.85<',
    );
  });

  test('never carries a title that is longer than an LMS has room for', async () => {
    const long = { ...sampleModule, title: both('palabra '.repeat(60).trim()) };
    const manifest = await manifestOf({ modules: [long], languages: ['es', 'en'] });
    const titles = [...manifest.matchAll(/<title>([^<]*)</g)].map(([, title]) => title ?? '');
    expect(titles.every((title) => title.length <= 200 && title.endsWith('…'))).toBe(true);
  });
});
