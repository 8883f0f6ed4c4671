/** What can be written where the cursor is: blocks, terms of the glossary, worksheets, files of the module. */
import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { insertBlock } from './inserts.ts';
import type { Tools } from './page.ts';

export function blockCompletions(tools: Tools): CompletionSource {
  const names = [
    named(
      /^> ?\[!\w*$/,
      '!',
      ']',
      tools.callouts.map((label) => ({ label })),
    ),
    named(
      /\[\[[^\]|]*$/,
      '[[',
      ']]',
      tools.terms.map(({ key, term }) => ({
        label: term,
        detail: key === term ? undefined : key,
        apply: key,
      })),
    ),
    named(
      /\{\{[\w:-]*$/,
      '{{',
      '}}',
      tools.worksheets.map((id) => ({ label: `worksheet:${id}` })),
    ),
    named(
      /\]\([^)\s]*$/,
      '](',
      ')',
      tools.files.map((label) => ({ label })),
    ),
  ];
  const blocks = tools.blocks.map((block): Completion => ({
    label: block.label,
    apply: (view: EditorView, _completion: Completion, from: number, to: number) => {
      view.dispatch({ changes: { from, to } });
      insertBlock(view, block);
    },
  }));
  return (context) => {
    for (const source of names) {
      const result = source(context);
      if (result) return result;
    }
    const word = context.matchBefore(/^[\p{L}\s]*$/u);
    return context.explicit && word && blocks.length > 0 ? { from: word.from, options: blocks } : null;
  };
}

/** Names that follow `open`; choosing one closes it, unless it is closed already. */
function named(
  typed: RegExp,
  open: string,
  close: string,
  options: readonly { label: string; detail?: string | undefined; apply?: string }[],
): (context: CompletionContext) => CompletionResult | null {
  const completions = options.map(({ label, detail, apply = label }): Completion => ({
    label,
    ...(detail === undefined ? {} : { detail }),
    apply: (view, _completion, from, to) => {
      const isClosed = view.state.sliceDoc(to, to + close.length) === close;
      const end = to + (isClosed ? close.length : 0);
      view.dispatch({
        changes: { from, to: end, insert: apply + close },
        selection: { anchor: from + apply.length + close.length },
      });
    },
  }));
  return (context) => {
    const match = completions.length > 0 ? context.matchBefore(typed) : null;
    if (!match) return null;
    return { from: match.from + match.text.lastIndexOf(open) + open.length, options: completions };
  };
}
