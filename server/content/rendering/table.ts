/** Tables: numbered, in a region that scrolls on a phone, or stacked into cards. */
import type { Tokens } from 'marked';
import { readAttributes } from '../markdown/attributes.ts';
import { plainText } from '../markdown/plain.ts';
import { nodes, type Node, type TableNode } from '../markdown/tokens.ts';
import { escapeHtml } from './escape.ts';
import { inline } from './inline.ts';
import { lex } from '../markdown/lex.ts';
import type { Page } from './page.ts';
import { word } from './words.ts';

export interface Caption {
  html: string;
  cards: boolean;
}

const CAPTION = /^(?:Tabla|Table):\s*/;
/** From as many columns on a phone shows the hint that there are more. */
const WIDE = 4;

/** The caption that a paragraph right above a table is, or null. */
export function captionOf(node: Node, page: Page): Caption | null {
  if (node.type !== 'paragraph' || !CAPTION.test(node.text)) return null;
  const { words, values } = readAttributes(node.text.replace(CAPTION, ''));
  const [own] = lex(words);
  const html = own && 'tokens' in own ? inline(nodes(own.tokens), page) : escapeHtml(words);
  return { html, cards: values.has('cards') };
}

export function table(node: TableNode, caption: Caption | null, page: Page): string {
  page.captions += 1;
  const id = `${page.prefix}tab-${page.captions}`;
  const head = caption
    ? `<caption id="${id}"><span>${[tableNumber(page), caption.html].filter(Boolean).join(' ')}</span></caption>`
    : '';
  const isCards = caption?.cards ?? false;
  const labels = node.header.map((cell) => plainText(nodes(cell.tokens)));
  const markup = `<table${isCards ? ' class="cards"' : ''}>${head}${header(node, page)}<tbody>${node.rows.map((cells) => row(cells, labels, isCards, page)).join('')}</tbody></table>`;
  if (isCards) return `${markup}\n`;
  const name = caption
    ? `aria-labelledby="${id}"`
    : `aria-label="${escapeHtml(`${word('table', page.language)}: ${labels.filter(Boolean).join(', ')}`)}"`;
  const hint =
    node.header.length >= WIDE ? `<p class="swipe sans">${word('swipe', page.language)}</p>\n` : '';
  return `<div class="scroll" role="region" ${name} tabindex="0">${markup}</div>\n${hint}`;
}

function tableNumber(page: Page): string {
  if (!page.counters) return '';
  page.counters.table += 1;
  return `<b>${word('table', page.language)} ${page.counters.table}.</b>`;
}

const side = (cell: Tokens.TableCell): string => (cell.align === 'right' ? ' class="r"' : '');

function header(node: TableNode, page: Page): string {
  const cells = node.header.map((cell) => {
    const html = inline(nodes(cell.tokens), page);
    // A corner without words heads no column.
    return html === '' ? '<td></td>' : `<th scope="col"${side(cell)}>${html}</th>`;
  });
  return `<thead><tr>${cells.join('')}</tr></thead>`;
}

function row(
  cells: readonly Tokens.TableCell[],
  labels: readonly string[],
  isCards: boolean,
  page: Page,
): string {
  const html = cells.map((cell, index) => {
    const content = inline(nodes(cell.tokens), page, true);
    if (index === 0 && content !== '') return `<th scope="row"${side(cell)}>${content}</th>`;
    return `<td${side(cell)}${isCards ? ` data-label="${escapeHtml(labels[index] ?? '')}"` : ''}>${content}</td>`;
  });
  const isSum = cells.length > 1 && cells.every((cell) => cell.text === '' || isBold(cell));
  return `<tr${isSum ? ' class="sum"' : ''}>${html.join('')}</tr>`;
}

const isBold = ({ tokens }: Tokens.TableCell): boolean => tokens.length === 1 && tokens[0]?.type === 'strong';
