/** Short Markdown to HTML: introductions, sources, instructions, the texts of questions. */
import { lex } from '../markdown/lex.ts';
import { plainText } from '../markdown/plain.ts';
import { nodes, type Node } from '../markdown/tokens.ts';
import type { Asset, Language, Term } from '../module.ts';
import { blocks } from './blocks.ts';
import { escapeText, typographic } from './escape.ts';
import { footnotes, notesIn } from './footnotes.ts';
import { inline } from './inline.ts';
import { finish, newPage, type LessonLinks, type Page } from './page.ts';

/** The part of a module that a text may name: without it images become their alternative text. */
export interface Surroundings {
  assets: readonly Asset[];
  terms: readonly Term[];
  /** Collects the keys of the terms that are linked, where the page around lists them. */
  linked?: Set<string>;
}

const NOTHING: Surroundings = { assets: [], terms: [] };

/** One paragraph comes without its `<p>`, so that it fits into a label or a list item. */
export function renderText(
  markdown: string,
  language: Language,
  links: LessonLinks,
  around: Surroundings = NOTHING,
  prefix = 'n-',
): string {
  if (isPlainWords(markdown)) return escapeText(typographic(markdown.trim(), language));
  return render(lex(markdown), smallPage(language, links, around, prefix));
}

/** The same with the words alone beside it, for labels. */
export function renderBoth(
  markdown: string,
  language: Language,
  links: LessonLinks,
  around: Surroundings,
  prefix: string,
) {
  if (isPlainWords(markdown)) {
    const words = typographic(markdown.trim(), language);
    return { html: escapeText(words), text: words };
  }
  const parts = lex(markdown);
  const text = typographic(plainText(parts), language);
  return { html: render(parts, smallPage(language, links, around, prefix)), text };
}

/** Words on one line without any mark that Markdown knows: most options are. They need no parser. */
const isPlainWords = (markdown: string): boolean =>
  /^[\p{L}¿¡«“(\d][^\\`*_[\]<>!&$|~@\n]*$/u.test(markdown) &&
  !/^\d{1,9}[.)]\s|https?:|ftp:|www\./i.test(markdown);

export function render(parts: readonly Node[], page: Page): string {
  page.notes = notesIn(parts);
  const [only, ...others] = parts;
  const isInline =
    only?.type === 'paragraph' &&
    others.length === 0 &&
    page.notes.size === 0 &&
    nodes(only.tokens)[0]?.type !== 'image';
  const markup = isInline ? inline(nodes(only.tokens), page) : blocks(parts, page);
  return finish(page, (markup + footnotes(page)).trim());
}

export function renderBlocks(parts: readonly Node[], page: Page): string {
  page.notes = notesIn(parts);
  return finish(page, (blocks(parts, page) + footnotes(page)).trim());
}

export const smallPage = (
  language: Language,
  links: LessonLinks,
  around: Surroundings,
  prefix: string,
): Page =>
  newPage({
    language,
    links,
    assets: new Map(around.assets.map((asset) => [asset.name, asset])),
    terms: new Map(around.terms.map((term) => [term.key, term])),
    ...(around.linked ? { linked: around.linked } : {}),
    prefix,
  });
