/** Why a file does not come in: which file, which rule, in both languages. */
import { error, type Finding } from '../../content/finding.ts';
import type { Language } from '../../content/module.ts';
import { translate, type MessageKey, type MessageValues, type Translate } from '../../rendering/index.ts';

const LONGEST = 120;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** Keys are the last word of `authoring.refused.…`. */
type Rule =
  Extract<MessageKey, `authoring.refused.${string}`> extends `authoring.refused.${infer Name}` ? Name : never;

export const refusal = (file: string, rule: Rule, values: MessageValues = {}): Finding =>
  error(
    rule,
    { file: shown(file), line: 1, column: 1 },
    translate('es', `authoring.refused.${rule}`, values),
    translate('en', `authoring.refused.${rule}`, values),
  );

/** A name that someone else chose, in a sentence of ours. */
export const shown = (name: string): string => name.slice(0, LONGEST).replace(UNPRINTABLE, '?');

/** Beside the field that brought the file. */
export const refusedSentence = ({ file, message, rule }: Finding, lang: Language, t: Translate): string =>
  `${t('authoring.fileRefused')} ${file}: ${message[lang]} (${rule})`;
