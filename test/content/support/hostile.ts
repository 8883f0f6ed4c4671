/** Renders hostile text in every place that an author can write in, and asks Chromium what became of it. */
import type { Browser, Page } from 'playwright-core';
import {
  contentOf,
  renderLesson,
  renderQuestion,
  renderText,
  type LoadedModule,
} from '../../../server/content/index.ts';
import type { InBoth, LessonSegment, Module, Question, Term } from '../../../server/content/module.ts';
import { cleanSvg } from '../../../server/content/figures/svg.ts';
import { links, smallFolder } from './folder.ts';

const [loaded] = contentOf(
  smallFolder({ files: { 'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>' } }),
).modules;
if (!loaded) throw new Error('the small module did not load');
const small: LoadedModule = loaded;

/** Contexts of a lesson: the payload stands where the letter X does. */
const CONTEXTS = [
  'X',
  'a X b',
  '## X',
  '- X',
  '> [!NOTE] X\n> X',
  '| X |\n| --- |\n| X |',
  'a[^1]\n\n[^1]: X',
  'X\n: X',
  '**X**',
  '[X](https://example.org)',
  '![X](../assets/a.svg "X")',
  '[a](X)',
  '[a](<X> "X")',
  '![a](X)',
  '`X`',
  '$X$',
  '[[X]]',
  '[[outcome|X]]',
  '```\nX\n```',
  '### a {#X}',
  'Tabla: X {cards}\n\n| X | b |\n| --- | --- |\n| a | X |',
];

/** What no file can hold (control and private-use characters) is refused before it reaches the renderer. */
export const typed = (payload: string): string =>
  payload.replace(/(?![\t\n])\p{Cc}|\p{Co}/gu, '').slice(0, 4_000) || 'a';

const both = <T>(value: T): InBoth<T> => ({ es: value, en: value });

/** @param places contexts by their numbers, which may go beyond: they are counted through again */
const segmentsWith = (text: string, places: readonly number[]): LessonSegment[] =>
  places.map((number) => ({
    kind: 'markdown',
    markdown: both((CONTEXTS[number % CONTEXTS.length] ?? 'X').replaceAll('X', () => text)),
  }));

/**
 * A lesson's file that is all attacks.
 * @param places how many contexts each attack stands in; they take turns
 */
export function hostileLesson(vectors: readonly string[], places = CONTEXTS.length): string {
  const texts = vectors.map(typed);
  const paragraphs = texts.flatMap((text, index) =>
    Array.from({ length: places }, (_, place) =>
      (CONTEXTS[(5 * index + 8 * place) % CONTEXTS.length] ?? 'X').replaceAll('X', () => text),
    ),
  );
  const title = JSON.stringify(texts[0]?.slice(0, 110));
  return ['---', `title: ${title}`, 'minutes: 1', 'objectives: [o1]', '---', '', '## Una sección {#one}', '']
    .concat(paragraphs.join('\n\n'), '')
    .join('\n');
}

const questionWith = (id: string, text: string): Question => ({
  id,
  kind: 'single',
  points: 1,
  objective: null,
  prompt: both(`${text}\n\n${text}`),
  hint: both(text),
  explanation: both(text),
  options: [
    { id: 'a', right: true, text: both(text), feedback: both(text) },
    { id: 'b', right: false, text: both(`a ${text}`), feedback: null },
  ],
});

const termWith = (text: string): Term => ({
  key: 'outcome',
  forms: both([text.slice(0, 60), 'a']),
  definition: both(text),
});

/**
 * A hostile payload in every context, past the checker: the renderer must be safe by itself.
 * @param places stands in these contexts alone, by their numbers
 */
export function hostileHtml(payload: string, places: readonly number[] = [...CONTEXTS.keys()]): string {
  const text = typed(payload);
  const module: Module = {
    ...small.module,
    terms: [termWith(text)],
    lessons: [
      { id: 'a', title: both(text), minutes: 1, objectives: [], segments: segmentsWith(text, places) },
    ],
  };
  const lesson = renderLesson(module, 'a', 'es', links);
  const question = renderQuestion(questionWith('q-a', text), 'en', links, module);
  const parts = [
    ...lesson.segments.map((segment) => (segment.kind === 'html' ? segment.html : '')),
    ...lesson.terms.map(({ definition }) => definition),
    question.promptHtml,
    question.titleHtml,
    question.detailHtml,
    question.hintHtml,
    question.explanationHtml,
    ...('options' in question
      ? question.options.flatMap(({ html, feedbackHtml }) => [html, feedbackHtml])
      : []),
    renderText(text, 'es', links),
  ];
  return parts.map((part) => `<section>${part ?? ''}</section>`).join('\n');
}

