/** A whole module comes in as ZIP, whatever the ZIP may be. */
import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { ZipFile } from 'yazl';
import { DraftModel } from '../../server/authoring/draft.model.ts';
import { writeModuleZip } from '../../server/authoring/files/module-zip.ts';
import { readModuleZip } from '../../server/authoring/files/module-upload.ts';
import { readArchive } from '../../server/zip/reading.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const IMPORT = '/es/trainer/workshop/import';
const FOLDER = 'overview/country-results-framework';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
let files: Map<string, Buffer>;
let whole: Buffer;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'ines@example.org');
  await trainer.post('/es/trainer/workshop', '/es/trainer/workshop/overview-2/open', {});
  whole = (await trainer.download('/es/trainer/drafts/overview-2/zip')).body as Buffer;
  await DraftModel.deleteMany({});
  const read = await readArchive(whole, { entries: 1_000, bytes: 1e8 });
  files = new Map([...(read.files ?? [])].map(([path, bytes]) => [path.slice(FOLDER.length + 1), bytes]));
});
afterAll(async () => {
  await rumbo.stop();
});

async function zipOf(changes: Record<string, Buffer | string>, folder = FOLDER): Promise<Buffer> {
  const all = new Map(files);
  for (const [path, content] of Object.entries(changes)) all.set(path, Buffer.from(content));
  const output = new PassThrough();
  const [bytes] = await Promise.all([buffer(output), writeModuleZip(folder, all, output)]);
  return bytes;
}
const bring = async (bytes: Buffer, fields: Record<string, string> = {}) =>
  await trainer.upload(IMPORT, IMPORT, fields, { name: 'modulo.zip', bytes });
const stored = async () => [
  await DraftModel.countDocuments({}),
  await mongoose.connection.collection('originals.files').countDocuments({}),
];

test('what goes out comes in again, and goes out as the same archive', async () => {
  expect((await bring(whole)).headers.location).toBe('/es/trainer/drafts/overview-2');
  const again = (await trainer.download('/es/trainer/drafts/overview-2/zip')).body as Buffer;
  expect(again.equals(whole)).toBe(true);
});

test('line ends, a byte-order mark and a file’s own order stay byte for byte', async () => {
  const odd = await zipOf({
    'es/quiz.md': `\ufeff${String(files.get('es/quiz.md')).replaceAll('\n', '\r\n')}`,
  });
  await DraftModel.deleteMany({});
  await bring(odd);
  expect(((await trainer.download('/es/trainer/drafts/overview-2/zip')).body as Buffer).equals(odd)).toBe(
    true,
  );
});

test('an open draft is replaced only as the person saw it, and only when told to', async () => {
  const changed = await zipOf({ 'es/facilitator.md': '---\ntitle: Guía\nminutes: 60\n---\n\nTexto.\n' });
  const asked = await bring(changed);
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('Para reemplazar el borrador, marque la casilla');
  const value = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(asked.text)?.[1] ?? '';
  const seen = { opened: value('opened'), version: value('version') };
  const has = async () => await DraftModel.exists({ 'texts.path': 'es/facilitator.md' });
  expect(await has()).toBeNull();
  await bring(changed, { ...seen, version: '99', replace: 'yes' });
  expect(await has()).toBeNull();
  const done = await bring(changed, { ...seen, replace: 'yes' });
  expect(done.status).toBe(303);
  expect(await has()).not.toBeNull();
});

/** An archive as an unrelated library writes it. */
async function foreignZip(add: (zip: ZipFile) => void): Promise<Buffer> {
  const zip = new ZipFile();
  add(zip);
  zip.end();
  return await buffer(zip.outputStream);
}
/** Empty files, as many as only ZIP64 can count; made by hand, since libraries take minutes for them. */
function manyEntries(count: number): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = Buffer.from(`a/b/${String(index).padStart(6, '0')}`);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt32LE(index * (30 + name.length), 42);
    locals.push(local, name);
    directory.push(record, name);
  }
  const before = Buffer.concat(locals);
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x06064b50);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(central.length), 40);
  end.writeBigUInt64LE(BigInt(before.length), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(before.length + central.length), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  end.fill(0xff, 84, 96);
  return Buffer.concat([before, central, end]);
}
/** The directory says 3 GB of each file. */
function saysLarge(bytes: Buffer): Buffer {
  const mark = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 4))
    bytes.writeUInt32LE(3 * 1024 ** 3, at + 24);
  return bytes;
}
/** The same length, so that nothing else in the archive changes. */
const renamed = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

