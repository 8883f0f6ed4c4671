/** What a trainer does with packages: orders, follows, downloads, keeps them up to date. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { Response } from 'supertest';
import { forgetCatalogue, publishContent } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { projectRoot } from '../../server/root.ts';
import { checkPackage } from '../../server/scorm/index.ts';
import { makeFolder, unpack } from '../scorm/packages.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const LIST = '/es/trainer/packages';
let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let trainer: Visitor;
beforeAll(async () => {
  [rumbo, folder] = await Promise.all([startRumbo(), makeFolder()]);
  trainer = await rumbo.person('trainer', 'trainer@example.org');
});
afterAll(async () => {
  await rumbo.stop();
  await folder.remove();
});

const module2 = { what: 'module:overview-2', format: '1.2', languages: 'es', passMark: '' };

/** Sends the form as the page shows it. */
async function order(fields: Record<string, string>): Promise<Response> {
  const page = await trainer.get(LIST);
  const request = /name="request" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  return await trainer.post(LIST, LIST, { request, ...fields });
}

/** Looks at the package's page until it is done. */
async function wait(url: string): Promise<Response> {
  for (;;) {
    const page = await trainer.get(url);
    if (!page.text.includes('data-building')) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function make(fields: Record<string, string>): Promise<{ url: string; page: Response }> {
  const url = (await order(fields)).headers.location ?? '';
  return { url, page: await wait(url) };
}

async function download(url: string): Promise<{ bytes: Buffer; path: string; answer: Response }> {
  const answer = await trainer.download(`${url}/download`);
  const bytes = answer.body as Buffer;
  const path = join(folder.path, 'package.zip');
  await writeFile(path, bytes);
  return { bytes, path, answer };
}

describe('a package that is ordered', () => {
  test('is made while its page tells how far it is, with nothing but HTML, and passes the check', async () => {
    const answer = await order(module2);
    expect(answer.status).toBe(303);
    const url = answer.headers.location ?? '';
    const first = await trainer.get(url);
    expect(first.text).toContain('<noscript><meta http-equiv="refresh" content="2"></noscript>');
    expect(first.text).toMatch(/<progress [^>]*value="\d+" max="400"/);
    expect(first.text).toMatch(/role="status"[^>]*>(Paso \d de 4\.|Espera su turno)/);
    // What is not ready cannot be had.
    expect((await trainer.get(`${url}/download`)).status).toBe(409);

    const page = await wait(url);
    expect(page.text).not.toContain('http-equiv="refresh"');
    expect(page.text).toContain('Listo y comprobado');
    const { bytes, path, answer: file } = await download(url);
    expect(page.text).toContain(createHash('sha256').update(bytes).digest('hex'));
    expect(file.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename=rumbo-overview-2-es-scorm1.2-r1.zip',
      'content-length': String(bytes.length),
    });
    expect(await checkPackage(path)).toMatchObject({ format: '1.2', findings: [] });
  });

  test('stands in the list with revision, hash and who asked for it', async () => {
    const { url, page } = await make({ ...module2, languages: 'en' });
    const hash = /[0-9a-f]{64}/.exec(page.text)?.[0] ?? 'none';
    const list = await trainer.get(LIST);
    const row = list.text.split('<tr').find((part) => part.includes(url)) ?? '';
    expect(row).toContain('SCORM 1.2 · Inglés');
    expect(row).toContain(`<code>${hash.slice(0, 12)}</code>`);
    expect(row).toContain('Ana Prueba');
    expect(row).toMatch(/data-label="Revisión"><span>1</);
  });

  test('can be a whole track, in both languages, with a pass mark of one’s own', async () => {
    const fields = { what: 'track:overview', format: '2004-4', languages: 'es+en', passMark: '85 %' };
    const { url } = await make(fields);
    const { path } = await download(url);
    expect(await checkPackage(path)).toMatchObject({ format: '2004-4', findings: [] });
    const files = await unpack(path);
    const manifest = files.get('imsmanifest.xml') ?? '';
    const items = [...manifest.matchAll(/<item identifier="I-([^"]+)"/g)].map(([, id]) => id);
    expect(items.length).toBeGreaterThan(1);
    expect(manifest).toContain('<imsss:minNormalizedMeasure>0.85<');
    // Its revision is the sum; each module shows its own.
    expect(manifest).toContain(`version="${items.length}"`);
    expect(files.get(`${items[0] ?? ''}/index.html`)).toContain('Revisión 1');
  });

  test('has the same bytes whoever orders it again, and they are kept once', async () => {
    const hashes = [await make(module2), await make(module2)].map(
      ({ page }) => /[0-9a-f]{64}/.exec(page.text)?.[0],
    );
    expect(hashes[0]).toBe(hashes[1]);
    const kept = await mongoose.connection
      .collection('archives.files')
      .countDocuments({ filename: hashes[0] });
    expect(kept).toBe(1);
  });

  test('is one, however often its form is sent', async () => {
    const request = '6f1b7d3e-2f0a-4c59-9f35-0a2f4b6c8d10';
    const answers = await Promise.all([1, 2, 3].map(() => trainer.post(LIST, LIST, { request, ...module2 })));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    await wait(answers[0]?.headers.location ?? '');
  });

  test.each([
    [{ what: '' }, 'what', 'Elija de la lista un módulo o un itinerario.'],
    [{ what: 'module:../etc' }, 'what', 'Elija de la lista un módulo o un itinerario.'],
    [{ format: '1.3' }, 'format', 'Elija un formato.'],
    [{ languages: 'fr' }, 'languages', 'Elija un idioma.'],
    [{ passMark: 'mucho' }, 'passMark', 'Escriba un número entero de 1 a 100, o deje el campo vacío.'],
    [{ passMark: '101' }, 'passMark', 'Escriba un número entero de 1 a 100, o deje el campo vacío.'],
  ])(
    'with %j is not: the form comes back with a sentence and what was typed',
    async (wrong, field, sentence) => {
      const answer = await order({ ...module2, passMark: '65', ...wrong });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`<a href="#${field}">${sentence}</a>`);
      expect(answer.text).toContain(`id="${field}-error">${sentence}<`);
      expect(answer.text).toContain(`name="passMark" value="${'passMark' in wrong ? wrong.passMark : '65'}"`);
    },
  );

  test('of what is not published is refused', async () => {
    expect((await order({ ...module2, what: 'module:nothing' })).status).toBe(404);
    expect((await order({ ...module2, what: 'track:nothing' })).status).toBe(404);
  });
});

