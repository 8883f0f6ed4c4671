/** A workshop full of attacks, opened in Chromium past the content security policy: nothing of it runs. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import {
  DraftModel,
  type Draft,
  type DraftAsset,
  type DraftText,
} from '../../server/authoring/draft.model.ts';
import { publishContent, storeOriginal } from '../../server/catalogue/index.ts';
import { RevisionModel } from '../../server/catalogue/revision.model.ts';
import { contentOf } from '../../server/content/index.ts';
import { collections, inPages, PIECES } from '../content/support/attacks.ts';
import { FOLDER, smallFolder } from '../content/support/folder.ts';
import { attackedModule, countExecuted, hostileLesson, typed } from '../content/support/hostile.ts';
import { hasBrowser } from '../support/browser.ts';
import { startRumboInBrowser, type RumboInBrowser } from '../support/rumbo-in-browser.ts';

const OWN = PIECES.filter((piece) => piece.length > 3);
const collected = (await collections()).flatMap(({ vectors }) => vectors);
/** Our own in every place of a lesson; of a long list, each in three. */
const lessons = [
  ...inPages(OWN, 20).map((vectors) => ({ vectors, text: hostileLesson(vectors) })),
  ...inPages(collected, 120).map((vectors) => ({ vectors, text: hostileLesson(vectors, 3) })),
].map((lesson, number) => ({ ...lesson, number }));
/** Names and titles: a page shows many of them at once. */
const lists = inPages([...OWN, ...collected].map(typed), 60);
const id = (index: number) => `attack-${String(index)}`;

const LESSON = 'es/01-the-steps.md';
const WHO = { id: '0123456789abcdef01234567', name: OWN[0] ?? '' };
const yaml = (vector: string) => JSON.stringify(vector.slice(0, 110));

