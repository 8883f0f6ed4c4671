/** Finds the place of a token inside a block, whose raw text has lost its indentation. */
import type { Source } from './source.ts';

/** Offset of the first line of `raw` at or after `from`; `from` itself when it cannot be found. */
export function locate(source: Source, raw: string, from: number): number {
  const line = raw.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
  if (line === '') return from;
  const at = source.text.indexOf(line, from);
  return at === -1 ? from : at;
}