describe('a package whose building breaks off', () => {
  const packages = () => mongoose.connection.collection('packages');
  const idOf = (url: string) => new mongoose.Types.ObjectId(url.split('/').at(-1) ?? '');

  test('goes on when someone looks and its process is gone', async () => {
    const { url } = await make(module2);
    const before = { owner: 'a process that is gone', until: new Date(Date.now() - 1000) };
    await packages().updateOne(
      { _id: idOf(url) },
      { $set: { state: 'building', lease: before, file: null, tries: 1 } },
    );
    expect((await wait(url)).text).toContain('Listo y comprobado');
  });

  test('is left alone as long as its process lives', async () => {
    const { url } = await make(module2);
    const lease = { owner: 'another process', until: new Date(Date.now() + 60_000) };
    await packages().updateOne({ _id: idOf(url) }, { $set: { state: 'building', lease, file: null } });
    await trainer.get(url);
    await make({ ...module2, format: '2004-3' });
    expect((await trainer.get(url)).text).toContain('data-building');
    await packages().updateOne({ _id: idOf(url) }, { $set: { state: 'failed', lease: null } });
  });

  test('gives up after three processes, says so, and can be tried again', async () => {
    const { url } = await make(module2);
    await packages().updateOne(
      { _id: idOf(url) },
      { $set: { state: 'building', lease: null, file: null, tries: 3 } },
    );
    const failed = await wait(url);
    expect(failed.text).toContain('No se pudo crear');
    const answer = await trainer.post(url, `${url}/retry`, {});
    expect(answer.headers.location).toBe(url);
    expect((await wait(url)).text).toContain('Listo y comprobado');
  });

  test('because its revision is gone says so, and nothing is handed out', async () => {
    const made = await packages().findOne({ of: 'overview-2', state: 'ready' });
    const _id = new mongoose.Types.ObjectId();
    const modules = [{ id: 'overview-2', revision: 99, hash: 'x', title: made?.title as object }];
    const waiting = { state: 'waiting', lease: null, tries: 0, file: null };
    await packages().insertOne({ ...made, _id, request: 'gone', modules, ...waiting });
    const url = `${LIST}/${_id.toString()}`;
    expect((await wait(url)).text).toContain('Algo falló de nuestro lado');
    expect((await trainer.get(`${url}/download`)).status).toBe(409);
    expect((await trainer.get(`${url}/play`)).status).toBe(409);
  });
});

