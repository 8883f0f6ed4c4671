/**
 * What is found in a text as one types. The text alone is judged at each pause; the whole module, with the other
 * language and the other lessons, is checked when a version is saved. What the check knew better of the last version
 * goes on being told of all lines that have not changed since.
 */
import { inFileOrder, type Finding } from '../content/finding.ts';
import { LimitedMap } from '../limited-map.ts';
import { checkDraft } from './checking.ts';
import type { Draft } from './draft.model.ts';
import { textOf } from './drafts.ts';
import { movedLines } from './moved-lines.ts';

interface KnownBetter {
  /** The text that was checked. */
  text: string;
  /** Found by the check alone: what the languages differ in, an objective that nobody teaches, spelling. */
  beyond: Finding[];
  /** Found in the text alone, and no finding at all: a link to a lesson that is there. */
  mistaken: Finding[];
}

const held = new LimitedMap<string, KnownBetter>(200);
const keyOf = ({ _id, openedAt }: Draft, path: string): string =>
  `${_id}@${String(openedAt.getTime())}/${path}`;

/**
 * All that the check of the module finds in a text of it, as it is kept.
 * @param alone what is found in the same text without the rest of the module
 */
export async function checkedFindings(
  draft: Draft,
  path: string,
  alone: readonly Finding[],
): Promise<Finding[]> {
  const { findings } = await checkDraft(draft);
  const own = findings.filter(({ file }) => file === path);
  held.set(keyOf(draft, path), {
    text: textOf(draft, path).text,
    beyond: without(own, alone),
    mistaken: without(alone, own),
  });
  return own;
}

/** The same for a text that is being written. @param alone what is found in it without the rest of the module */
export function findingsWhileWriting(
  draft: Draft,
  path: string,
  text: string,
  alone: readonly Finding[],
): Finding[] {
  const known = held.get(keyOf(draft, path));
  if (!known) return [...alone];
  const lineNow = movedLines(known.text, text);
  const moved = (findings: readonly Finding[]): Finding[] =>
    findings.flatMap((finding) => {
      const line = lineNow(finding.line);
      return line === null ? [] : [{ ...finding, line }];
    });
  const right = without(alone, moved(known.mistaken));
  return inFileOrder([...right, ...without(moved(known.beyond), right)]);
}

function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(said));
  return findings.filter((finding) => !known.has(said(finding)));
}

const said = ({ line, rule, message }: Finding): string => `${line} ${rule} ${message.en}`;
