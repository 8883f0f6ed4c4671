/** The editor itself, over the text area. */
import { autocompletion, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdownKeymap } from '@codemirror/lang-markdown';
import { indentUnit, LanguageSupport } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import {
  EditorState,
  Prec,
  Transaction,
  type ChangeSpec,
  type Extension,
  type Text,
} from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { diffIndices } from 'node-diff3';
import { moduleMarkdown } from './front-matter.ts';
import { look } from './look.ts';
import type { EditorPage } from './page.ts';

/** Escape, then Tab: out of the editor, however long one waits between the two. */
function leaveByEscape(): Extension {
  let isLeaving = false;
  const stay = (view: EditorView) => {
    if (!isLeaving) return;
    isLeaving = false;
    view.setTabFocusMode(false);
  };
  return [
    keymap.of([
      {
        key: 'Escape',
        run: (view) => {
          isLeaving = true;
          view.setTabFocusMode(true);
          return false;
        },
      },
    ]),
    EditorView.updateListener.of(({ docChanged, view }) => {
      if (docChanged) stay(view);
    }),
    EditorView.domEventHandlers({
      blur: (_event, view) => {
        stay(view);
      },
    }),
  ];
}

export function openEditor({ form, area, phrases }: EditorPage, completions: CompletionSource): EditorView {
  const isMarkdown = form.dataset.markdown !== undefined;
  const view = new EditorView({
    state: EditorState.create({
      doc: area.defaultValue,
      extensions: [
        EditorView.cspNonce.of(form.dataset.nonce ?? ''),
        EditorState.phrases.of(phrases),
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        EditorView.lineWrapping,
        indentUnit.of('  '),
        autocompletion({ override: [completions], icons: false }),
        search({ top: true }),
        highlightSelectionMatches({ minSelectionLength: 3 }),
        keymap.of([...searchKeymap, ...completionKeymap]),
        leaveByEscape(),
        keymap.of([indentWithTab, ...historyKeymap, ...defaultKeymap]),
        // Without HTML inside Markdown, which the format does not have: half of the bytes.
        isMarkdown ? [Prec.high(keymap.of(markdownKeymap)), new LanguageSupport(moduleMarkdown)] : [],
        look,
        EditorView.contentAttributes.of({
          // Editable text can be reached anyway; said for those who look for it.
          tabindex: '0',
          lang: area.lang,
          spellcheck: 'true',
          autocapitalize: 'sentences',
          'aria-labelledby': 'text-label',
          'aria-describedby': 'text-hint',
        }),
        EditorView.updateListener.of(({ docChanged, view: changed }) => {
          if (!docChanged) return;
          area.value = changed.state.doc.toString();
          area.dispatchEvent(new Event('input', { bubbles: true }));
        }),
      ],
    }),
  });
  area.value = area.defaultValue;
  area.hidden = true;
  area.after(view.dom);
  document.getElementById('text-label')?.addEventListener('click', () => {
    view.focus();
  });
  for (const button of document.querySelectorAll<HTMLElement>('[data-find]')) {
    button.addEventListener('click', () => openSearchPanel(view));
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
  for (const part of document.querySelectorAll<HTMLElement>('[data-unscripted]')) part.hidden = true;
  return view;
}

export function goToLine(view: EditorView, number: number): void {
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(number, 1), doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  view.focus();
}

/**
 * Puts another text in the place of what is there, line by line, so that the cursor stays where it was.
 * @param isUndoable whether the writer may take it back, or it is someone else's work
 */
export function putText(view: EditorView, text: string, isUndoable: boolean): void {
  const { doc } = view.state;
  if (doc.toString() === text) return;
  view.dispatch({
    changes: changesTo(doc, text),
    annotations: Transaction.addToHistory.of(isUndoable),
  });
}

function changesTo(doc: Text, text: string): ChangeSpec[] {
  const old = doc.toString().split('\n');
  return diffIndices(old, text.split('\n')).map(({ buffer1: [start, count], buffer2Content: lines }) => {
    // Lines that stay begin with the break that ends what is put before them.
    if (start + count < old.length) {
      const insert = lines.map((line) => `${line}\n`).join('');
      return { from: doc.line(start + 1).from, to: doc.line(start + count + 1).from, insert };
    }
    const isWhole = start === 0;
    const insert = isWhole ? lines.join('\n') : lines.map((line) => `\n${line}`).join('');
    return { from: isWhole ? 0 : doc.line(start).to, to: doc.length, insert };
  });
}
