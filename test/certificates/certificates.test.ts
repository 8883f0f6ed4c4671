import { afterAll, beforeAll, expect, test } from '@jest/globals';
import request from 'supertest';
import { UserModel } from '../../server/accounts/index.ts';
import { getTrack } from '../../server/catalogue/index.ts';
import { CertificateModel, ensureCertificate } from '../../server/certificates/index.ts';
import { newCode, readCode, showCode } from '../../server/certificates/code.ts';
import { walkTo } from '../../scripts/demo/stages.ts';
import { startRumbo } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let graduate: string;
beforeAll(async () => {
  rumbo = await startRumbo();
  await rumbo.person('learner', 'graduada@example.org');
  graduate = String((await UserModel.findOne({ email: 'graduada@example.org' }).lean())?._id);
  const [overview, expert] = await Promise.all([getTrack('overview'), getTrack('dfa-expert')]);
  await walkTo(8, graduate, { overview, expert, trainer: graduate });
});
afterAll(async () => await rumbo.stop());

const pdf = async (path: string) =>
  await request(rumbo.app)
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });

test('who has not finished the track gets none', async () => {
  const learner = await rumbo.person('learner', 'nueva@example.org');
  const answer = await learner.post('/es/account', '/es/tracks/overview/certificate', {});
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('La constancia se emite al terminar');
});

test('a finished track gives one certificate, however often and at once it is asked for', async () => {
  const overview = await getTrack('overview');
  const all = await Promise.all(
    Array.from({ length: 20 }, async () => await ensureCertificate(graduate, overview)),
  );
  expect(new Set(all.map(({ code }) => code)).size).toBe(1);
  expect(await CertificateModel.countDocuments({ user: graduate })).toBe(1);
});

test('anyone verifies it by its code, typed as people type; the page says just what the certificate says', async () => {
  const { code } = await ensureCertificate(graduate, await getTrack('overview'));
  const visitor = rumbo.visitor();
  const typed = encodeURIComponent(` ${showCode(code).toLowerCase()} `);
  const found = await visitor.get(`/en/certificates?code=${typed}`);
  expect(found.headers.location).toBe(`/en/certificates/${code}`);
  const page = (await visitor.get(`/en/certificates/${code}`)).text;
  expect(page).toContain('Valid certificate');
  expect(page).toContain('Ana Prueba');
  expect(page).not.toContain('example.org<');
  expect(page).not.toContain('Ministerio de Finanzas');
  expect((await visitor.get('/es/certificates?code=abc')).status).toBe(422);
  expect((await visitor.get(`/es/certificates/${newCode()}`)).status).toBe(404);
});

test('the PDF is the same at every asking, small, tagged, and in both languages', async () => {
  const { code } = await ensureCertificate(graduate, await getTrack('overview'));
  const [first, again, english] = await Promise.all(
    ['es', 'es', 'en'].map(async (lang) => await pdf(`/${lang}/certificates/${code}/pdf`)),
  );
  const bytes = first?.body as Buffer;
  expect(first?.headers['content-type']).toBe('application/pdf');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.equals(again?.body as Buffer)).toBe(true);
  expect(bytes.equals(english?.body as Buffer)).toBe(false);
  expect(bytes.length).toBeLessThan(40_000);
  expect(bytes.toString('latin1')).toMatch(/\/MarkInfo|\/StructTreeRoot/);
  expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('a coordinator takes it back with a reason; a trainer may not', async () => {
  const { code } = await ensureCertificate(graduate, await getTrack('overview'));
  const trainer = await rumbo.person('trainer', 't@example.org');
  const coordinator = await rumbo.person('coordinator', 'c@example.org');
  const [page, action] = [`/es/certificates/${code}`, `/es/certificates/${code}/revoke`];
  expect((await trainer.post('/es/account', action, { reason: 'No corresponde' })).status).toBe(403);
  const short = await coordinator.post(page, action, { reason: 'no' });
  expect(short.status).toBe(422);
  expect(short.text).toContain('name="reason" value="no"');
  expect(short.text).toContain('id="reason-error">Escriba la razón');
  await coordinator.post(page, action, { reason: 'Emitida por error' });
  const shown = (await rumbo.visitor().get(page)).text;
  expect(shown).toContain('Constancia revocada');
  expect(shown).toContain('Emitida por error');
  expect((await pdf(`${page}/pdf`)).status).toBe(404);
});

test('codes are read with lookalikes and hyphens, and nothing else is a code', () => {
  expect(readCode('7kq4-m2xd-9rtp-h3wc')).toBe('7KQ4M2XD9RTPH3WC');
  expect(readCode('OIL0 0000 0000 0000')).toBe('0110000000000000');
  expect([readCode(''), readCode('7KQ4'), readCode('../../etc/passwd')]).toEqual([null, null, null]);
  expect(new Set(Array.from({ length: 500 }, newCode)).size).toBe(500);
});
