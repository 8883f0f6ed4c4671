/** The files of a draft: parts from templates, uploads, the whole module as ZIP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import sharp from 'sharp';
import { DraftModel } from '../../server/authoring/draft.model.ts';
import { dropUnusedUploads } from '../../server/authoring/index.ts';
import { judgeFile } from '../../server/authoring/files/judging.ts';
import { findOriginal, sourceOf, storeOriginal } from '../../server/catalogue/index.ts';
import { projectRoot } from '../../server/root.ts';
import { readArchive } from '../../server/zip/reading.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const WORKSHOP = '/es/trainer/workshop';
const DRAFT = '/es/trainer/drafts/overview-2';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'ines@example.org');
  await trainer.post(WORKSHOP, `${WORKSHOP}/overview-2/open`, {});
});
afterAll(async () => {
  await rumbo.stop();
});

const draft = async () => {
  const found = await DraftModel.findById('overview-2').lean();
  if (!found) throw new Error('The draft is not there.');
  return found;
};
const opened = async () => String((await draft()).openedAt.getTime());
const paths = async () => (await draft()).texts.map(({ path }) => path);
const originals = async () => await mongoose.connection.collection('originals.files').countDocuments({});
const decode = (html: string) =>
  html.replace(/&(?:#x([0-9A-F]+)|(\w+));/gi, (_, code: string | undefined, name: string) =>
    code ? String.fromCodePoint(parseInt(code, 16)) : ({ quot: '"', lt: '<', gt: '>', amp: '&' }[name] ?? ''),
  );

describe('parts from a template', () => {
  const lesson = { number: '7', name: 'who-decides', titleEs: 'Quién decide', titleEn: 'Who decides' };

  test('a lesson comes in both languages, once however often the form is sent', async () => {
    const fields = { ...lesson, opened: await opened() };
    for (let sent = 0; sent < 2; sent += 1) {
      const answer = await trainer.post(DRAFT, `${DRAFT}/lessons`, fields);
      expect(answer.headers.location).toBe(`${DRAFT}#texts`);
    }
    expect((await paths()).filter((path) => path.includes('who-decides')).toSorted()).toEqual([
      'en/07-who-decides.md',
      'es/07-who-decides.md',
    ]);
    const page = (await trainer.get(DRAFT)).text;
    expect(page).toContain('Quién decide');
    expect(page).toContain('Who decides');
    expect(page).not.toContain('No se puede publicar');
  });

  test.each([
    [{ number: '0' }, 'number', 'Escriba un número de 1 a 99.'],
    [{ number: '1', name: 'another' }, 'number', 'Ya hay una lección con ese número.'],
    [{ number: '8' }, 'name', 'Ya hay una lección con ese nombre.'],
    [{ name: '../escape' }, 'name', 'Use letras minúsculas sin tilde'],
    [{ titleEn: ' ' }, 'titleEn', 'Escriba el título.'],
  ])('a wrong field %j is told beside it, and what was typed stays', async (wrong, field, sentence) => {
    const before = await draft();
    const answer = await trainer.post(DRAFT, `${DRAFT}/lessons`, {
      ...lesson,
      ...wrong,
      opened: await opened(),
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(new RegExp(`id="${field}-error">${sentence}`));
    expect(answer.text).toContain('value="Quién decide"');
    expect((await draft()).version).toBe(before.version);
  });

  test('ten lessons added at once are all there', async () => {
    const at = await opened();
    const csrf = await trainer.token(DRAFT);
    await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const fields = { ...lesson, number: String(20 + index), name: `part-${String(index)}`, opened: at };
        await trainer.send(csrf, `${DRAFT}/lessons`, fields);
      }),
    );
    const made = (await paths()).filter((path) => path.includes('-part-'));
    expect(new Set(made).size).toBe(20);
    for (let index = 0; index < 10; index += 1)
      await trainer.send(csrf, `${DRAFT}/remove`, {
        opened: at,
        version: String((await draft()).version),
        text: `${String(20 + index)}-part-${String(index)}.md`,
      });
    expect((await paths()).filter((path) => path.includes('-part-'))).toEqual([]);
  });

  test('a worksheet and the guide come in right', async () => {
    const fields = { worksheet: 'next-steps', worksheetEs: 'Próximos pasos', worksheetEn: 'Next steps' };
    await trainer.post(DRAFT, `${DRAFT}/worksheets`, { ...fields, opened: await opened() });
    const guide = ['es/facilitator.md', 'en/facilitator.md'];
    const version = String((await draft()).version);
    await trainer.post(DRAFT, `${DRAFT}/remove`, { opened: await opened(), version, text: 'facilitator.md' });
    expect(await paths()).not.toEqual(expect.arrayContaining(guide));
    await trainer.post(DRAFT, `${DRAFT}/guide`, { opened: await opened() });
    expect(await paths()).toEqual(expect.arrayContaining(['worksheets/next-steps.yaml', ...guide]));
    expect((await trainer.get(DRAFT)).text).not.toContain('No se puede publicar');
  });

  test('what changed since the page was opened is not removed unseen, and the module’s own file never', async () => {
    const at = await opened();
    const stale = { opened: at, version: '1', text: '07-who-decides.md' };
    expect((await trainer.post(DRAFT, `${DRAFT}/remove`, stale)).status).toBe(409);
    const version = String((await draft()).version);
    const own = await trainer.post(DRAFT, `${DRAFT}/remove`, { opened: at, version, text: 'module.yaml' });
    expect(own.status).toBe(404);
    const other = await trainer.post(DRAFT, `${DRAFT}/guide`, { opened: '1' });
    expect(other.status).toBe(409);
    const gone = await trainer.post(DRAFT, `${DRAFT}/remove`, { ...stale, version });
    expect(gone.status).toBe(303);
    expect(await paths()).not.toContain('es/07-who-decides.md');
    expect(await paths()).not.toContain('en/07-who-decides.md');
  });
});

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#247' } });
const upload = async (name: string, bytes: Buffer, alt = 'El agua subió de 61 a 66 %.') =>
  await trainer.upload(DRAFT, `${DRAFT}/assets`, { opened: await opened(), alt }, { name, bytes });
const shown = async (name: string) => await trainer.download(`/drafts/overview-2/assets/${name}`);

describe('uploads', () => {
  test('a photo comes in upright, 1,600 pixels wide at most, and without where it was taken', async () => {
    const photo = await picture(2_000, 3_000)
      .withExif({ IFD0: { Orientation: '6', Copyright: 'Secret place' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const answer = await upload('Foto del Río.JPG', photo);
    expect(answer.headers.location).toBe(`${DRAFT}?added=assets%2Ffoto-del-rio.jpg#images`);
    const bytes = (await shown('foto-del-rio.jpg')).body as Buffer;
    const { width, height, exif, orientation } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([1_600, 1_067]);
    expect(exif ?? orientation).toBeUndefined();

    const page = await trainer.get(answer.headers.location ?? '');
    expect(page.text).toContain('Se agregó foto-del-rio.jpg.');
    expect(decode(page.text)).toContain('![El agua subió de 61 a 66 %.](../assets/foto-del-rio.jpg)');
    expect(page.text).toContain('Sin usar');
  });

  test.each([
    ['png', 'image/png'],
    ['webp', 'image/webp'],
    ['gif', 'image/gif'],
  ] as const)('a %s is known by its bytes, whatever its name says', async (format, type) => {
    await upload(`figure ${format}.pdf`, await picture(40, 20).toFormat(format).toBuffer());
    const answer = await shown(`figure-${format}.${format}`);
    expect(answer.headers['content-type']).toBe(type);
  });

  test('the same file twice is kept once, other bytes under the same name get a number', async () => {
    await upload('twice.png', await picture(10, 10).png().toBuffer());
    await upload('twice.png', await picture(10, 10).png().toBuffer());
    await upload('twice.png', await picture(11, 10).png().toBuffer());
    const names = (await draft()).assets.map(({ path }) => path).filter((path) => path.includes('twice'));
    expect(names.toSorted()).toEqual(['assets/twice-2.png', 'assets/twice.png']);
  });

  test('what is hidden behind an image does not come in with it', async () => {
    const image = await picture(12, 12).png().toBuffer();
    await upload('both.png', Buffer.concat([image, Buffer.from('<script>alert(1)</script>PK\x05\x06')]));
    const kept = (await shown('both.png')).body as Buffer;
    expect(kept.includes('<script>')).toBe(false);
    expect(kept.includes('PK\x05\x06')).toBe(false);
  });

  test('a drawing is kept as it was handed in and shown cleaned', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><a href="https://example.org"><rect width="10" height="10"/></a></svg>';
    await upload('drawing.svg', Buffer.from(svg));
    const zip = await trainer.download(`${DRAFT}/zip`);
    const { files } = await readArchive(zip.body as Buffer, { entries: 1_000, bytes: 1e8 });
    expect(files?.get('overview/country-results-framework/assets/drawing.svg')?.toString()).toBe(svg);
    expect(((await shown('drawing.svg')).body as Buffer).toString()).not.toContain('example.org');
  });

  test('a used image stays, an unused one goes', async () => {
    const used = (await draft()).assets[0]?.path.replace('assets/', '') ?? '';
    const refused = await trainer.post(DRAFT, `${DRAFT}/assets/remove`, {
      opened: await opened(),
      asset: used,
    });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Un texto todavía lo usa');
    await trainer.post(DRAFT, `${DRAFT}/assets/remove`, { opened: await opened(), asset: 'twice-2.png' });
    expect((await shown('twice-2.png')).status).toBe(404);
    expect((await shown(used)).status).toBe(200);
  });

  test('what nothing names is deleted a day later; what a draft or a revision names, or came again, stays', async () => {
    const bytes = await picture(13, 13).png().toBuffer();
    const remove = async () =>
      await trainer.post(DRAFT, `${DRAFT}/assets/remove`, { opened: await opened(), asset: 'gone.png' });
    await upload('gone.png', bytes);
    const hash = (await draft()).assets.find(({ path }) => path === 'assets/gone.png')?.hash ?? '';
    const isKept = async () =>
      (await mongoose.connection.collection('originals.files').countDocuments({ filename: hash })) === 1;
    await remove();
    await dropUnusedUploads();
    expect(await isKept()).toBe(true);

    // Long forgotten, then handed in once more in the moment before its deletion.
    await mongoose.connection
      .collection('originals.files')
      .updateOne({ filename: hash }, { $set: { 'metadata.wantedAt': new Date(0) } });
    await storeOriginal((await findOriginal(hash)) ?? Buffer.alloc(0));
    await dropUnusedUploads();
    expect(await isKept()).toBe(true);

    const tomorrow = new Date(Date.now() + 25 * 60 * 60_000);
    expect(await dropUnusedUploads(tomorrow)).toBeGreaterThan(0);
    expect(await isKept()).toBe(false);
    const { assets } = await draft();
    const named = await Promise.all(assets.map(async (asset) => (await findOriginal(asset.hash))?.length));
    expect(named).toEqual(assets.map((asset) => asset.bytes));
    expect((await sourceOf('overview-2', 1))?.files.size).toBeGreaterThan(10);
    expect(await dropUnusedUploads(tomorrow)).toBe(0);
    const chunks = await mongoose.connection.collection('originals.chunks').distinct('files_id');
    expect(chunks).toHaveLength(await originals());
  });
});

/** A PNG that only says how large it is. */
function hugePng(): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}