test('a package whose module has moved on says so, and the new one is a button away', async () => {
  const { url, page } = await make(module2);
  expect(page.text).not.toContain('El contenido cambió después');
  const content = await loadContent(join(projectRoot, 'modules-content'));
  const changed = content.modules.map((loaded) =>
    loaded.module.id === 'overview-2'
      ? {
          ...loaded,
          hash: '1'.repeat(64),
          module: { ...loaded.module, title: { es: 'Título nuevo', en: 'New title' } },
        }
      : loaded,
  );
  await publishContent({ ...content, modules: changed });
  forgetCatalogue();

  const banner = await trainer.get(url);
  expect(banner.text).toContain('El contenido cambió después');
  expect(banner.text).toContain('Este paquete lleva la revisión 1; lo publicado ya va por la 2.');
  const row = (await trainer.get(LIST)).text.split('<tr').find((part) => part.includes(url)) ?? '';
  expect(row).toContain('Ya hay revisión 2');
  // The old one stays as it was.
  expect((await unpack((await download(url)).path)).get('imsmanifest.xml')).toContain('version="1"');

  const fields = Object.fromEntries(
    [
      ...banner.text.matchAll(
        /type="hidden" name="(what|format|languages|passMark|request)" value="([^"]*)"/g,
      ),
    ].map(([, name = '', value = '']) => [name, value]),
  );
  const renewed = (await trainer.post(url, LIST, fields)).headers.location ?? '';
  expect((await wait(renewed)).text).not.toContain('El contenido cambió después');
  const manifest = (await unpack((await download(renewed)).path)).get('imsmanifest.xml') ?? '';
  expect(manifest).toContain('version="2"');
  expect(manifest).toContain('<title>Título nuevo</title>');
  expect(manifest).toContain('identifier="I-overview-2"');
});

test('the list shows the newest first, a page at a time', async () => {
  const packages = mongoose.connection.collection('packages');
  const made = await packages.findOne({ state: 'ready' });
  // Ids of one second, made by the server and by this test, have no order among them.
  const later = (Math.floor(Date.now() / 1000) + 60).toString(16);
  await packages.insertMany(
    Array.from({ length: 30 }, (_, index) => ({
      ...made,
      _id: new mongoose.Types.ObjectId(later + String(index).padStart(16, '0')),
      request: `many-${index}`,
      title: { es: `Paquete ${index}`, en: `Package ${index}` },
    })),
  );
  const first = await trainer.get(LIST);
  const shown = (page: Response) =>
    [...page.text.matchAll(/>Paquete (\d+)<\/a>/g)].map(([, number]) => Number(number));
  expect(shown(first)).toEqual(Array.from({ length: 25 }, (_, index) => 29 - index));
  const older = /href="([^"]*before&#x3D;\w+)"/.exec(first.text)?.[1]?.replace('&#x3D;', '=') ?? '';
  expect(shown(await trainer.get(older))).toEqual([4, 3, 2, 1, 0]);
});
