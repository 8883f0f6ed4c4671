/** The three taps: what is asked about a lesson, and what may be answered. */
export const scales = {
  clear: ['yes', 'partly', 'no'],
  useful: ['yes', 'partly', 'no'],
  length: ['short', 'right', 'long'],
} as const;
export type Scale = keyof typeof scales;
export type Answer<S extends Scale = Scale> = (typeof scales)[S][number];

export const scaleNames = Object.keys(scales) as Scale[];

/** The longest comment, in characters. */
export const LONGEST_COMMENT = 1_000;
