import type { Language } from '../../content/module.ts';
import { translate, type MessageValues } from '../../rendering/index.ts';
import { shorten } from '../xml.ts';
import type { checkMessages } from '../../rendering/messages/scorm-check.ts';

type CheckKey = keyof typeof checkMessages;
export type Rule = CheckKey extends `scorm.finding.${infer Name}` ? Name : never;

export interface PackageFinding {
  rule: Rule;
  /** An error makes some LMS refuse or misplay the package; advice does not. */
  severity: 'error' | 'advice';
  values: MessageValues;
}

export const error = (rule: Rule, values: MessageValues = {}): PackageFinding => ({
  rule,
  severity: 'error',
  values: shown(values),
});
export const advice = (rule: Rule, values: MessageValues = {}): PackageFinding => ({
  rule,
  severity: 'advice',
  values: shown(values),
});

const LONGEST_VALUE = 240;

/** What a package says of itself, in a sentence of ours: short, and without anything that a terminal would obey. */
function shown(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number'
        ? value
        : shorten(value.slice(0, 2 * LONGEST_VALUE).replace(UNPRINTABLE, '?'), LONGEST_VALUE),
    ]),
  );
}

/** Control characters, and marks that turn the direction of writing. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A finding as one sentence. */
export function sentenceOf({ rule, values }: PackageFinding, language: Language): string {
  return translate(language, `scorm.finding.${rule}`, values);
}
