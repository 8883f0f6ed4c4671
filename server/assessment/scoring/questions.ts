/**
 * What scoring needs to know of a question: its key, no texts.
 * A module's `Question` fits these shapes as it is; a SCORM package ships nothing more than them.
 */
interface Scorable {
  readonly id: string;
  /** Weight in the quiz's score, above 0. */
  readonly points: number;
}
export interface ScorableChoice extends Scorable {
  readonly kind: 'single' | 'multiple' | 'true-false';
  readonly options: readonly { readonly id: string; readonly right: boolean }[];
}
export interface ScorableOrder extends Scorable {
  readonly kind: 'order';
  /** In the right order. */
  readonly items: readonly { readonly id: string }[];
}
export interface ScorableMatch extends Scorable {
  readonly kind: 'match';
  readonly items: readonly { readonly id: string; readonly answer: string }[];
  readonly targets: readonly { readonly id: string }[];
}
export interface ScorableNumeric extends Scorable {
  readonly kind: 'numeric';
  readonly value: number;
  /** Largest accepted distance from `value`, in the same unit. */
  readonly tolerance: number;
  /** Shown beside the field; a learner who types it after the number is not punished for it. */
  readonly unit?: { readonly es: string; readonly en: string } | null;
}
export interface ScorableText extends Scorable {
  readonly kind: 'text';
  /** Any variant of either language is right. */
  readonly accepted: { readonly es: readonly string[]; readonly en: readonly string[] };
}
export type ScorableQuestion =
  ScorableChoice | ScorableOrder | ScorableMatch | ScorableNumeric | ScorableText;

export interface ScorableQuiz<Q extends ScorableQuestion = ScorableQuestion> {
  /** How many questions an attempt draws; all of them when null. */
  readonly draw: number | null;
  readonly shuffle: boolean;
  readonly questions: readonly Q[];
}

/**
 * What a learner answered: an option's id (single, true-false), option ids (multiple), item ids in the
 * learner's order (order), a target's id per item id (match), or what was typed (numeric, text).
 */
export type Response = string | string[] | Record<string, string>;
