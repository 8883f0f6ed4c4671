/** What a trial has saved, in this window until it is closed: nothing of it reaches the server. */
import type { Cmi } from './starting-data.ts';

/** @param key of the package and the SCO */
export function readKept(key: string): Cmi | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Cmi);
  } catch {
    return memory.get(key) ?? null;
  }
}

export function keep(key: string, cmi: Cmi): void {
  memory.set(key, cmi);
  try {
    sessionStorage.setItem(key, JSON.stringify(cmi));
  } catch {
    // Storage is off or full: the trial goes on from memory as long as the page stays.
  }
}

const memory = new Map<string, Cmi>();
