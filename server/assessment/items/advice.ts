/**
 * What the figures of a question say to a trainer. Pure.
 *
 * The limits are conventions of the field, not laws: discrimination under 0.20 is poor (Ebel and Frisbie,
 * *Essentials of Educational Measurement*, 1991); an option that less than 5 % choose does not work (Haladyna and
 * Downing, “How many options is enough for a multiple-choice test item?”, 1993); the ends of facility and the
 * share left open are ours.
 */
import type { Part } from './parts.ts';

/** Under so many attempts chance speaks louder than the question: counts are shown, and no advice. */
export const SMALL_SAMPLE = 10;
/** Under so many, options that nobody chose may just not have met their reader yet. */
const ENOUGH_FOR_OPTIONS = 20;

export const EASY = 0.95;
export const HARD = 0.3;
export const WEAK = 0.2;
/** A hair under 0 is chance; from here on, it is the question. */
export const REVERSED = -0.1;
const IDLE = 0.05;
export const OFTEN_OPEN = 0.15;
/** How many must have chosen a wrong option before it is compared with the right one, and by how much they must do better. */
const LEAST_CHOSEN = 5;
const CLEARLY_BETTER = 0.05;

export type AdviceKind = 'few' | 'negative' | 'rival' | 'hard' | 'easy' | 'weak' | 'idle' | 'open';

export interface Advice {
  kind: AdviceKind;
  /** Ids of the options it is about. */
  options: string[];
}

export interface ItemFigures {
  n: number;
  /** 0 to 1. */
  facility: number | null;
  discrimination: number | null;
  /** In how many attempts it was not answered. */
  omitted: number;
  /** Its options, or nothing for questions without. */
  options: readonly Part[];
}

/** What deserves a look, the gravest first; nothing when the question does its work. */
export function adviceOn({ n, facility, discrimination, omitted, options }: ItemFigures): Advice[] {
  if (n < SMALL_SAMPLE) return [{ kind: 'few', options: [] }];
  const rivals = rivalsOf(options);
  const idle = options.filter((option) => option.right === false && option.n / n < IDLE);
  const found: (Advice | false)[] = [
    discrimination !== null && discrimination <= REVERSED && { kind: 'negative', options: [] },
    rivals.length > 0 && { kind: 'rival', options: rivals },
    facility !== null && facility <= HARD && { kind: 'hard', options: [] },
    facility !== null && facility >= EASY && { kind: 'easy', options: [] },
    discrimination !== null &&
      discrimination > REVERSED &&
      discrimination < WEAK && { kind: 'weak', options: [] },
    omitted / n >= OFTEN_OPEN && { kind: 'open', options: [] },
    n >= ENOUGH_FOR_OPTIONS && idle.length > 0 && { kind: 'idle', options: idle.map(({ id }) => id) },
  ];
  return found.filter((advice) => advice !== false);
}

/** Wrong options whose choosers do better on the other questions than those who choose what is right. */
function rivalsOf(options: readonly Part[]): string[] {
  const right = options.filter((option) => option.right === true && option.rest !== null);
  const least = Math.min(...right.map(({ rest }) => rest ?? Infinity));
  return options
    .filter(
      ({ right: isRight, n, rest }) =>
        isRight === false && n >= LEAST_CHOSEN && (rest ?? 0) >= least + CLEARLY_BETTER,
    )
    .map(({ id }) => id);
}
