/** What a document has and a lesson does not: each kind is a sentence `authoring.docx.loss.…`. */
import type { MessageKey } from '../../rendering/index.ts';

export type LossKind =
  Extract<MessageKey, `authoring.docx.loss.${string}`> extends `authoring.docx.loss.${infer Kind}`
    ? Kind
    : never;

export interface Loss {
  kind: LossKind;
  /** The words that it stands among, or its name; empty where there are none. */
  place: string;
}

export type Lose = (kind: LossKind, place: string) => void;

/** What leaves a gap in the text, told in the text itself. */
export const gaps = ['equation', 'chart', 'diagram', 'embedded', 'picture'] as const;
export type Gap = (typeof gaps)[number];

export interface LossGroup {
  kind: LossKind;
  count: number;
  places: string[];
}

const MOST_PLACES = 8;
const LONGEST_PLACE = 60;

/** One entry a kind, in the order in which they were met, with the first places. */
export function groupLosses(losses: readonly Loss[]): LossGroup[] {
  const groups = new Map<LossKind, LossGroup>();
  for (const { kind, place } of losses) {
    const group = groups.get(kind) ?? { kind, count: 0, places: [] };
    groups.set(kind, group);
    group.count += 1;
    const words = shortened(place);
    if (words !== '' && !group.places.includes(words) && group.places.length < MOST_PLACES)
      group.places.push(words);
  }
  return [...groups.values()];
}

/** Without what is not text, and without the end of a comment. */
function shortened(place: string): string {
  const words = place
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/-{2,}/g, '–')
    .replace(/\s+/g, ' ')
    .trim();
  return words.length > LONGEST_PLACE ? `${words.slice(0, LONGEST_PLACE).trimEnd()}…` : words;
}
