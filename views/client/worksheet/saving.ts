/** Sends what changed a moment after it was typed, and says at all times what is saved and what is not. */
import { fieldsOf, isField, keyOf, read, tell, tidy, valueIn, valueKept, type Field } from './fields.ts';
import type { LiveSheet } from './sheet.ts';

const TYPING_MS = 800;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;
/** The value of a cell that nobody filled. */
const EMPTY = 'null';

interface SavedAnswer {
  version: number;
  saved: string;
  /** Cells that changed elsewhere since, as their fields show them. */
  others: Record<string, string>;
  /** What follows from the cells, as markup of our own, by the element's id. */
  fragments: Record<string, string>;
}

export function enableSaving(form: HTMLFormElement, sheet: LiveSheet): void {
  const words = JSON.parse(form.dataset.words ?? '{}') as Record<string, string>;
  const status = form.querySelector<HTMLElement>('[data-state]');
  const version = form.querySelector<HTMLInputElement>('[name=version]');
  /** What the server has, by key. */
  const kept = new Map(fieldsOf(form).map((field) => [keyOf(field), valueKept(field)]));
  const teller = form.querySelector<HTMLElement>('[data-tell]');
  let standing = status?.textContent ?? '';
  /** Whether the last that was announced is that all is saved. */
  let isCalm = false;
  let rows = rowsIn(form);
  let timer = 0;
  let retry = FIRST_RETRY_MS;
  let isSaving = false;
  let isStopped = form.dataset.choosing !== undefined;
  let isLeaving = false;

  const changed = () =>
    fieldsOf(form).filter((field) => valueIn(field) !== (kept.get(keyOf(field)) ?? EMPTY));
  const isDirty = () => changed().length > 0 || rowsIn(form) !== rows;

  form.addEventListener('input', ({ target }) => {
    if (isField(target)) {
      if ('value' in read(target)) tell(target, null);
      // From now on it is typed, wherever it came from.
      target.parentElement?.querySelector('.origin')?.remove();
      sheet.compute();
    }
    saveSoon(TYPING_MS);
  });
  form.addEventListener('focusout', ({ target }) => {
    if (!isField(target)) return;
    judge(target);
    tidy(target);
  });
  form.addEventListener('submit', () => {
    isLeaving = true;
    window.clearTimeout(timer);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer && !isLeaving) void save();
  });
  window.addEventListener('online', () => void save());
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving && isDirty()) event.preventDefault();
  });

  function saveSoon(wait: number): void {
    window.clearTimeout(timer);
    timer = 0;
    if (isStopped || !isDirty()) return;
    if (!isSaving && wait === TYPING_MS) say('unsaved');
    timer = window.setTimeout(() => void save(), wait);
  }

  async function save(): Promise<void> {
    window.clearTimeout(timer);
    timer = 0;
    if (isSaving || isStopped || isLeaving) return;
    const sent = changed().filter((field) => 'value' in read(field));
    const count = rowsIn(form);
    if (sent.length === 0 && count === rows) {
      sayStanding();
      return;
    }
    isSaving = true;
    say('saving');
    const values = sent.map((field) => [keyOf(field), valueIn(field)] as const);
    const answer = await post(sent);
    isSaving = false;
    if (answer === null) {
      say('offline');
      timer = window.setTimeout(() => void save(), retry);
      retry = Math.min(retry * 2, LAST_RETRY_MS);
      return;
    }
    retry = FIRST_RETRY_MS;
    if (answer === 'conflict') {
      stop();
      return;
    }
    if (answer === 'refused') {
      sayStanding();
      return;
    }
    for (const [key, value] of values) kept.set(key, value);
    rows = count;
    standing = answer.saved;
    const isOurs = takeOver(answer.others);
    redraw(answer.fragments);
    // Where both wrote, the version stays behind: the next save meets the other one and says so.
    if (version && isOurs) version.value = String(answer.version);
    sayStanding();
    saveSoon(TYPING_MS);
  }

  /** @returns null when the server could not be reached or asked */
  async function post(fields: readonly Field[]): Promise<SavedAnswer | 'conflict' | 'refused' | null> {
    const body = new URLSearchParams();
    for (const input of form.querySelectorAll<HTMLInputElement>('input[type=hidden]'))
      body.append(input.name, input.value);
    for (const field of fields) body.append(field.name, field.value);
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body,
        keepalive: true,
        headers: { Accept: 'application/json' },
      });
      if (response.status === 409) return 'conflict';
      if (response.status === 422) {
        const { problems = {} } = (await response.json()) as { problems?: Record<string, string> };
        for (const field of fieldsOf(form)) tell(field, problems[keyOf(field)] ?? null);
        return 'refused';
      }
      return response.ok ? ((await response.json()) as SavedAnswer) : null;
    } catch {
      return null;
    }
  }

  /**
   * Cells that another tab changed show what it saved.
   * @returns false when one of them is being written here too
   */
  function takeOver(others: Record<string, string>): boolean {
    const theirs = fieldsOf(form).filter((field) => others[keyOf(field)] !== undefined);
    const mine = new Set(changed());
    for (const field of theirs.filter((one) => !mine.has(one))) {
      field.value = others[keyOf(field)] ?? '';
      kept.set(keyOf(field), valueIn(field));
    }
    sheet.compute();
    return !theirs.some((field) => mine.has(field));
  }

  /** Both versions are shown by the server: the form goes there as it is. */
  function stop(): void {
    isStopped = true;
    say('changedElsewhere');
    const button = document.createElement('button');
    button.className = 'btn';
    button.name = 'do';
    button.value = 'save';
    button.textContent = words.compare ?? '';
    status?.after(button);
  }

  function judge(field: Field): void {
    const reading = read(field);
    tell(field, 'problem' in reading ? (words[reading.problem] ?? '') : null);
  }

  function sayStanding(): void {
    if (form.querySelector('[aria-invalid=true]')) say('held');
    else if (isDirty()) say('unsaved');
    else {
      show(standing, false);
      // To those who do not see the line: the first save, and that all is well again; not every pause in typing.
      if (!isCalm) announce(standing);
      isCalm = true;
    }
  }

  function say(word: 'unsaved' | 'saving' | 'offline' | 'held' | 'changedElsewhere'): void {
    const isBad = word !== 'unsaved' && word !== 'saving';
    show(words[word] ?? '', isBad);
    if (!isBad) return;
    announce(words[word] ?? '');
    isCalm = false;
  }

  function show(sentence: string, isBad: boolean): void {
    if (!status) return;
    status.textContent = sentence;
    status.classList.toggle('err', isBad);
  }

  function announce(sentence: string): void {
    if (teller && teller.textContent !== sentence) teller.textContent = sentence;
  }
}

/** Charts and solutions as the server draws them; an open one stays open. */
function redraw(fragments: Record<string, string>): void {
  for (const [id, html] of Object.entries(fragments)) {
    const place = document.getElementById(id);
    if (!place) continue;
    const isOpen = place.querySelector('details[open]') !== null;
    place.innerHTML = html;
    if (isOpen) place.querySelector('details')?.setAttribute('open', '');
  }
}

const rowsIn = (form: HTMLFormElement): string =>
  [...form.querySelectorAll<HTMLInputElement>('input[data-most]')].map(({ value }) => value).join();
