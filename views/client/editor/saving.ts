/** Sends what was written a moment after, and says at all times what is saved and what is not. */
import type { EditorView } from '@codemirror/view';
import { mergeTexts } from '../../../server/authoring/merging.ts';
import type { BrowserCopy } from './browser-copy.ts';
import { hideClash, showClash } from './clash.ts';
import type { EditorPage } from './page.ts';
import { enableState } from './state.ts';
import { sendText, type Answer } from './sending.ts';
import { putText } from './writing.ts';

const TYPING_MS = 1_500;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

export interface Saving {
  /** @returns whether the server has all that stands in the editor */
  save(): Promise<boolean>;
  /** Goes on with a text that was written on an earlier version. */
  takeUp(text: string, base: number): void;
  /** What the server has; null where that is not known. */
  saved(): string | null;
}

/** @param onSaved is told of each version that the server has taken over */
export function enableSaving(
  page: EditorPage,
  view: EditorView,
  copy: BrowserCopy,
  onSaved: () => void,
): Saving {
  const { form, area, base, csrf } = page;
  const state = enableState(page.words);
  /** What the server has of the version in `base`. */
  let saved = form.dataset.unsaved === undefined ? area.value : null;
  let timer = 0;
  let retry = FIRST_RETRY_MS;
  let running: Promise<boolean> | null = null;
  let isKept = true;

  const isDirty = () => area.value !== saved;

  area.addEventListener('input', changed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    void save();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer) void save();
  });
  window.addEventListener('online', () => {
    if (isDirty()) void save();
  });
  window.addEventListener('beforeunload', (event) => {
    if (isDirty()) event.preventDefault();
  });
  return { save, takeUp, saved: () => saved };

  function changed(): void {
    if (!isDirty()) {
      copy.drop();
      saveSoon(TYPING_MS);
      return;
    }
    isKept = copy.keep(area.value, Number(base.value));
    if (!running) state.say('unsaved');
    saveSoon(TYPING_MS);
  }

  function saveSoon(wait: number): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), wait);
  }

  /** One save at a time: each names the version that the one before it made. */
  async function save(): Promise<boolean> {
    window.clearTimeout(timer);
    timer = 0;
    while (running) await running;
    if (!isDirty()) {
      hideClash();
      state.settle();
      return true;
    }
    running = send();
    const isDone = await running;
    running = null;
    if (isDone && isDirty()) saveSoon(TYPING_MS);
    return isDone && !isDirty();
  }

  async function send(): Promise<boolean> {
    const text = area.value;
    state.say('saving');
    const answer = await sendText(form.action, { csrf, base: base.value, text });
    if (answer.outcome === 'offline') {
      state.say(isKept ? 'offline' : 'onlyHere');
      saveSoon(retry);
      retry = Math.min(retry * 2, LAST_RETRY_MS);
      return false;
    }
    retry = FIRST_RETRY_MS;
    if (answer.outcome === 'conflict') {
      state.say('clash');
      showClash(answer, page.words.place ?? '', (joined) => {
        resolve(joined, text, answer);
      });
      return false;
    }
    if (answer.outcome === 'refused') {
      state.say(answer.why);
      return false;
    }
    return takeOver(answer, text);
  }

  /** What was saved is what the next save begins from; what was typed meanwhile stays. */
  function takeOver(answer: Extract<Answer, { outcome: 'saved' | 'merged' }>, sent: string): boolean {
    const merged = area.value === sent ? answer.text : mergeTexts(sent, area.value, answer.text).text;
    // Typed just now where the other person wrote: the next save shows both.
    if (merged === null) return true;
    saved = answer.text;
    base.value = String(answer.version);
    putText(view, merged, false);
    hideClash();
    state.settle(answer.told);
    if (isDirty()) isKept = copy.keep(area.value, answer.version);
    else copy.drop();
    onSaved();
    return true;
  }

  /** The writer chose what stays; what was typed since the two were shown is shown beside theirs first. */
  function resolve(
    joined: string,
    shown: string,
    { version, theirs }: { version: number; theirs: string },
  ): void {
    if (area.value === shown) {
      saved = theirs;
      base.value = String(version);
      putText(view, joined, true);
    }
    void save();
  }

  function takeUp(text: string, from: number): void {
    saved = null;
    base.value = String(from);
    putText(view, text, true);
    changed();
    void save();
  }
}
