/**
 * What was written and the server does not have yet, kept in this browser. Each window keeps its own, so that two of
 * them never replace each other's.
 */
export interface KeptText {
  key: string;
  text: string;
  /** The version that it was written on. */
  base: number;
  at: number;
}

export interface BrowserCopy {
  /** @returns false where the browser keeps nothing */
  keep(text: string, base: number): boolean;
  /** The server has it. */
  drop(): void;
  /** What windows that are closed now left behind, the newest first. */
  left(): Promise<KeptText[]>;
  dropLeft(kept: KeptText): void;
}

/** @param key of the text, the same in every window */
export function keptHere(key: string): BrowserCopy {
  const own = `${key}#${[...crypto.getRandomValues(new Uint32Array(2))].map((part) => part.toString(36)).join('')}`;
  claim(own);
  return {
    keep(text, base) {
      try {
        localStorage.setItem(own, JSON.stringify({ text, base, at: Date.now() }));
        return true;
      } catch {
        return false;
      }
    },
    drop() {
      remove(own);
    },
    async left() {
      const open = await openWindows();
      return keysOf(`${key}#`)
        .filter((one) => one !== own && !open.has(one))
        .flatMap(read)
        .sort((a, b) => b.at - a.at);
    },
    dropLeft(kept) {
      remove(kept.key);
    },
  };
}

function read(key: string): KeptText[] {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<KeptText> | null;
    const { text, base, at } = value ?? {};
    const isWhole = typeof text === 'string' && typeof base === 'number' && typeof at === 'number';
    return isWhole ? [{ key, text, base, at }] : [];
  } catch {
    return [];
  }
}

function keysOf(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}

/** A lock lives as long as its window. Browsers have them on secure pages only. */
const locks = (navigator as { locks?: LockManager }).locks;

function claim(name: string): void {
  void locks?.request(name, { ifAvailable: true }, () => new Promise(() => undefined));
}

async function openWindows(): Promise<Set<string>> {
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.map(({ name }) => name ?? ''));
}