(hasBrowser ? describe : describe.skip)('the workshop, in Chromium, past the content security policy', () => {
  let site: RumboInBrowser;
  let context: BrowserContext;
  let drafts = 0;

  beforeAll(async () => {
    site = await startRumboInBrowser();
    const { tracks, ...rest } = contentOf(smallFolder());
    for (const revision of [1, 2]) {
      const modules = lists.map((vectors, index) => revisionOf(id(index), revision === 1 ? ['a'] : vectors));
      const listed = tracks.map((track) => ({ ...track, modules: modules.map(({ module }) => module.id) }));
      const published = await publishContent({ ...rest, tracks: listed, modules });
      expect(published.every(({ isNew }) => isNew)).toBe(true);
    }
    await site.rumbo.person('trainer', 'ines@example.org');
    context = await site.signIn('ines@example.org', {
      bypassCSP: true,
      viewport: { width: 1280, height: 6_000 },
    });
  });
  afterAll(async () => {
    await site.stop();
  });

  /** Opens a window and tells how many attacks ran in it. */
  async function executedOn(open: (page: Page) => Promise<void>): Promise<number> {
    const page = await context.newPage();
    const executed = await countExecuted(page);
    await open(page);
    await page.waitForTimeout(150);
    await page.close();
    return executed();
  }
  const visit = (page: Page, path: string) => page.goto(`${site.base}/es/trainer/${path}`);
  const openEditor = async (page: Page, draft: string, path = LESSON): Promise<void> => {
    await visit(page, `${draft}/texts/${path}`);
    await page.locator('.cm-content').waitFor();
  };
  /** @returns where it stands; each test has its own, since a window that closes may still save */
  async function keepDraft(texts: DraftText[], assets: DraftAsset[] = []): Promise<string> {
    drafts += 1;
    const made = emptyDraft(`draft-${String(drafts)}`);
    await DraftModel.create({ ...made, texts, assets });
    return `drafts/${made._id}`;
  }

  test('the judge counts what runs', async () => {
    const draft = await keepDraft(textsWith());
    const ran = await executedOn(async (page) => {
      await openEditor(page, draft);
      await page.evaluate(
        `document.querySelector('[data-preview-pane]').innerHTML = '<img src="data:," onerror="alert(1)">'`,
      );
    });
    expect(ran).toBe(1);
  });

  describe.each(lessons)('lesson $number', ({ vectors, text }) => {
    test('opened, with preview, findings and what they say at a line', async () => {
      const draft = await keepDraft(textsWith(textOf(LESSON, text)));
      const ran = await executedOn(async (page) => {
        await openEditor(page, draft);
        expect(await page.locator('#text').inputValue()).toBe(text);
        await expectShown(page);
        await page.locator('.cm-lint-marker').first().hover();
        await page.locator('.cm-tooltip-lint').waitFor();
        await scrollThrough(page);
      });
      expect(ran).toBe(0);
    });

    test('typed and pasted, with the preview beside it', async () => {
      const draft = await keepDraft(textsWith(textOf(LESSON, 'a')));
      const ran = await executedOn(async (page) => {
        await openEditor(page, draft);
        await page.locator('.cm-content').click();
        const shown = () => page.waitForResponse(/\/preview\//);
        await Promise.all([shown(), page.keyboard.insertText(vectors.map(typed).join('\n\n'))]);
        await page.keyboard.press('Control+a');
        await Promise.all([shown(), paste(page, text)]);
        await expectShown(page);
      });
      expect(ran).toBe(0);
    });

    test('left behind in the browser, and in the way of someone else’s', async () => {
      const draft = await keepDraft(textsWith(textOf(LESSON, 'a')));
      const ran = await executedOn(async (page) => {
        await openEditor(page, draft);
        await page.evaluate(leaveBehind, text);
        await page.reload();
        await page.getByRole('button', { name: 'Recuperarlo' }).waitFor();
        await page.locator('[data-offer] summary').click();
        expect(await page.locator('[data-offer-text]').textContent()).toBe(text);
        const theirs = { 'texts.$.text': `${text}\nDe otra persona.`, 'texts.$.version': 2 };
        await DraftModel.updateOne(
          { _id: draft.replace('drafts/', ''), 'texts.path': LESSON },
          { $set: theirs },
        );
        await page.locator('.cm-content').click();
        await page.keyboard.press('Control+a');
        await paste(page, `${text}\nDe Inés.`);
        await page.keyboard.press('Control+s');
        await page.locator('[data-clash] [data-mine]').first().waitFor();
      });
      expect(ran).toBe(0);
    });

    test('sent without scripts: seen first, and in the way of someone else’s', async () => {
      const draft = await keepDraft(textsWith(textOf(LESSON, 'a')));
      const ran = await executedOn(async (page) => {
        const path = `${draft}/texts/${LESSON}`;
        const seen = await send(path, { text, base: '1', then: 'preview' });
        await send(path, { text: `${text}\nDe otra persona.`, base: '1' });
        const clash = await send(path, { text: `${text}\nDe Inés.`, base: '1' });
        expect([seen.status(), clash.status()]).toEqual([200, 409]);
        for (const answer of [seen, clash])
          await page.setContent(await answer.text(), { waitUntil: 'commit' });
      });
      expect(ran).toBe(0);
    });

    test('as questions from GIFT, taken in and told', async () => {
      const draft = await keepDraft(textsWith());
      const ran = await executedOn(async (page) => {
        const gift = text
          .split('\n')
          .filter((line) => line !== '')
          .flatMap((line) => [line, giftOf(line)]);
        const form = { gift: gift.join('\n\n').slice(0, 200_000), version: '1' };
        const answer = await send(`${draft}/gift`, form);
        await page.setContent(await answer.text(), { waitUntil: 'commit' });
        await visit(page, `${draft}/gift`);
        await openEditor(page, draft, 'es/quiz.md');
      });
      expect(ran).toBe(0);
    });
  });

  describe.each(lists.map((vectors, number) => ({ number, vectors })))(
    'list $number',
    ({ vectors, number }) => {
      test('titles of drafts in the workshop, names of writers and of who is there', async () => {
        await DraftModel.deleteMany({ _id: /^titled-/ });
        await DraftModel.insertMany(
          vectors.map((vector, index) => ({
            ...emptyDraft(`titled-${String(index)}`),
            texts: [textOf('module.yaml', `title: { es: ${yaml(vector)}, en: ${yaml(vector)} }\n`)],
            changedBy: { ...WHO, name: vector },
            present: { someone: { name: vector, at: new Date(), path: LESSON } },
          })),
        );
        const ran = await executedOn(async (page) => {
          await visit(page, 'workshop');
          expect(await page.locator('tr[id^=m-titled-]').count()).toBe(vectors.length);
        });
        expect(ran).toBe(0);
      });

      test('titles, names of files and what images show, in a draft and in its completions', async () => {
        const title = vectors[0] ?? '';
        const hash = await storeOriginal(Buffer.from('a'));
        const draft = await keepDraft(
          [
            textOf('module.yaml', `title: { es: ${yaml(title)}, en: ${yaml(title)} }\n`),
            textOf(LESSON, `---\ntitle: ${yaml(title)}\n---\n\nTexto.\n`),
            ...vectors.map((vector) => textOf(`es/${vector}`, 'a')),
            ...vectors.map((vector) => textOf(`worksheets/${vector}.yaml`, `id: ${yaml(vector)}`)),
          ],
          vectors.map((vector) => ({ path: `assets/${vector}.png`, hash, bytes: 1, alt: vector })),
        );
        const ran = await executedOn(async (page) => {
          await visit(page, draft);
          expect(await page.locator('main').textContent()).toContain(title);
          await openEditor(page, draft);
          for (const opening of ['](', '{{']) {
            await page.locator('.cm-line').last().click();
            await page.keyboard.press('End');
            await page.keyboard.type(` ${opening}`);
            await page.locator('.cm-tooltip-autocomplete li').first().waitFor();
            await page.keyboard.press('Escape');
          }
        });
        expect(ran).toBe(0);
      });

      test('notes of publications, and revisions compared line by line and page by page', async () => {
        const module = id(number);
        const last = await RevisionModel.findOne({ module, number: 2 }, { _id: 0, __v: 0 }).lean();
        if (!last) throw new Error('There is no second revision.');
        await RevisionModel.deleteMany({ module, number: { $gt: 2 } });
        await RevisionModel.insertMany(
          vectors.map((vector, index) => ({
            ...last,
            number: index + 3,
            note: vector.slice(0, 300),
            by: { ...WHO, name: vector },
          })),
        );
        const ran = await executedOn(async (page) => {
          await visit(page, `workshop/${module}/history`);
          expect(await page.locator('tbody tr').count()).toBe(vectors.length + 2);
          await visit(page, `workshop/${module}/compare/1/2`);
          expect(await page.locator('.diff ins, .diff .in').count()).toBeGreaterThan(0);
          await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
          expect(await page.locator('.preview').count()).toBeGreaterThan(vectors.length);
        });
        expect(ran).toBe(0);
      });
    },
  );

  /** A form as a browser without scripts sends it. */
  async function send(path: string, fields: Record<string, string>) {
    const address = `${site.base}/es/trainer/${path}`;
    const page = await (await context.request.get(address)).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    return await context.request.post(address, { form: { csrf, ...fields } });
  }
});

const at = new Date();
const textOf = (path: string, text: string, version = 1) => ({ path, text, version, at, by: WHO });
const emptyDraft = (_id: string): Draft => ({
  _id,
  folder: `overview/${_id}`,
  state: 'draft',
  base: null,
  version: 1,
  texts: [],
  assets: [],
  openedAt: at,
  changedAt: at,
  changedBy: WHO,
  present: {},
});
/** The small module, with one of its texts, or one more, as it is given. */
function textsWith(...texts: DraftText[]): DraftText[] {
  const given = texts.map(({ path }) => path);
  const small = [...smallFolder()].flatMap(([path, bytes]) => {
    const [, inside] = path.split(`${FOLDER}/`);
    return inside === undefined || given.includes(inside) ? [] : [textOf(inside, bytes.toString())];
  });
  return [...small, ...texts];
}

const giftOf = (line: string): string => `::${line}::${line} {=${line}#${line} ~${line}#${line}}`;

function revisionOf(module: string, vectors: readonly string[]) {
  const made = attackedModule(module, vectors);
  const files = new Map([...made.files, [LESSON, Buffer.from(vectors.join('\n\n'))]]);
  return { ...made, files, hash: `${module} ${vectors[0] ?? ''}` };
}

/** The preview shows the lesson, and the list says what is wrong with it. */
async function expectShown(page: Page): Promise<void> {
  await page.locator('[data-preview-pane] h2').first().waitFor();
  await page.locator('[data-findings] .finding').first().waitFor();
}

/** The editor draws only the lines in sight. */
async function scrollThrough(page: Page): Promise<void> {
  for (let seen = 0; seen < 40; seen += 1) {
    await page.mouse.wheel(0, 5_000);
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  }
}

/** As from a web page: with its HTML beside the plain text. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const { document, DataTransfer, ClipboardEvent } = globalThis as unknown as Pasting;
    const clipboardData = new DataTransfer();
    for (const type of ['text/plain', 'text/html']) clipboardData.setData(type, pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('.cm-content').dispatchEvent(event);
  }, text);
}

interface Pasting {
  document: { querySelector: (selector: string) => EventTarget };
  DataTransfer: new () => { setData: (type: string, text: string) => void };
  ClipboardEvent: new (type: string, options: object) => Event;
}

/** Runs in the page: what a window that is closed now had not saved. */
function leaveBehind(text: string): void {
  const { document, localStorage } = globalThis as unknown as {
    document: { querySelector: (selector: string) => { dataset: Record<string, string> } };
    localStorage: { clear: () => void; setItem: (key: string, value: string) => void };
  };
  const { key = '' } = document.querySelector('form[data-editor]').dataset;
  localStorage.clear();
  localStorage.setItem(`${key}#closed`, JSON.stringify({ text, base: 1, at: 1_790_000_000_000 }));
}