describe('a ZIP that no module is: a sentence that names the file and the rule, and nothing is stored', () => {
  const cases: [string, () => Promise<Buffer>, string][] = [
    ['empty', () => Promise.resolve(Buffer.alloc(0)), 'El archivo está vacío'],
    ['no ZIP', () => Promise.resolve(Buffer.from('hola')), 'no es un ZIP'],
    ['60 MB', () => Promise.resolve(Buffer.alloc(60 * 1024 ** 2)), 'pesa más de 40 MB'],
    [
      '../',
      async () => renamed(await zipOf({}), 'overview/country', '../../../country'),
      'sale de la carpeta',
    ],
    [
      'a link',
      () => foreignZip((zip) => zip.addBuffer(Buffer.from('/etc'), `${FOLDER}/es`, { mode: 0o120777 })),
      'es un enlace',
    ],
    [
      '100,000 entries',
      () => Promise.resolve(manyEntries(100_000)),
      'Dentro hay 100 000 archivos; se aceptan 1000',
    ],
    ['a bomb', () => zipOf({ 'es/01-x.md': Buffer.alloc(30 * 1024 ** 2) }), 'se expande más de 200 veces'],
    ['more than 10 GB inside', async () => saysLarge(await zipOf({})), 'se expande más de 200 veces'],
    ['a foreign name', () => zipOf({ 'es/notes.txt': 'x' }), 'no pertenece a un módulo'],
    ['another track', () => zipOf({}, 'nowhere/country-results-framework'), 'está en la carpeta'],
    ['a NUL', () => zipOf({ 'es/quiz.md': 'a\0b' }), 'carácter invisible'],
    ['latin-1', () => zipOf({ 'es/quiz.md': Buffer.from('año', 'latin1') }), 'no está en UTF-8'],
    ['a long text', () => zipOf({ 'es/quiz.md': 'ab '.repeat(100_000) }), 'el máximo es 256 kB'],
    ['YAML aliases', () => zipOf({ 'module.yaml': 'a: &a [x]\nb: [*a, *a]\n' }), 'module.yaml'],
    ['YAML nested deep', () => zipOf({ 'module.yaml': '['.repeat(50_000) }), 'module.yaml'],
    [
      'a drawing that runs',
      () => zipOf({ 'assets/x.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>' }),
      'código que se ejecuta',
    ],
    ['an image that is none', () => zipOf({ 'assets/x.png': 'no image' }), 'no es lo que dice el nombre'],
  ];
  test.each(cases)('%s', async (_, make, sentence) => {
    const before = await stored();
    const answer = await bring(await make());
    expect(answer.status).toBe(422);
    const told = answer.text.replaceAll('\u00a0', ' ');
    expect(told).toContain(sentence);
    expect(told).toMatch(/<li>[^<]*(?:modulo\.zip|\.md|\.yaml|\.svg|\.png|\.txt|\/es|country)[^<]*: /);
    expect(await stored()).toEqual(before);
  });
});

test('mutated archives are read or refused, and never end in a fault', async () => {
  // A small generator of its own, so that a failure can be run again.
  let state = 20_261_124;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const rounds = Number(process.env.RUMBO_MUTATIONS ?? 300);
  const outcomes = { read: 0, refused: 0 };
  let untold = 0;
  for (let round = 0; round < rounds; round += 1) {
    const bytes = Buffer.from(whole);
    // Most bytes are packed data; the directory at the end is where an archive lies.
    for (let change = 0; change <= next(6); change += 1) {
      const at = next(2) === 0 ? bytes.length - 1 - next(2_000) : next(bytes.length);
      bytes[at] = next(256);
    }
    const { module, refused } = await readModuleZip(
      'x.zip',
      next(8) === 0 ? bytes.subarray(0, next(bytes.length)) : bytes,
    );
    outcomes[module ? 'read' : 'refused'] += 1;
    untold += refused?.length === 0 ? 1 : 0;
  }
  expect(outcomes.read + outcomes.refused).toBe(rounds);
  expect(untold).toBe(0);
  expect(outcomes.refused).toBeGreaterThan(0);
});
