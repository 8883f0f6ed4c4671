/**
 * Reads Hunspell dictionaries and says whether a word is in them. Forms are taken apart when a word is asked for,
 * not spelled out beforehand: Spanish verbs alone would make a million of them (man 5 hunspell).
 */
interface Affix {
  flag: string;
  strip: string;
  add: string;
  /** Flags that the resulting form carries, for a second ending: `-ble`, `-bles`. */
  next: string;
  condition: RegExp | null;
  cross: boolean;
}

export interface Dictionary {
  has(word: string): boolean;
}

export function readDictionary(affixes: string, words: string): Dictionary {
  const { prefixes, suffixes, hidden } = readAffixes(affixes);
  const flagsOf = readWords(words);
  const hiddenFlags = [...hidden];
  const shown = (flags: string | undefined): flags is string =>
    flags !== undefined && !hiddenFlags.some((flag) => flags.includes(flag));

  const suffixed = (word: string, needed: string, depth: number): boolean =>
    someMatching(
      suffixes,
      word.length,
      (length) => word.slice(word.length - length),
      (rule) => {
        if (needed !== '' && !rule.cross) return false;
        const base = word.slice(0, word.length - rule.add.length) + rule.strip;
        if (rule.condition && !rule.condition.test(base)) return false;
        const flags = flagsOf.get(base) ?? '';
        if (flags.includes(rule.flag) && flags.includes(needed)) return true;
        return depth > 0 && carries(base, rule.flag);
      },
    );
  // A form made by one ending may take another, if its rule says so.
  const carries = (form: string, flag: string): boolean =>
    someMatching(
      suffixes,
      form.length,
      (length) => form.slice(form.length - length),
      (rule) => {
        if (!rule.next.includes(flag)) return false;
        const base = form.slice(0, form.length - rule.add.length) + rule.strip;
        return (rule.condition?.test(base) ?? true) && (flagsOf.get(base) ?? '').includes(rule.flag);
      },
    );
  const prefixed = (word: string): boolean =>
    someMatching(
      prefixes,
      word.length,
      (length) => word.slice(0, length),
      (rule) => {
        const base = rule.strip + word.slice(rule.add.length);
        if (rule.condition && !rule.condition.test(base)) return false;
        return (flagsOf.get(base) ?? '').includes(rule.flag) || (rule.cross && suffixed(base, rule.flag, 1));
      },
    );
  return { has: (word) => shown(flagsOf.get(word)) || suffixed(word, '', 1) || prefixed(word) };
}

/** Whether one of the rules fits whose addition stands at the word's end or beginning. */
function someMatching(
  rules: ReadonlyMap<string, readonly Affix[]>,
  most: number,
  part: (length: number) => string,
  fits: (rule: Affix) => boolean,
): boolean {
  for (let length = 0; length <= Math.min(most, 12); length += 1) {
    if (rules.get(part(length))?.some(fits)) return true;
  }
  return false;
}

function readAffixes(text: string) {
  const prefixes = new Map<string, Affix[]>();
  const suffixes = new Map<string, Affix[]>();
  const hidden = new Set<string>();
  const cross = new Map<string, boolean>();
  for (const line of text.split('\n')) {
    const [kind, flag = '', strip = '', rest = '', pattern = '.'] = line.trim().split(/\s+/);
    if (kind === 'ONLYINCOMPOUND' || kind === 'NEEDAFFIX' || kind === 'FORBIDDENWORD') hidden.add(flag);
    if (kind !== 'PFX' && kind !== 'SFX') continue;
    if (strip === 'Y' || strip === 'N') {
      cross.set(kind + flag, strip === 'Y');
      continue;
    }
    const [add = '', next = ''] = rest.split('/', 2);
    const rule: Affix = {
      flag,
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      next,
      condition: pattern === '.' ? null : new RegExp(kind === 'PFX' ? `^${pattern}` : `${pattern}$`, 'u'),
      cross: cross.get(kind + flag) ?? false,
    };
    const rules = kind === 'PFX' ? prefixes : suffixes;
    rules.set(rule.add, [...(rules.get(rule.add) ?? []), rule]);
  }
  return { prefixes, suffixes, hidden };
}

function readWords(text: string): Map<string, string> {
  const flagsOf = new Map<string, string>();
  for (const line of text.split('\n').slice(1)) {
    const [entry = ''] = line.split(/\s/, 1);
    const slash = entry.indexOf('/');
    const word = slash === -1 ? entry : entry.slice(0, slash);
    const flags = slash === -1 ? '' : entry.slice(slash + 1);
    if (word !== '') flagsOf.set(word, (flagsOf.get(word) ?? '') + flags);
  }
  return flagsOf;
}
