import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { checkPackage, sentenceOf } from '../../server/scorm/index.ts';
import { makeFolder, packTo, unpack } from './packages.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let sound: Map<string, string>;
let sound2004: Map<string, string>;
beforeAll(async () => {
  folder = await makeFolder();
  sound = await unpack(await packTo(path('sound.zip')));
  sound2004 = await unpack(await packTo(path('sound2004.zip'), { format: '2004-4' }));
});
afterAll(() => folder.remove());
const path = (name: string) => join(folder.path, name);

async function zipOf(files: Iterable<readonly [string, string | Buffer]>, mode = 0o100644): Promise<string> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(Buffer.from(content), name, { mode });
  zip.end();
  const file = path('hostile.zip');
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

const rulesOf = async (file: string) => [
  ...new Set((await checkPackage(file)).findings.map(({ rule }) => rule)),
];

/** The sound package with something changed in its manifest, or among its files. */
async function rulesWith(
  change: { manifest?: (text: string) => string; files?: (files: Map<string, string>) => void },
  from = sound,
) {
  const files = new Map(from);
  files.set(
    'imsmanifest.xml',
    change.manifest?.(files.get('imsmanifest.xml') ?? '') ?? files.get('imsmanifest.xml') ?? '',
  );
  change.files?.(files);
  return await rulesOf(await zipOf(files));
}

/** Changes bytes of an archive: names, flags and sizes that no writer would write. */
async function patched(file: string, from: Buffer | string, to: Buffer | string): Promise<string> {
  const bytes = await readFile(file);
  const [needle, value] = [Buffer.from(from), Buffer.from(to)];
  for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + 1)) value.copy(bytes, at);
  await writeFile(file, bytes);
  return file;
}

/** A record of an archive's directory for an empty file (APPNOTE 4.3.12). */
function directoryRecord(name: string): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50);
  record.writeUInt16LE(name.length, 28);
  return Buffer.concat([record, Buffer.from(name)]);
}