/** A module that is all attacks, as if the checker had let it pass: a lesson and a self-check of each. */
export function attackedModule(id: string, vectors: readonly string[]): LoadedModule {
  const texts = vectors.map(typed);
  const [first = 'a'] = texts;
  const module: Module = {
    ...small.module,
    id,
    title: both(first),
    summary: both(first),
    authors: [first],
    sources: [both(first)],
    keywords: both([first]),
    terms: [termWith(first)],
    lessons: texts.map((text, index) => ({
      id: `l-${index}`,
      title: both(text),
      minutes: 1,
      objectives: [],
      segments: [
        ...segmentsWith(text, [...CONTEXTS.keys()]),
        { kind: 'check', question: questionWith(`check-${index}`, text) },
      ],
    })),
    quiz: { ...small.module.quiz, questions: texts.map((text, index) => questionWith(`q-${index}`, text)) },
  };
  return { ...small, module, hash: id };
}

/** A drawing with the payload in it, cleaned; empty when it is refused. */
export function hostileSvg(payload: string): string {
  try {
    return cleanSvg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${payload}</svg>`).text;
  } catch {
    return '';
  }
}

/** What Chromium found in a page: nodes that could run or load something, and calls that did. */
export interface Verdict {
  dangerous: string[];
  executed: number;
}

export async function judge(
  browser: Browser,
  bodies: readonly string[],
  inlineSvg = false,
): Promise<Verdict> {
  const page = await browser.newPage();
  const executed = await countExecuted(page);
  await page.setContent(`<!doctype html><html><body>${bodies.join('\n')}</body></html>`, {
    waitUntil: 'commit',
  });
  const dangerous = await page.evaluate(findDanger, inlineSvg);
  await page.waitForTimeout(150);
  await page.close();
  return { dangerous, executed: executed() };
}

/** @returns how often something has run in the page that only an attack runs; it sees this machine alone */
export async function countExecuted(page: Page): Promise<() => number> {
  let executed = 0;
  page.on('dialog', (dialog) => {
    executed += 1;
    void dialog.dismiss();
  });
  await page.exposeFunction('wasExecuted', () => {
    executed += 1;
  });
  await page.route(/^(?!http:\/\/127\.0\.0\.1[:/])/, (route) => route.abort());
  await page.addInitScript(() => {
    const call = (globalThis as unknown as { wasExecuted: () => void }).wasExecuted;
    Object.assign(globalThis, { alert: call, prompt: call, confirm: call, print: call });
  });
  return () => executed;
}

/** Runs in the page. Judged by the tree that the browser built, not by the text. */
function findDanger(inlineSvg: boolean): string[] {
  const { document } = globalThis as unknown as {
    document: { body: { querySelectorAll(selector: string): Iterable<Found> } };
  };
  interface Found {
    tagName: string;
    namespaceURI: string;
    outerHTML: string;
    attributes: Iterable<{ name: string; value: string }>;
    protocol?: unknown;
  }
  const html =
    'p br hr h2 h3 h4 h5 h6 ul ol li dl dt dd div section blockquote pre code figure figcaption img a b strong em del sub sup kbd abbr span table caption thead tbody tr th td'.split(
      ' ',
    );
  const found: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase();
    const isMath = element.namespaceURI === 'http://www.w3.org/1998/Math/MathML';
    const isSvg = element.namespaceURI === 'http://www.w3.org/2000/svg' && inlineSvg;
    const fine = isMath
      ? !/^(?:annotation|maction|mglyph|malignmark)/.test(name)
      : isSvg
        ? !/^(?:script|foreignobject|animate|set|image|a$|iframe)/.test(name)
        : html.includes(name);
    if (!fine) found.push(element.outerHTML.slice(0, 200));
    for (const { name: attribute, value } of element.attributes) {
      const isClobber =
        attribute === 'name' ||
        (attribute === 'id' && !inlineSvg && !/^(?:s-|fn-|fnref-|tab-|q-a-|n-)/.test(value));
      const isStyle = attribute === 'style' && !inlineSvg;
      if (/^on|^srcdoc$|^formaction$|^xlink:|^action$/.test(attribute) || isStyle || isClobber)
        found.push(`${attribute}=${value.slice(0, 100)}`);
      if (attribute === 'href' && !/^(?:https?:|mailto:|#|\/)/i.test(value))
        found.push(`href=${value.slice(0, 100)}`);
      if (attribute === 'src' && !value.startsWith('/files/')) found.push(`src=${value.slice(0, 100)}`);
      if (isSvg && /url\(\s*["']?(?!#)|javascript:/i.test(value))
        found.push(`${attribute}=${value.slice(0, 100)}`);
    }
    if (
      typeof element.protocol === 'string' &&
      /^(?:javascript|data|vbscript|blob|file):/i.test(element.protocol)
    )
      found.push(element.outerHTML.slice(0, 200));
  }
  return found;
}
