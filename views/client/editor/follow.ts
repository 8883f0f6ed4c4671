/** The preview shows the section that the cursor is in. */
import { StateEffect, type Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** A section's heading or a question: each is one block of the page, in the order of the text. */
const BLOCKS = ':scope > h2, :scope > h3, :scope > h4, :scope > section.check';

/** @returns what brings the two together again after the page has changed */
export function followCursor(view: EditorView, pane: HTMLElement): () => void {
  const follow = () => {
    const { doc, selection } = view.state;
    const line = doc.lineAt(selection.main.head).number;
    const starts = sectionStarts(doc);
    const index = starts.filter((start) => start <= line).length - 1;
    const blocks = [...pane.querySelectorAll(BLOCKS)];
    const [from, to] = [topOf(blocks[index]) ?? 0, topOf(blocks[index + 1]) ?? pane.scrollHeight];
    const [first, next] = [starts[index] ?? 1, starts[index + 1] ?? doc.lines + 1];
    const share = (line - first) / Math.max(next - first, 1);
    pane.scrollTop = from + (to - from) * share - pane.clientHeight / 4;
  };
  const topOf = (block: Element | undefined): number | null =>
    block ? block.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop : null;
  view.dispatch({
    effects: StateEffect.appendConfig.of(
      EditorView.updateListener.of(({ selectionSet, docChanged }) => {
        if (selectionSet && !docChanged) follow();
      }),
    ),
  });
  return follow;
}

function sectionStarts(doc: Text): number[] {
  const starts: number[] = [];
  let fence = '';
  for (let number = 1; number <= doc.lines; number += 1) {
    const { text } = doc.line(number);
    const [mark = ''] = /^ {0,3}(?:```|~~~)/.exec(text) ?? [];
    if (mark !== '') fence = fence === '' ? mark.trim() : fence === mark.trim() ? '' : fence;
    else if (fence === '' && /^#{2,4} /.test(text)) starts.push(number);
  }
  return starts;
}
