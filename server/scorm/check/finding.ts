import type { Language } from '../../content/module.ts';
import { translate, type MessageValues } from '../../rendering/index.ts';
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
  values,
});
export const advice = (rule: Rule, values: MessageValues = {}): PackageFinding => ({
  rule,
  severity: 'advice',
  values,
});

/** A finding as one sentence. */
export function sentenceOf({ rule, values }: PackageFinding, language: Language): string {
  return translate(language, `scorm.finding.${rule}`, values);
}
