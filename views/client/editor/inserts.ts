/** Buttons that put a block of the module format where the cursor is. */
import { snippet, startCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { toggle, type Block } from './page.ts';

export function enableInserts(view: EditorView, blocks: readonly Block[]): void {
  toggle('inserts', true);
  const menus = [...document.querySelectorAll<HTMLDetailsElement>('[data-inserts] details')];
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-insert]')) {
    button.addEventListener('click', () => {
      for (const menu of menus) menu.open = false;
      view.focus();
      const block = blocks.find(({ id }) => id === button.dataset.insert);
      if (block) insertBlock(view, block);
      else insertTerm(view);
    });
  }
  document.addEventListener('click', ({ target }) => {
    for (const menu of menus) if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  for (const menu of menus) {
    menu.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
  }
}

/** A block stands alone: after the line that the cursor is in, with an empty line before and after it. */
export function insertBlock(view: EditorView, block: Block): void {
  const { doc, selection } = view.state;
  const line = doc.lineAt(selection.main.to);
  const isEmpty = line.text.trim() === '';
  const before = isEmpty ? (line.number > 1 ? doc.line(line.number - 1).text : '') : line.text;
  const after = line.number < doc.lines ? doc.line(line.number + 1).text : '';
  const lead = isEmpty ? (before.trim() === '' ? '' : '\n') : '\n\n';
  const end = after.trim() === '' ? '' : '\n';
  const place = isEmpty ? { from: line.from, to: line.to } : { from: line.to, to: line.to };
  snippet(lead + numbered(block.text, doc.toString()) + end)(view, null, place.from, place.to);
}

/** `NEW` becomes the first number that no question of the text has. */
export function numbered(text: string, doc: string): string {
  let number = 1;
  while (new RegExp(`\\{#(?:q|check)-${number}\\b`).test(doc)) number += 1;
  return text.replace(/#(q|check)-NEW/, `#$1-${number}`);
}

function insertTerm(view: EditorView): void {
  const { from, to } = view.state.selection.main;
  view.dispatch({ changes: { from, to, insert: '[[]]' }, selection: { anchor: from + 2 } });
  startCompletion(view);
}