test.each<[string, string, () => Buffer, string]>([
  ['empty', 'nada.png', () => Buffer.alloc(0), 'El archivo está vacío'],
  ['no image', 'texto.png', () => Buffer.from('hola, esto es texto'), 'no es una imagen, un PDF ni un XLSX'],
  ['50 MB of one line', 'larga.svg', () => Buffer.alloc(50 * 1024 ** 2, 'a'), 'pesa más de 15 MB'],
  ['60,000 pixels each way', 'enorme.png', hugePng, 'La imagen mide 60 000 × 60 000'],
  [
    'nothing of an image after a JPEG’s mark',
    'rota.jpg',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500, 'rumbo')]),
    'La imagen está dañada',
  ],
  [
    'a drawing that runs',
    'mala.svg',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'contiene código que se ejecuta',
  ],
  [
    'a drawing with a handler',
    'peor.svg',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'contiene código que se ejecuta',
  ],
  [
    'a drawing in another encoding',
    'latin.svg',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>año</text></svg>', 'latin1'),
    'no está en UTF-8',
  ],
  [
    'a drawing with a NUL',
    'nul.svg',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><text>a\0</text></svg>'),
    'carácter invisible',
  ],
  [
    'a drawing of a billion laughs',
    'risa.svg',
    () =>
      Buffer.from(
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
      ),
    'risa.svg',
  ],
  [
    'a PDF that is an archive as well',
    'doble.pdf',
    () => Buffer.from(`%PDF-1.7\n%%EOF\nPK\x05\x06${'\0'.repeat(18)}`, 'latin1'),
    'lleva otro archivo escondido',
  ],
  [
    'an archive that is no workbook',
    'falso.xlsx',
    () => Buffer.from(`PK\x03\x04${'\0'.repeat(60)}`, 'latin1'),
    'no es un ZIP, o está dañado',
  ],
])('%s: a sentence that names the file, and nothing is stored', async (_, name, bytes, sentence) => {
  const before = [(await draft()).version, await originals()];
  const answer = await upload(name, bytes());
  expect(answer.status).toBe(422);
  const told = /id="file-error">([^<]*)</.exec(answer.text)?.[1] ?? '';
  expect(decode(told).replaceAll('\u00a0', ' ')).toContain(sentence);
  expect(told).toContain(name);
  expect([(await draft()).version, await originals()]).toEqual(before);
});

