/** The notes of a page, in the order of their first marks. */
import { nodes, walk, type Node, type NoteToken } from '../markdown/tokens.ts';
import { blocks } from './blocks.ts';
import type { Page } from './page.ts';
import { word } from './words.ts';

export function notesIn(list: readonly Node[]): Map<string, NoteToken> {
  const notes = new Map<string, NoteToken>();
  for (const node of walk(list)) if (node.type === 'note' && !notes.has(node.id)) notes.set(node.id, node);
  return notes;
}

/** @returns markup, empty when no mark was set */
export function footnotes(page: Page): string {
  const items: string[] = [];
  const written = new Set<string>();
  // A note may cite a further one, which then joins the end.
  for (let open = openNote(page, written); open !== null; open = openNote(page, written)) {
    written.add(open);
    const number = written.size;
    const label = `${word('backToText', page.language)} ${number}`;
    const back = ` <a href="#${page.prefix}fnref-${number}" role="doc-backlink" aria-label="${label}">↩</a>`;
    const html = blocks(nodes(page.notes.get(open)?.tokens), page).trim();
    const linked = html.endsWith('</p>') ? `${html.slice(0, -4)}${back}</p>` : html + back;
    items.push(`<li id="${page.prefix}fn-${number}">${linked}</li>`);
  }
  if (items.length === 0) return '';
  return `<section class="footnotes" role="doc-endnotes" aria-label="${word('footnotes', page.language)}"><ol>${items.join('')}</ol></section>\n`;
}

const openNote = (page: Page, written: ReadonlySet<string>): string | null =>
  [...page.cited.keys()].find((id) => !written.has(id)) ?? null;
