/** What stands beside the text shows the section that the cursor is in. */
import { StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { partStarts } from '../../../server/authoring/text-parts.ts';

/** A section's heading or a question: each is one block of the preview, in the order of the text. */
export const PREVIEW_BLOCKS = ':scope > h2, :scope > h3, :scope > h4, :scope > section.check';
/** The same in the other language; what comes before the first has no block in the preview either. */
export const TWIN_BLOCKS = ':scope > [data-part] ~ [data-part]';

/**
 * @param blocks selects the blocks of the pane, one for each section or question of the text
 * @returns what brings the two together again after the page has changed
 */
export function followCursor(view: EditorView, pane: HTMLElement, blocks: string): () => void {
  const follow = () => {
    const { doc, selection } = view.state;
    const line = doc.lineAt(selection.main.head).number;
    const starts = partStarts(doc.toString().split('\n'));
    const index = starts.filter((start) => start <= line).length - 1;
    const found = [...pane.querySelectorAll(blocks)];
    const [from, to] = [topOf(found[index]) ?? 0, topOf(found[index + 1]) ?? pane.scrollHeight];
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
