/** The line that says what is saved. */
import { part } from './page.ts';

const CALM = ['unsaved', 'saving'];

export interface SavingState {
  say(word: string): void;
  /** All is saved. @param told the server's sentence; the last one when absent */
  settle(told?: string): void;
}

export function enableState(words: Record<string, string>): SavingState {
  const status = part('status');
  const teller = part('tell');
  let standing = status?.textContent ?? '';
  /** Whether the last that was announced is that all is saved. */
  let isCalm = false;

  return {
    say(word) {
      const isBad = !CALM.includes(word);
      show(words[word] ?? '', isBad);
      if (!isBad) return;
      announce(words[word] ?? '');
      isCalm = false;
    },
    settle(told = standing) {
      standing = told;
      show(told, false);
      // To those who do not see the line: the first save, and that all is well again; not every pause in typing.
      if (!isCalm) announce(told);
      isCalm = true;
    },
  };

  function show(sentence: string, isBad: boolean): void {
    if (!status) return;
    status.textContent = sentence;
    status.classList.toggle('err', isBad);
  }

  function announce(sentence: string): void {
    if (teller && teller.textContent !== sentence) teller.textContent = sentence;
  }
}