test('a form without a file or without words says so, and keeps the words', async () => {
  const image = await picture(5, 5).png().toBuffer();
  expect((await upload('x.png', image, ' ')).text).toContain('Escriba qué dice el archivo.');
  const none = await trainer.post(DRAFT, `${DRAFT}/assets`, { opened: await opened(), alt: 'Unas palabras' });
  expect(none.text).toContain('Elija un archivo.');
  expect(none.text).toContain('Unas palabras</textarea>');
});

describe('who may', () => {
  test('a learner uploads nothing and downloads nothing', async () => {
    const learner = await rumbo.person('learner', 'rosa@example.org');
    const image = await picture(5, 5).png().toBuffer();
    const fields = { opened: await opened(), alt: 'x' };
    const file = { name: 'x.png', bytes: image };
    const answer = await learner.upload('/es/account', `${DRAFT}/assets`, fields, file);
    expect(answer.status).toBe(403);
    expect((await learner.get(`${DRAFT}/zip`)).status).toBe(403);
  });

  test('another site’s form is refused before its file is read, a form without our token after', async () => {
    const file = { name: 'x.png', bytes: Buffer.from('whatever') };
    const foreign = await trainer.upload(DRAFT, `${DRAFT}/assets`, {}, file, {
      'Sec-Fetch-Site': 'cross-site',
    });
    expect(foreign.status).toBe(403);
    const small = { name: 'x.png', bytes: await picture(5, 5).png().toBuffer() };
    const fields = { opened: await opened(), alt: 'x', csrf: 'wrong' };
    expect((await trainer.upload(DRAFT, `${DRAFT}/assets`, fields, small)).status).toBe(403);
  });
});

