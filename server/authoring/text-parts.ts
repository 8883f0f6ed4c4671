/** A text at its sections and questions, so that two languages can be read part by part. */

/** The numbers of the lines, from 1, where a section or a question begins; none inside fenced code. */
export function partStarts(lines: readonly string[]): number[] {
  const starts: number[] = [];
  let fence = '';
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1] ?? '';
    if (mark !== '') fence = fence === '' ? mark : fence === mark ? '' : fence;
    else if (fence === '' && /^#{2,4} /.test(line)) starts.push(index + 1);
  }
  return starts;
}

export interface TextPart {
  /** The number of its first line, from 1. */
  line: number;
  text: string;
}

/** @returns what comes before the first section, then each of them; together they are the text */
export function partsOf(text: string): TextPart[] {
  const lines = text.split('\n');
  const begins = [1, ...partStarts(lines).filter((start) => start > 1)];
  return begins.map((line, index) => ({
    line,
    text: lines.slice(line - 1, (begins[index + 1] ?? lines.length + 1) - 1).join('\n'),
  }));
}
