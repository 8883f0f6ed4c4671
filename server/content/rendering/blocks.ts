/** Blocks of Markdown to markup. */
import { readAttributes } from '../markdown/attributes.ts';
import { CALLOUTS, type Callout } from '../markdown/callouts.ts';
import { isComment } from '../markdown/plain-tags.ts';
import { anchorOf, plainText } from '../markdown/plain.ts';
import {
  nodes,
  soleImage,
  type HeadingNode,
  type ListNode,
  type Node,
  type QuoteNode,
  type TableNode,
} from '../markdown/tokens.ts';
import { escapeHtml, escapeText } from './escape.ts';
import { figure } from './figure.ts';
import { formula, inline, sectionId } from './inline.ts';
import type { Page } from './page.ts';
import { captionOf, table, type Caption } from './table.ts';
import { word } from './words.ts';

const CALLOUT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*([^\n]*)(?:\n|$)/i;

export function blocks(list: readonly Node[], page: Page): string {
  let html = '';
  let caption: Caption | null = null;
  for (const [index, node] of list.entries()) {
    if (node.type === 'space') continue;
    if (node.type === 'table') {
      html += table(node, caption, page);
      caption = null;
      continue;
    }
    caption = nextTable(list, index) ? captionOf(node, page) : null;
    if (!caption) html += block(node, page);
  }
  return html;
}

/** The table that comes right after a block, blank lines apart. */
function nextTable(list: readonly Node[], index: number): TableNode | null {
  const next = list.slice(index + 1, index + 3).find(({ type }) => type !== 'space');
  return next?.type === 'table' ? next : null;
}

function block(node: Node, page: Page): string {
  switch (node.type) {
    case 'paragraph': {
      const image = soleImage(node);
      return image ? figure(image, page) : `<p>${inline(nodes(node.tokens), page, true)}</p>\n`;
    }
    case 'heading':
      return heading(node, page);
    case 'list':
      return listOf(node, page);
    case 'blockquote':
      return quote(node, page);
    case 'code':
      return `<pre tabindex="0"><code>${escapeHtml(node.text)}</code></pre>\n`;
    case 'hr':
      return '<hr />\n';
    case 'math':
      return `<p class="formula">${formula(node.tex, true, page)}</p>\n`;
    case 'definitions': {
      const entries = node.entries.map(
        ({ term, definitions }) =>
          `<dt>${inline(nodes(term), page)}</dt>${definitions.map((one) => `<dd>${inline(nodes(one), page, true)}</dd>`).join('')}`,
      );
      return `<dl class="defs">${entries.join('')}</dl>\n`;
    }
    case 'html':
      // No raw HTML: it is shown as what was typed. A comment is the writer's own.
      return isComment(node.text) ? '' : `<p>${escapeText(node.text.trim())}</p>\n`;
    case 'note':
    case 'def':
    case 'checkbox':
    case 'space':
      return '';
    default:
      return inline([node], page, true);
  }
}

/** A lesson's title is the page's h1, so sections are h2 and their parts h3. */
function heading(node: HeadingNode, page: Page): string {
  const { id } = readAttributes(node.text);
  const own = withoutBraces(nodes(node.tokens));
  const text = plainText(own);
  const level = Math.min(Math.max(node.depth, 2), 6);
  const anchor = uniqueAnchor(id ?? anchorOf(text), page);
  page.headings.push({ id: anchor, text, level });
  return `<h${level} id="${escapeHtml(anchor)}">${inline(own, page)}</h${level}>\n`;
}

function withoutBraces(list: readonly Node[]): Node[] {
  const last = list.at(-1);
  if (last?.type !== 'text') return [...list];
  const { words, given } = readAttributes(last.text);
  // The space before the words stays when they follow other marks.
  const lead = /^\s*/.exec(last.text)?.[0] ?? '';
  return given
    ? [...list.slice(0, -1), { type: 'text', raw: words, text: lead + words, escaped: false }]
    : [...list];
}

function uniqueAnchor(wanted: string, page: Page): string {
  const base = sectionId(wanted === '' ? 'section' : wanted);
  const taken = new Set(page.headings.map(({ id }) => id));
  let anchor = base;
  for (let number = 2; taken.has(anchor); number += 1) anchor = `${base}-${number}`;
  return anchor;
}

function listOf(node: ListNode, page: Page): string {
  const isChecklist = node.items.length > 0 && node.items.every(({ task }) => task);
  const items = node.items.map((item) => {
    const content = itemContent(nodes(item.tokens), item.loose, page);
    return isChecklist && item.checked === true
      ? `<li class="done">${content} <span class="vh">(${word('done', page.language)})</span></li>`
      : `<li>${content}</li>`;
  });
  if (isChecklist) return `<ul class="ticks checklist">${items.join('')}</ul>\n`;
  if (!node.ordered) return `<ul>${items.join('')}</ul>\n`;
  const start = typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : '';
  return `<ol${start}>${items.join('')}</ol>\n`;
}

function itemContent(list: readonly Node[], loose: boolean, page: Page): string {
  if (loose) return blocks(list, page).trim();
  return list
    .map((node) => (node.type === 'text' ? inline([node], page, true) : block(node, page)))
    .join('')
    .trim();
}

function quote(node: QuoteNode, page: Page): string {
  const callout = calloutOf(node);
  if (!callout) return `<blockquote>${blocks(nodes(node.tokens), page)}</blockquote>\n`;
  const title = callout.title.length > 0 ? inline(callout.title, page) : word(callout.kind, page.language);
  return `<div class="${PANEL[callout.kind]}" role="note"><p class="tag">${title}</p>${blocks(callout.content, page)}</div>\n`;
}

const PANEL: Record<Callout, string> = {
  note: 'panel note',
  tip: 'panel mar tip',
  important: 'panel important',
  warning: 'panel warning',
  caution: 'panel bad-p caution',
};

/** GitHub's `[!NOTE]` on the first line, with our optional title after it. */
function calloutOf(node: QuoteNode): { kind: Callout; title: Node[]; content: Node[] } | null {
  const match = CALLOUT.exec(node.text);
  const kind = CALLOUTS.find((one) => one === match?.[1]?.toLowerCase());
  const [first, ...others] = nodes(node.tokens);
  if (!match || kind === undefined || first?.type !== 'paragraph') return null;
  const { title, rest } = splitFirstLine(nodes(first.tokens));
  const content = rest.length > 0 ? [{ ...first, tokens: rest }, ...others] : others;
  return { kind, title, content };
}

/** Divides the inline nodes of a paragraph at its first line break; the keyword goes. */
function splitFirstLine(list: readonly Node[]): { title: Node[]; rest: Node[] } {
  const title: Node[] = [];
  for (const [index, node] of list.entries()) {
    const text = node.type === 'text' || node.type === 'br' ? node.raw : '';
    const end = text.indexOf('\n');
    const own = end === -1 ? node : textNode(text.slice(0, end));
    title.push(
      index === 0 && own.type === 'text' ? textNode(own.raw.replace(/^\[![A-Za-z]+\][ \t]*/, '')) : own,
    );
    if (end !== -1) {
      const after = text.slice(end + 1);
      return {
        title: trimmed(title),
        rest: [...(after.trim() === '' ? [] : [textNode(after)]), ...list.slice(index + 1)],
      };
    }
  }
  return { title: trimmed(title), rest: [] };
}

const textNode = (text: string): Node => ({ type: 'text', raw: text, text, escaped: false });
const trimmed = (list: Node[]): Node[] => (plainText(list) === '' ? [] : list);
