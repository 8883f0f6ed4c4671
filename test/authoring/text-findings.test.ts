/** What the whole module says of a text stays told while one goes on writing in it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DraftModel } from '../../server/authoring/draft.model.ts';
import { movedLines } from '../../server/authoring/moved-lines.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const DRAFT = '/es/trainer/drafts/overview-3';
const PATH = 'en/01-why-they-do-not-meet.md';
const TEXT = `${DRAFT}/texts/${PATH}`;

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'ines@example.org');
  await trainer.post('/es/trainer/workshop', '/es/trainer/workshop/overview-3/open', {});
});
afterAll(async () => {
  await rumbo.stop();
});

const kept = async () => {
  const draft = await DraftModel.findById('overview-3').lean();
  const found = draft?.texts.find(({ path }) => path === PATH);
  return { text: found?.text ?? '', base: String(found?.version) };
};
async function save(change: (text: string) => string): Promise<string> {
  const { text, base } = await kept();
  await trainer.post(TEXT, TEXT, { text: change(text), base });
  return (await kept()).text;
}
interface Found {
  version?: number;
  findings: string;
}
/** As the editor asks after a save. */
const afterSaving = async () => (await trainer.get(`${DRAFT}/findings/${PATH}`)).body as Found;
const whileWriting = async (text: string) =>
  (await trainer.post(TEXT, `${DRAFT}/preview/${PATH}`, { text })).body as Found;

test('where the languages differ is told after the save, and goes on being told as one writes', async () => {
  const text = await save((before) => `${before}\n## More {#more-of-it}\n\nA word more.\n`);
  const saved = await afterSaving();
  expect(String(saved.version)).toBe((await kept()).base);
  expect(saved.findings).toContain('Aquí difieren los idiomas');
  expect((await whileWriting(`${text}\nAnd on.\n`)).findings).toContain('Aquí difieren los idiomas');
  // It is told of a line: what is written before it moves it on.
  const line = Number(/data-line="(\d+)"(?:(?!data-line).)*Aquí difieren/s.exec(saved.findings)?.[1]);
  const moved = (await whileWriting(text.replace('\n\n', '\n\nFirst of all.\n\n'))).findings;
  expect(Number(/data-line="(\d+)"(?:(?!data-line).)*Aquí difieren/s.exec(moved)?.[1])).toBe(line + 2);
  // Mended and saved, it is gone.
  const mended = await save((before) => before.replace(/\n## More[^]*$/, ''));
  expect((await afterSaving()).findings).not.toContain('Aquí difieren');
  expect((await whileWriting(`${mended}\nAnd on.\n`)).findings).not.toContain('Aquí difieren');
});

test('a line that is being written anew loses what was said of it until it is saved', async () => {
  const text = await save((before) => `${before}\nThe goverment decides.\n`);
  expect((await afterSaving()).findings).toContain('goverment');
  expect((await whileWriting(`${text}\nAnd on.\n`)).findings).toContain('goverment');
  const corrected = text.replace('goverment', 'government');
  expect((await whileWriting(corrected)).findings).not.toContain('goverment');
});

test('a link to another lesson is no mistake while one writes beside it', async () => {
  const text = await save(
    (before) => `${before}\nSee the [next](02-programmes-that-lead-to-objectives.md).\n`,
  );
  expect((await afterSaving()).findings).not.toContain('No existe la lección');
  expect((await whileWriting(`${text}\nAnd on.\n`)).findings).not.toContain('No existe la lección');
  expect((await whileWriting(`${text}\n[x](09-none.md)\n`)).findings).toContain('09-none.md');
});

test('lines are followed over a change, and those in its midst are not', () => {
  const before = 'a\nb\nc\nd';
  const lineNow = movedLines(before, 'a\nnew\nnewer\nc\nd');
  expect([1, 2, 3, 4].map(lineNow)).toEqual([1, null, 4, 5]);
  expect([1, 2, 3, 4].map(movedLines(before, before))).toEqual([1, 2, 3, 4]);
});
