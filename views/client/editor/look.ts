/** The editor in the style sheet's colours, light and dark; CodeMirror's own rules stand outside our layers. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const theme = EditorView.theme({
  '&': {
    background: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1.5px solid var(--line-2)',
    borderRadius: 'var(--r)',
    fontSize: '.875rem',
  },
  '&.cm-focused': { outline: '3px solid var(--ink)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    lineHeight: '1.6',
    minHeight: '30rem',
    maxHeight: '48rem',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--ink)', padding: '.5rem 0' },
  '.cm-line': { padding: '0 .7rem 0 .4rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--maiz-tint)',
  },
  '.cm-content ::selection': { background: 'var(--maiz-tint)' },
  '.cm-gutters': { background: 'var(--sheet)', color: 'var(--ink-2)', border: '0' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'var(--mar)' },
  '.cm-activeLine .cm-selectionMatch': { background: 'none' },
  '.cm-searchMatch': { background: 'var(--maiz-tint)', outline: '1px solid var(--maiz-ink)' },
  '.cm-searchMatch-selected, .cm-searchMatch-selected *': {
    background: 'var(--maiz-ink)',
    color: 'var(--sheet)',
  },
  '.cm-panels': { background: 'var(--mar)', color: 'var(--ink)', fontFamily: 'var(--sans)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line-2)' },
  '.cm-panel.cm-search, .cm-panel.cm-gotoLine': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '.4rem',
    padding: '.5rem 3rem .5rem .5rem',
  },
  '.cm-panel.cm-search br': { display: 'none' },
  '.cm-panel.cm-search label': {
    display: 'flex',
    alignItems: 'center',
    gap: '.3rem',
    minHeight: '2.25rem',
    fontSize: '.875rem',
  },
  '.cm-textfield': {
    flex: '1 1 12rem',
    minHeight: '2.75rem',
    margin: '0',
    padding: '.3rem .6rem',
    fontSize: '1rem',
    background: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1.5px solid var(--line-2)',
    borderRadius: 'var(--r)',
  },
  '.cm-button': {
    minHeight: '2.75rem',
    margin: '0',
    padding: '.3rem .8rem',
    background: 'var(--sheet)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    border: '1.5px solid var(--line-2)',
    borderRadius: 'var(--r)',
    fontSize: '.875rem',
  },
  '.cm-panel.cm-search [name=close]': {
    top: '.25rem',
    right: '.25rem',
    minWidth: '2.75rem',
    minHeight: '2.75rem',
    fontSize: '1.25rem',
    color: 'var(--ink)',
  },
  '.cm-tooltip': {
    background: 'var(--sheet)',
    color: 'var(--ink)',
    border: '1px solid var(--line-2)',
    fontFamily: 'var(--sans)',
    maxWidth: 'min(28rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--sans)', maxHeight: '16rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '.3rem .6rem', whiteSpace: 'normal' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--anil)', color: 'var(--on-anil)' },
  '.cm-completionDetail': { color: 'inherit', fontStyle: 'normal', opacity: '.85' },
  '.cm-diagnostic': { padding: '.4rem .7rem', borderLeft: '4px solid var(--maiz)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--grana)' },
  '.cm-gutter-lint': { width: '1.3em' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '.25em .15em' },
  // The finding stands in the gutter: under the words it would hide what the browser's spelling check marks.
  '.cm-lintRange, .cm-lintRange-error, .cm-lintRange-info': { backgroundImage: 'none' },
  '.cm-lint-marker': {
    content: '""',
    display: 'block',
    width: '.8em',
    height: '.8em',
    margin: '.15em auto 0',
  },
  '.cm-lint-marker-error': { background: 'var(--grana)', borderRadius: '50%' },
  '.cm-lint-marker-info': { background: 'var(--maiz)', border: '1px solid var(--ink)' },
  '.cm-snippetField': { background: 'var(--maiz-tint)' },
});

const marks = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700', color: 'var(--anil)' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.link, tags.url], color: 'var(--anil)' },
  { tag: [tags.monospace, tags.quote], color: 'var(--ink-2)' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], color: 'var(--maiz-ink)' },
]);

export const look: Extension = [theme, syntaxHighlighting(marks)];
