/** Mammoth's HTML as the Markdown of a lesson. */
import TurndownService from 'turndown';
import { linkTarget } from '../../content/markdown/link-target.ts';
import { escapeWords } from './escaping.ts';
import { depths } from './headings.ts';
import type { Lose } from './losses.ts';
import { printInnerTable, printTable, type Cell } from './tables.ts';

/** What our rules ask of the nodes that turndown hands them. */
interface HtmlElement {
  nodeName: string;
  parentNode: HtmlElement | null;
  childNodes: ArrayLike<HtmlElement>;
  textContent: string | null;
  getAttribute(name: string): string | null;
}
type Replacement = (content: string, node: HtmlElement) => string;

/** Where an image comes from while the lesson has no name for it: NUL stands in no text. */
export const sourceOfPicture = (number: number): string => `\0${String(number)}\0`;
const PICTURE = /!\[(?:\\.|[^\]\\])*\]\(\0\d+\0\)/g;
/** Word calls what it saw in an image so. */
const BY_WORD = /\s*(?:Descripción generada automáticamente.*|Description automatically generated.*)$/i;
/** Word's own limit (ECMA-376, `w:tblGrid`). */
const MOST_COLUMNS = 63;

/**
 * @param html as mammoth writes it
 * @param pictures where the images lie, by the number in their source
 */
export function toMarkdown(html: string, pictures: readonly string[], lose: Lose): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    emDelimiter: '*',
    br: '\\',
  });
  service.escape = escapeWords;
  const rule = (name: string, filter: string | string[], replacement: Replacement) =>
    service.addRule(name, { filter: filter as TurndownService.Filter, replacement });

  const depthOf = depths();
  rule('heading', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], (content, node) => {
    const words = content.replace(PICTURE, '').replace(/\\?\n/g, ' ').replace(/\s+/g, ' ').trim();
    const after = picturesIn(content);
    if (words === '') return block(after);
    if (isInside(node, ['LI', 'TD', 'TH', 'BLOCKQUOTE'])) return block([`**${words}**`, ...after]);
    // Braces at the end of a heading are its id.
    const safe = words.replace(/\}$/, '&#125;');
    return block([`${'#'.repeat(depthOf(Number(node.nodeName.charAt(1))))} ${safe}`, ...after]);
  });
  rule('paragraph', 'p', (content, node) => {
    if (isInside(node, ['LI', 'TD', 'TH'])) return block([content]);
    const words = content.replace(PICTURE, '').trim();
    return block([...(words === '' ? [] : [words]), ...picturesIn(content)]);
  });
  rule('strong', 'strong', (content, node) =>
    content.trim() === '' || isInside(node, ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'])
      ? content
      : `**${content}**`,
  );
  rule('strikethrough', 's', (content) => (content.trim() === '' ? content : `~~${content}~~`));
  rule('small', ['sub', 'sup'], (content, node) => {
    if (content.trim() === '' || /^\[\^\d+\]$/.test(content)) return content;
    const tag = node.nodeName.toLowerCase();
    return `<${tag}>${content}</${tag}>`;
  });
  rule('listItem', 'li', (content, node) => printItem(content, node));
  rule('checkbox', 'input', (_, node) => (node.getAttribute('checked') === null ? '☐ ' : '☑ '));
  rule('image', 'img', (_, node) => {
    const words = (node.getAttribute('alt') ?? '').replace(BY_WORD, '').replace(/\s+/g, ' ').trim();
    const number = pictures.indexOf(node.getAttribute('src') ?? '');
    return `![${escapeWords(words)}](${sourceOfPicture(number)})`;
  });
  rule('link', 'a', (content, node) => {
    const href = node.getAttribute('href');
    if (href === null || content.trim() === '') return content;
    if (/^#(?:footnote|endnote)-ref-/.test(href)) return '';
    const note = /^#(?:footnote|endnote)-/.test(href) ? /^\\\[(\d+)\\\]$/.exec(content)?.[1] : undefined;
    if (note !== undefined) return `[^${note}]`;
    const address = href
      .trim()
      .replace(/[()<>\s"\\]/g, encodeURIComponent)
      .replace(/[()]/g, hexadecimal);
    if (linkTarget(address).kind === 'external' && !content.includes('\0')) return `[${content}](${address})`;
    lose('link', `${node.textContent ?? ''} (${href})`);
    return content;
  });

  const cells = new Map<HtmlElement, string>();
  rule('cell', ['td', 'th'], (content, node) => {
    cells.set(node, content);
    return '';
  });
  rule('table', 'table', (_, node) => {
    const rows = rowsOf(node).map((row) =>
      childrenOf(row).map((cell): Cell => ({
        content: cells.get(cell) ?? '',
        columns: span(cell, 'colspan', MOST_COLUMNS),
        rows: span(cell, 'rowspan', Infinity),
      })),
    );
    return block([isInside(node, ['TD', 'TH']) ? printInnerTable(rows) : printTable(rows)]);
  });
  return service.turndown(html);
}

const block = (parts: readonly string[]): string =>
  parts.length === 0 ? '' : `\n\n${parts.join('\n\n')}\n\n`;

const picturesIn = (content: string): string[] => content.match(PICTURE) ?? [];

const hexadecimal = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`;

const childrenOf = ({ childNodes }: HtmlElement): HtmlElement[] => Array.from(childNodes);

const rowsOf = (table: HtmlElement): HtmlElement[] =>
  childrenOf(table).flatMap((child) => (child.nodeName === 'TR' ? [child] : rowsOf(child)));

function span(cell: HtmlElement, name: string, most: number): number {
  const value = Number(cell.getAttribute(name));
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
}

function isInside(node: HtmlElement, names: readonly string[]): boolean {
  for (let at = node.parentNode; at; at = at.parentNode) if (names.includes(at.nodeName)) return true;
  return false;
}

/** A note at the end of the document, or an item of a list. */
function printItem(content: string, node: HtmlElement): string {
  const siblings = node.parentNode ? childrenOf(node.parentNode) : [];
  const place = siblings.indexOf(node);
  const isNote = /^(?:footnote|endnote)-/.test(node.getAttribute('id') ?? '');
  const mark = isNote
    ? `[^${String(place + 1)}]: `
    : node.parentNode?.nodeName === 'OL'
      ? `${String(place + 1)}. `
      : '- ';
  const indent = ' '.repeat(isNote ? 4 : mark.length);
  const text = content
    .trim()
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n(?=.)/g, `\n${indent}`);
  return `${mark}${text}${place < siblings.length - 1 ? (isNote ? '\n\n' : '\n') : ''}`;
}
