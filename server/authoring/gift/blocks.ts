/** The pieces of a GIFT file: questions stand apart by an empty line, and a backslash takes a mark's meaning away. */
export interface GiftBlock {
  text: string;
  /** Where it begins, from 1. */
  line: number;
}

export function blocksOf(file: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let current: GiftBlock | null = null;
  let depth = 0;
  for (const [index, line] of file.replace(/\r\n?/g, '\n').split('\n').entries()) {
    // A comment is a line of its own.
    if (depth === 0 && line.startsWith('//')) continue;
    // An empty line inside the braces does not end a question.
    if (line.trim() === '' && depth === 0) {
      current = null;
      continue;
    }
    if (current) current.text += `\n${line}`;
    else {
      current = { text: line, line: index + 1 };
      blocks.push(current);
    }
    for (const [mark] of line.matchAll(/\\.|[{}]/g)) {
      if (mark === '{') depth += 1;
      if (mark === '}') depth = Math.max(0, depth - 1);
    }
  }
  return blocks;
}

/** Splits at a mark that no backslash stands before. */
export function splitAt(text: string, mark: string): string[] {
  const parts: string[] = [''];
  for (let index = 0; index < text.length;) {
    const last = parts.length - 1;
    if (text.startsWith(mark, index)) {
      parts.push('');
      index += mark.length;
    } else if (text[index] === '\\') {
      parts[last] = (parts[last] ?? '') + text.slice(index, index + 2);
      index += 2;
    } else {
      parts[last] = (parts[last] ?? '') + (text[index] ?? '');
      index += 1;
    }
  }
  return parts;
}

export const unescape = (text: string): string =>
  text.replace(/\\(.)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark));