/** An archive of more files than the plain format can count: only its directory, which is read first. */
function zip64Of(records: readonly Buffer[]): Buffer {
  const directory = Buffer.concat(records);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(records.length), 24);
  end64.writeBigUInt64LE(BigInt(records.length), 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50);
  locator.writeBigUInt64LE(BigInt(directory.length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt32LE(0, 4);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([directory, end64, locator, end]);
}

describe('an archive that means harm is refused', () => {
  test.each([
    ['../evil.txt', 'aa/evil.txt'],
    ['/etc/passwd', 'xetc/passwd'],
    ['C:/evil.txt', 'Cc/evil.txt'],
    ['a\\..\\b.html', 'a/../b.html'.replace('..', 'cc')],
    ['a/./evil.js', 'a/b/evil.js'],
    ['a//evil.txt', 'a/eevil.txt'],
    ['a\u0000evil.js', 'a/evil.js.'.slice(0, 8)],
  ])('a path like %j', async (evil, innocent) => {
    const file = await patched(await zipOf([...sound, [innocent, 'x']]), innocent, evil);
    expect(await rulesOf(file)).toEqual(['unsafe-path']);
  });

  test('symbolic links', async () => {
    expect(await rulesOf(await zipOf(sound, 0o120777))).toEqual(['symlink']);
  });

  test('a bomb, and one that lies about its size', async () => {
    const zeros = Buffer.alloc(40 * 1024 ** 2);
    expect(await rulesOf(await zipOf([...sound, ['big.txt', zeros]]))).toEqual(['bomb']);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(zeros.length);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1000);
    const lying = await patched(await zipOf([...sound, ['big.txt', zeros]]), size, lie);
    expect(await rulesOf(lying)).toEqual(['damaged', 'unlisted']);
  });

  test('many files that share their bytes', async () => {
    const bytes = await readFile(
      await zipOf(
        Array.from({ length: 40 }, (_, index) => [`f${index + 10}.bin`, randomBytes(5000)] as const),
      ),
    );
    const end = bytes.length - 22;
    const directory = bytes.readUInt32LE(end + 16);
    const second = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x03, 0x04]), 4);
    // Only the first file stays; every record of the directory names it.
    for (let at = directory; at < end; at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30)) {
      bytes.copy(bytes, at + 16, directory + 16, directory + 28);
      bytes.writeUInt32LE(0, at + 42);
    }
    bytes.writeUInt32LE(second, end + 16);
    await writeFile(
      path('shared.zip'),
      Buffer.concat([bytes.subarray(0, second), bytes.subarray(directory)]),
    );
    expect(await rulesOf(path('shared.zip'))).toEqual(['overlap']);
  });

  test('a hundred thousand files, before the first is read', async () => {
    const records = Array.from({ length: 100_000 }, (_, index) => directoryRecord(`f${index}`));
    await writeFile(path('many.zip'), zip64Of(records));
    expect((await checkPackage(path('many.zip'))).findings.map((one) => sentenceOf(one, 'en'))).toEqual([
      'The package holds 100,000 files; 10,000 are accepted at most.',
    ]);
  });

  test('an encrypted file', async () => {
    const file = await zipOf([['index.html', 'x']]);
    const bytes = await readFile(file);
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
    await writeFile(file, bytes);
    expect(await rulesOf(file)).toEqual(['encrypted']);
  });

  test('entities and document types in the manifest', async () => {
    const laughs = '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    expect(await rulesWith({ manifest: (text) => text.replace('<manifest', `${laughs}<manifest`) })).toEqual([
      'doctype',
    ]);
    const outside = '<!DOCTYPE manifest SYSTEM "file:///etc/passwd">';
    expect(await rulesWith({ manifest: (text) => text.replace('<manifest', `${outside}<manifest`) })).toEqual(
      ['doctype'],
    );
  });

  test('a manifest that hides in another encoding', async () => {
    const utf16 = Buffer.from(`\ufeff${sound.get('imsmanifest.xml') ?? ''}`, 'utf16le');
    expect(await rulesOf(await zipOf([['imsmanifest.xml', utf16]]))).toEqual(['encoding']);
  });

  test('a manifest that keeps a reader busy', async () => {
    const start = (sound.get('imsmanifest.xml') ?? '').indexOf('<organizations');
    const before = (added: string) => (text: string) => text.slice(0, start) + added + text.slice(start);
    const nested = '<a>'.repeat(50_000) + '</a>'.repeat(50_000);
    const attributes = Array.from({ length: 50_000 }, (_, index) => `a${index}=""`).join(' ');
    const elements = Array.from({ length: 30_000 }, (_, index) => `<a${index}/>`).join('');
    for (const added of [nested, `<a ${attributes}/>`, elements])
      expect(await rulesWith({ manifest: before(added) })).toEqual(['malformed']);
    const letters = randomBytes(3 * 1024 ** 2).toString('hex');
    expect(await rulesWith({ manifest: before(`<!-- ${letters} -->`) })).toEqual(['large-manifest']);
  });

  test('what is no archive at all, or half of one', async () => {
    await writeFile(path('no.zip'), 'hello');
    expect(await rulesOf(path('no.zip'))).toEqual(['not-zip']);
    expect(await rulesOf(path('absent.zip'))).toEqual(['not-zip']);
    const bytes = await readFile(path('sound.zip'));
    await writeFile(path('half.zip'), bytes.subarray(0, bytes.length / 2));
    expect(await rulesOf(path('half.zip'))).toEqual(['not-zip']);
  });

  test('changed bytes never crash the checker and never pass as sound with another content', async () => {
    const bytes = await readFile(path('sound.zip'));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const copy = Buffer.from(bytes);
          copy[at] = (copy[at] ?? 0) ^ by;
          await writeFile(path('changed.zip'), copy);
          const { findings } = await checkPackage(path('changed.zip'));
          for (const finding of findings) expect(sentenceOf(finding, 'es').length).toBeGreaterThan(10);
          // Times, versions and attributes may change without harm; bytes of the files may not.
          const content = findings.length === 0 ? await unpack(path('changed.zip')) : sound;
          expect(content).toEqual(sound);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a manifest that the schemas accept and LMSs do not', () => {
  const replace = (from: string | RegExp, to: string) => (text: string) => {
    expect(text).toMatch(from);
    return text.replace(from, to);
  };
  test.each<[string, (text: string) => string, string[]]>([
    [
      'names no organization that exists',
      replace('default="O-sample-1"', 'default="O-other"'),
      ['organization'],
    ],
    [
      'names no resource that exists',
      replace('identifierref="R-sample-1"', 'identifierref="R-other"'),
      ['unresolved', 'no-sco'],
    ],
    ['says the version in other words', replace('>1.2<', '>SCORM 1.2<'), ['edition']],
    ['has a mastery score in words', replace('>70<', '>seventy<'), ['mastery']],
    ['has a mastery score beyond 100', replace('>70<', '>170<'), ['mastery']],
    [
      'spells scormType as 2004 does',
      replace('adlcp:scormtype', 'adlcp:scormType'),
      ['schema', 'scorm-type'],
    ],
    [
      'gives its namespaces other prefixes',
      (text) => text.replaceAll('adlcp:', 'a:').replace('xmlns:adlcp', 'xmlns:a'),
      ['prefix', 'no-sco'],
    ],
    ['leaves a file out', replace('<file href="runtime.js"/>', ''), ['unlisted']],
    [
      'lists a file twice',
      replace('<file href="runtime.js"/>', '<file href="runtime.js"/><file href="runtime.js"/>'),
      ['listed-twice'],
    ],
    [
      'names a file that is not there',
      replace('<file href="runtime.js"/>', '<file href="runtime.js"/><file href="more.js"/>'),
      ['missing'],
    ],
    [
      'names a file in other capitals',
      replace('<file href="runtime.js"/>', '<file href="Runtime.js"/>'),
      ['other-case', 'unlisted'],
    ],
    [
      'launches a page that is not there',
      replace('" href="index.html"', '" href="start.html"'),
      ['missing', 'launch-unlisted'],
    ],
    ['does not list its launch page', replace('<file href="index.html"/>', ''), ['launch-unlisted']],
    [
      'launches a page of another site',
      replace('" href="index.html"', '" href="https://example.org/index.html"'),
      ['external'],
    ],
    [
      'launches with parameters, which is allowed',
      replace('" href="index.html"', '" href="index.html?lang=es#top"'),
      [],
    ],
    [
      'has addresses with backslashes',
      replace('<file href="runtime.js"/>', '<file href="a\\runtime.js"/>'),
      ['bad-href', 'unlisted'],
    ],
    [
      'climbs out of the package',
      replace('<file href="runtime.js"/>', '<file href="../runtime.js"/>'),
      ['bad-href', 'unlisted'],
    ],
    [
      'has elements in the wrong order',
      replace(/(<title>[^<]*<\/title>)\s*(<adlcp:masteryscore>70<\/adlcp:masteryscore>)/, '$2$1'),
      ['schema'],
    ],
    ['has an unknown element', replace('</organizations>', '<extra/></organizations>'), ['schema']],
    ['has identifiers that are none', replace('identifier="I-sample-1"', 'identifier="1 I"'), ['schema']],
    ['says an attribute twice', replace('<resource ', '<resource type="x" '), ['malformed']],
    [
      'uses a prefix that it does not explain',
      replace('<title>', '<title xlink:x="">'),
      ['malformed', 'schema'],
    ],
    ['is not closed', replace('</manifest>', ''), ['malformed']],
    ['begins with an empty line', (text) => `\n${text}`, ['malformed']],
    ['begins with a byte order mark', (text) => `\ufeff${text}`, ['bom']],
  ])('%s', async (_name, manifest, rules) => {
    expect(new Set(await rulesWith({ manifest }))).toEqual(new Set(rules));
  });

  test.each<[string, (text: string) => string, string[]]>([
    ['hides the way out', replace('>previous<', '>exitAll<'), ['trap']],
    [
      'shares objectives in a way that stops Moodle',
      replace('</imsss:primaryObjective>', '<imsss:mapInfo targetObjectiveID="g"/></imsss:primaryObjective>'),
      ['map-info'],
    ],
    ['asks for more than everything', replace('>0.7<', '>7<'), ['schema', 'measure']],
    ['has a title without end', replace(/<title>[^<]*</, `<title>${'t'.repeat(256)}<`), ['long-title']],
    ['spells scormtype as 1.2 does', replace('adlcp:scormType', 'adlcp:scormtype'), ['scorm-type']],
  ])('in 2004: %s', async (_name, manifest, rules) => {
    expect(new Set(await rulesWith({ manifest }, sound2004))).toEqual(new Set(rules));
  });

  test('stands in a folder, or is absent', async () => {
    expect(
      await rulesOf(await zipOf([...sound].map(([name, text]) => [`course/${name}`, text] as const))),
    ).toEqual(['nested-manifest']);
    expect(await rulesWith({ files: (files) => files.delete('imsmanifest.xml') })).toEqual(['no-manifest']);
  });

  test('comes without a control document, or with those of another edition', async () => {
    expect(await rulesWith({ files: (files) => files.delete('ims_xml.xsd') })).toEqual(['control']);
    const files = new Map([...sound2004].filter(([name]) => !name.endsWith('.xsd')));
    expect(await rulesOf(await zipOf(files))).toEqual(['control']);
  });

  test('names of files that some LMSs do not import are told, without refusing the package', async () => {
    const manifest = (text: string) =>
      text.replace('<file href="runtime.js"/>', '<file href="runtime.js"/><file href="Mi%20a%C3%B1o.html"/>');
    const result = await checkPackage(
      await zipOf(
        [
          ...sound,
          ['imsmanifest.xml', manifest(sound.get('imsmanifest.xml') ?? '')],
          ['Mi año.html', 'x'],
          ['__MACOSX/x', 'x'],
        ].slice(1) as [string, string][],
      ),
    );
    expect(result.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['unlisted', 'error'],
      ['odd-name', 'advice'],
      ['junk', 'advice'],
    ]);
  });

  test('a sentence is short, and says nothing that a terminal would obey', async () => {
    const evil = `\u001b[2J\u009b\u202e${'x'.repeat(5000)}`;
    const manifest = (text: string) => text.replace('<file href="runtime.js"/>', `<file href="${evil}"/>`);
    const { findings } = await checkPackage(
      await zipOf(
        [...sound, ['imsmanifest.xml', manifest(sound.get('imsmanifest.xml') ?? '')] as const].slice(1),
      ),
    );
    expect(findings.length).toBeGreaterThan(1);
    for (const finding of findings) {
      const sentence = sentenceOf(finding, 'en');
      expect(sentence.length).toBeLessThan(400);
      expect(sentence).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u202e]+$/);
    }
  });

  test('every sentence stands in both languages, with what it speaks of', async () => {
    const { findings } = await checkPackage(
      await zipOf(new Map([...sound].filter(([name]) => name !== 'course.css'))),
    );
    expect(findings.map((finding) => sentenceOf(finding, 'en'))).toEqual([
      'The manifest names course.css, which is not in the package.',
    ]);
    expect(findings.map((finding) => sentenceOf(finding, 'es'))).toEqual([
      'El manifiesto nombra course.css, que no está en el paquete.',
    ]);
  });
});
