/** `{#id key=value flag}` at the end of a heading or a caption. */
export interface Attributes {
  /** The words without the braces. */
  words: string;
  id: string | null;
  values: Map<string, string>;
  /** Whether there were braces at all. */
  given: boolean;
}

const PART = /^(?:#[^\s#=]+|[a-z]+=[^\s=]+|[a-z]+)$/;

export function readAttributes(text: string): Attributes {
  const none: Attributes = { words: text.trim(), id: null, values: new Map(), given: false };
  const trimmed = text.trimEnd();
  const open = trimmed.lastIndexOf('{');
  if (!trimmed.endsWith('}') || open === -1) return none;
  const parts = trimmed
    .slice(open + 1, -1)
    .trim()
    .split(/\s+/);
  if (!parts.every((part) => PART.test(part))) return none;
  const values = new Map<string, string>();
  let id: string | null = null;
  for (const part of parts) {
    if (part.startsWith('#')) id = part.slice(1);
    else {
      const [key = '', value = ''] = part.split('=', 2);
      values.set(key, value);
    }
  }
  return { words: trimmed.slice(0, open).trim(), id, values, given: true };
}
