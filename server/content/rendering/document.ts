/** A text of ours that belongs to no module, such as the guide for authors, as a page of HTML. */
import { lex } from '../markdown/lex.ts';
import type { Language } from '../module.ts';
import { typographic } from './escape.ts';
import { newPage, type Heading, type LessonLinks } from './page.ts';
import { renderBlocks } from './text.ts';

export interface RenderedDocument {
  title: string;
  headings: Heading[];
  /** Safe HTML without the title. */
  html: string;
}

const NOWHERE: LessonLinks = { asset: () => '', lesson: () => '', term: () => '' };

/** @param markdown begins with its title, `# …` */
export function renderDocument(markdown: string, language: Language): RenderedDocument {
  const [, title = '', text = markdown] = /^# (.+)\n([^]*)$/.exec(markdown) ?? [];
  const page = newPage({ language, links: NOWHERE, assets: new Map(), terms: new Map() });
  const html = renderBlocks(lex(text), page);
  return { title: typographic(title, language), headings: page.headings, html };
}
