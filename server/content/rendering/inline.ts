/** Text inside a paragraph to markup. */
import { matchTerms } from '../glossary/matcher.ts';
import { termNamed } from '../glossary/named.ts';
import { nodes, type Node } from '../markdown/tokens.ts';
import { isComment, isShownTag } from '../markdown/plain-tags.ts';
import { plainText } from '../markdown/plain.ts';
import { escapeHtml, escapeText, typographic } from './escape.ts';
import { linkTarget } from '../markdown/link-target.ts';
import { renderFormula } from './math.ts';
import { placeFormula, type Page } from './page.ts';
import { word } from './words.ts';

/** @param linking whether glossary terms link by themselves here; never inside links and headings */
export function inline(list: readonly Node[], page: Page, linking = false): string {
  return list.map((node) => inlineNode(node, page, linking)).join('');
}

function inlineNode(node: Node, page: Page, linking: boolean): string {
  switch (node.type) {
    case 'text':
      return node.tokens ? inline(nodes(node.tokens), page, linking) : running(node.text, page, linking);
    case 'escape':
      return escapeHtml(node.text);
    case 'strong':
      return `<strong>${inline(nodes(node.tokens), page, linking)}</strong>`;
    case 'em':
      return `<em>${inline(nodes(node.tokens), page, linking)}</em>`;
    case 'del':
      return `<del>${inline(nodes(node.tokens), page, linking)}</del>`;
    case 'codespan':
      return `<code>${escapeHtml(node.text)}</code>`;
    case 'br':
      return '<br />';
    case 'link':
      return link(node, page);
    case 'image':
      return image(node.href, node.text, page);
    case 'math':
      return formula(node.tex, node.display, page);
    case 'noteMark':
      return noteMark(node.id, node.raw, page);
    case 'term':
      return byHand(node.name, node.words, page);
    case 'html':
      return isShownTag(node.raw)
        ? node.raw.replace(/^<br.*/, '<br />')
        : isComment(node.raw)
          ? ''
          : escapeText(node.raw);
    default:
      return 'text' in node ? escapeText(node.text) : '';
  }
}

function running(text: string, page: Page, linking: boolean): string {
  const set = (part: string) => escapeText(typographic(part, page.language));
  if (!linking || !page.matcher) return set(text);
  let html = '';
  let at = 0;
  for (const { key, start, end } of matchTerms(page.matcher, text)) {
    if (page.linked.has(key)) continue;
    page.linked.add(key);
    html += `${set(text.slice(at, start))}${termLink(key, set(text.slice(start, end)), page)}`;
    at = end;
  }
  return html + set(text.slice(at));
}

const termLink = (key: string, html: string, page: Page): string =>
  `<a class="term" href="${escapeHtml(page.links.term(key))}">${html}</a>`;

/** `[[outcome]]`: by key or by any of its forms; what no glossary knows stays as words. */
function byHand(name: string, words: string | null, page: Page): string {
  const { language } = page;
  const term = page.terms.get(name) ?? termNamed([...page.terms.values()], name, language);
  const shown = words ?? (term?.key === name ? (term.forms[language][0] ?? name) : name);
  if (!term) return escapeHtml(shown);
  page.linked.add(term.key);
  return termLink(term.key, escapeHtml(shown), page);
}

function link(node: Extract<Node, { type: 'link' }>, page: Page): string {
  const html = inline(nodes(node.tokens), page);
  const target = linkTarget(node.href);
  switch (target.kind) {
    case 'external':
      return `<a href="${escapeText(target.href)}">${html}</a>`;
    case 'here':
      return `<a href="#${escapeHtml(sectionId(target.anchor))}">${html}</a>`;
    case 'lesson': {
      const anchor = target.anchor === null ? '' : `#${sectionId(target.anchor)}`;
      return `<a href="${escapeHtml(page.links.lesson(target.id) + anchor)}">${html}</a>`;
    }
    case 'asset':
      return `<a href="${escapeHtml(page.links.asset(target.name))}">${html}</a>`;
    case 'refused':
      return html;
  }
}

/** Anchors of sections carry a prefix, so that none can take the place of an id of the page around them. */
export const sectionId = (anchor: string): string => `s-${anchor}`;

export function image(href: string, alt: string, page: Page): string {
  const target = linkTarget(href);
  const asset = target.kind === 'asset' ? page.assets.get(target.name) : undefined;
  const text = escapeText(typographic(alt, page.language));
  if (!asset) return text;
  const size =
    asset.width !== undefined && asset.height !== undefined
      ? ` width="${asset.width}" height="${asset.height}"`
      : '';
  return `<img src="${escapeHtml(page.links.asset(asset.name))}" alt="${text}"${size} loading="lazy" />`;
}

export function formula(tex: string, display: boolean, page: Page): string {
  const rendered = renderFormula(tex, display);
  return 'html' in rendered ? placeFormula(page, rendered.html) : `<code>${escapeHtml(tex)}</code>`;
}

function noteMark(id: string, raw: string, page: Page): string {
  if (!page.notes.has(id)) return escapeHtml(raw);
  const before = page.cited.get(id) ?? 0;
  page.cited.set(id, before + 1);
  const number = [...page.cited.keys()].indexOf(id) + 1;
  const anchor = `${page.prefix}fnref-${number}${before === 0 ? '' : `-${before + 1}`}`;
  const label = `${word('footnote', page.language)} ${number}`;
  return `<sup class="fn"><a href="#${page.prefix}fn-${number}" id="${anchor}" role="doc-noteref" aria-label="${label}">${number}</a></sup>`;
}

/** The words of inline text without markup. */
export const plainWords = (list: readonly Node[], page: Page): string =>
  typographic(plainText(list), page.language);
