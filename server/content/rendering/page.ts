/** What the parts of one rendered page share: numbers, anchors, footnotes, terms, formulas. */
import type { Matcher } from '../glossary/matcher.ts';
import type { Asset, Language, Term } from '../module.ts';
import type { NoteToken } from '../markdown/tokens.ts';
import { sanitise } from './sanitise.ts';

export interface LessonLinks {
  /** Address of a file of the module's assets. */
  asset(name: string): string;
  /** Address of another lesson of the module, without an anchor. */
  lesson(lessonId: string): string;
  /** Address of a glossary entry: `#g-key` on a page that lists its terms. */
  term(key: string): string;
}

export interface Heading {
  id: string;
  text: string;
  level: number;
}

export interface Page {
  language: Language;
  links: LessonLinks;
  assets: ReadonlyMap<string, Asset>;
  terms: ReadonlyMap<string, Term>;
  /** Links terms at their first use; null where nothing links by itself. */
  matcher: Matcher | null;
  /** Keys of the linked terms, in order. */
  linked: Set<string>;
  headings: Heading[];
  /** Null where figures and tables have no numbers: questions, introductions. */
  counters: { figure: number; table: number } | null;
  /** Before the ids of footnotes and captions, so that several texts fit on one page. */
  prefix: string;
  notes: Map<string, NoteToken>;
  /** Notes in the order of their first marks, and how many marks each has. */
  cited: Map<string, number>;
  captions: number;
  formulas: string[];
}

export function newPage(page: Pick<Page, 'language' | 'links' | 'assets' | 'terms'> & Partial<Page>): Page {
  return {
    matcher: null,
    linked: new Set(),
    headings: [],
    counters: null,
    prefix: '',
    notes: new Map(),
    cited: new Map(),
    captions: 0,
    formulas: [],
    ...page,
  };
}

// Private-use characters, which no source can hold, keep a formula's place through the sanitiser.
const OPEN = '\ue000';
const CLOSE = '\ue001';

export function placeFormula(page: Page, html: string): string {
  page.formulas.push(html);
  return `${OPEN}${page.formulas.length - 1}${CLOSE}`;
}

/** Markup of ours into HTML that may be shown: sanitised, then with its formulas. */
export function finish(page: Page, markup: string): string {
  const clean = sanitise(markup);
  if (page.formulas.length === 0) return clean;
  return clean.replace(/\ue000(\d+)\ue001/g, (_, index: string) => page.formulas[Number(index)] ?? '');
}
