/** Names as people write them: long, or in another script; on the page and on paper. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UserModel } from '../../server/accounts/index.ts';
import { getTrack } from '../../server/catalogue/index.ts';
import { CertificateModel, ensureCertificate } from '../../server/certificates/index.ts';
import { inTwoLines, runsOf } from '../../server/certificates/lettering.ts';
import { walkTo } from '../../scripts/demo/stages.ts';
import { PASSWORD, startRumbo } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => await rumbo.stop());

const person = { country: 'GT', institution: 'Ministerio (ejemplo)', language: 'es' };

test('a name of 300 characters gets a sentence beside its field, stays in it, and nothing is stored', async () => {
  const visitor = rumbo.visitor();
  const name = 'Ejemplo '.repeat(38).slice(0, 300).trim();
  const fields = { ...person, name, email: 'larga@example.org', password: PASSWORD };
  const answer = await visitor.post('/es/register', '/es/register', fields);
  expect(answer.status).toBe(422);
  expect(answer.text).toMatch(/id="name-error">[^<]*120/);
  expect(answer.text).toContain(`value="${name}"`);
  const inEnglish = await visitor.post('/en/register', '/en/register', { ...fields, language: 'en' });
  expect(inEnglish.text).toMatch(/id="name-error">[^<]*120/);
  expect(await UserModel.countDocuments({ email: 'larga@example.org' })).toBe(0);
});

describe.each([
  { script: 'Arabic', name: 'ليلى محمد الأحمد', font: 'NotoNaskhArabic' },
  { script: 'Hebrew', name: 'דנה כהן־לוי', font: 'NotoSerifHebrew' },
  { script: 'Cyrillic', name: 'Ольга Пример', font: 'NotoSerif' },
  { script: 'Latin, 120 characters long', name: 'Guadalupe '.repeat(12).trim(), font: 'NotoSerif' },
])('a name in $script', ({ script, name, font }) => {
  test('is kept as it was written, shown in its direction, and set on one page in a font that has it', async () => {
    const email = `${script.slice(0, 5).toLowerCase()}@example.org`;
    const visitor = rumbo.visitor();
    await visitor.post('/es/register', '/es/register', { ...person, name, email, password: PASSWORD });
    const user = String((await UserModel.findOne({ email, name }).lean())?._id);
    const [overview, expert] = await Promise.all([getTrack('overview'), getTrack('dfa-expert')]);
    await walkTo(8, user, { overview, expert, trainer: user });
    const { code } = await ensureCertificate(user, overview);
    expect((await visitor.get(`/es/certificates/${code}`)).text).toContain(`dir="auto">${name}</h1>`);
    const pdf = (await visitor.download(`/es/certificates/${code}/pdf`)).body as Buffer;
    const source = pdf.toString('latin1');
    expect(source.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(source).toMatch(new RegExp(`/FontName /[A-Z]{6}\\+${font}`));
    expect(pdf.length).toBeLessThan(40_000);
    await CertificateModel.deleteMany({});
  });
});

test.each([
  { what: 'one direction', text: 'Inés Ejemplo', seen: ['Inés Ejemplo'] },
  { what: 'right to left, word by word', text: 'ליל כהן', seen: ['כהן', ' ', 'ליל'] },
  { what: 'a Latin word in it', text: 'ליל Ana כהן', seen: ['כהן', ' Ana ', 'ליל'] },
  {
    what: 'two such words in a Latin name',
    text: 'Ana ליל כהן Ruiz',
    seen: ['Ana ', 'כהן', ' ', 'ליל', ' Ruiz'],
  },
  { what: 'two scripts from left to right', text: 'Ольга Żółć', seen: ['Ольга', ' ', 'Ż', 'ó', 'łć'] },
])('on paper: $what', ({ text, seen }) => {
  expect(runsOf(text).map((run) => run.text)).toEqual(seen);
  const letters = (all: string) => Array.from(all).sort().join('');
  expect(
    letters(
      runsOf(text)
        .map((run) => run.text)
        .join(''),
    ),
  ).toBe(letters(text));
});

test('a long name is parted at the space nearest its middle; without a space it is not', () => {
  expect(inTwoLines('Ana María de la Concepción Ruiz')).toEqual(['Ana María de la', 'Concepción Ruiz']);
  expect(inTwoLines('Guadalupe')).toEqual(['Guadalupe']);
});