test('a module goes out with the bytes that it came in with, the same archive each time', async () => {
  await trainer.post(WORKSHOP, `${WORKSHOP}/overview-3/open`, {});
  const address = '/es/trainer/drafts/overview-3/zip';
  const [first, second] = [await trainer.download(address), await trainer.download(address)];
  expect(first.headers['content-disposition']).toBe('attachment; filename=overview-3.zip');
  expect((first.body as Buffer).equals(second.body as Buffer)).toBe(true);
  const { files } = await readArchive(first.body as Buffer, { entries: 1_000, bytes: 1e8 });
  expect(files?.size).toBeGreaterThan(5);
  for (const [path, bytes] of files ?? [])
    expect(bytes.equals(await readFile(join(projectRoot, 'modules-content', path)))).toBe(true);
});

test('mutated images are made anew or refused, and never end in a fault', async () => {
  let state = 19_771_124;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const formats = ['png', 'jpeg', 'webp', 'gif'] as const;
  const images = await Promise.all(formats.map((format) => picture(48, 32).toFormat(format).toBuffer()));
  const rounds = Number(process.env.RUMBO_MUTATIONS ?? 300);
  const outcomes = { kept: 0, refused: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const bytes = Buffer.from(images[next(images.length)] ?? []);
    for (let change = 0; change <= next(4); change += 1) bytes[next(bytes.length)] = next(256);
    const { file } = await judgeFile('x.png', next(8) === 0 ? bytes.subarray(0, next(bytes.length)) : bytes);
    outcomes[file ? 'kept' : 'refused'] += 1;
  }
  expect(outcomes.kept).toBeGreaterThan(0);
  expect(outcomes.kept + outcomes.refused).toBe(rounds);
});
