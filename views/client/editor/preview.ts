/** The page that the text makes, and what the checker finds in it, as one types. */
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { EditorPage } from './page.ts';
import { part } from './page.ts';
import { followCursor, PREVIEW_BLOCKS } from './follow.ts';
import { goToLine } from './writing.ts';

const TYPING_MS = 120;

interface Answer {
  html: string;
  findings: string;
  /** Who else has the text open. */
  present: string | null;
}

export interface Preview {
  /** Shows what the check of the whole module finds in the version that was saved just now. */
  checkSaved(): Promise<void>;
}

export function enablePreview(page: EditorPage, view: EditorView): Preview {
  const pane = part('preview-pane');
  const findings = part('findings');
  const follow = pane ? followCursor(view, pane, PREVIEW_BLOCKS) : () => undefined;
  let timer = 0;
  let isAsking = false;
  let shown = view.state.doc;

  page.area.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), TYPING_MS);
  });
  findings?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-line]') : null;
    if (!link) return;
    event.preventDefault();
    goToLine(view, Number(link.dataset.line));
  });
  mark(view, findings);
  return { checkSaved };

  /** One question at a time: a slow server is asked again once it has answered, for what stands there then. */
  async function ask(): Promise<void> {
    const { doc } = view.state;
    if (isAsking || doc.eq(shown)) return;
    isAsking = true;
    try {
      const response = await fetch(page.form.dataset.preview ?? '', {
        method: 'POST',
        body: new URLSearchParams({ csrf: page.csrf, text: doc.toString() }),
        headers: { Accept: 'application/json' },
      });
      if (response.ok) show((await response.json()) as Answer);
    } catch {
      // Without a connection the last page stays; the line about saving says why.
    }
    shown = doc;
    isAsking = false;
    void ask();
  }

  async function checkSaved(): Promise<void> {
    const { doc } = view.state;
    try {
      const response = await fetch(page.form.dataset.found ?? '', {
        headers: { Accept: 'application/json' },
      });
      if (!response.ok) return;
      const { version, findings: html } = (await response.json()) as { version: number; findings: string };
      // Typed on, or saved by someone else: the next preview or the next save tells them of what stands there then.
      if (!findings || !view.state.doc.eq(doc) || String(version) !== page.base.value) return;
      replaceChanged(findings, html);
      mark(view, findings);
    } catch {
      // Without a connection the last findings stay.
    }
  }

  function show(answer: Answer): void {
    // A text that makes no page for the moment leaves the last one standing; the findings say why.
    if (pane && answer.html !== '') replaceChanged(pane, answer.html);
    if (findings) replaceChanged(findings, answer.findings);
    mark(view, findings);
    tellPresent(answer.present);
    follow();
  }
}

/** Said once, when someone comes or goes. */
function tellPresent(names: string | null): void {
  const place = part('present');
  if (!place || place.textContent === (names ?? '')) return;
  place.textContent = names;
  place.hidden = names === null;
}

/** Only the blocks that differ are replaced: images do not blink, and what the reader opened stays open. */
function replaceChanged(place: HTMLElement, html: string): void {
  const template = document.createElement('template');
  template.innerHTML = html;
  const [old, now] = [[...place.childNodes], [...template.content.childNodes]];
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head]?.isEqualNode(now[head] ?? null)) head += 1;
  let tail = 0;
  while (tail < least - head && old[old.length - 1 - tail]?.isEqualNode(now[now.length - 1 - tail] ?? null))
    tail += 1;
  const after = old[old.length - tail] ?? null;
  for (const node of old.slice(head, old.length - tail)) node.remove();
  for (const node of now.slice(head, now.length - tail)) place.insertBefore(node, after);
}

/** The findings of the list, at their lines. */
function mark(view: EditorView, findings: HTMLElement | null): void {
  const { doc } = view.state;
  const diagnostics = [...(findings?.querySelectorAll<HTMLElement>('.finding') ?? [])].flatMap(
    (item): Diagnostic[] => {
      const number = Number(item.querySelector<HTMLElement>('[data-line]')?.dataset.line ?? 0);
      const message = item.querySelector('[data-sentence]')?.textContent ?? '';
      if (number < 1 || number > doc.lines || message === '') return [];
      const { from, to } = doc.line(number);
      return [{ from, to, message, severity: item.querySelector('.bad') ? 'error' : 'info' }];
    },
  );
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
