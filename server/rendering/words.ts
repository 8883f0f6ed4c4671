/** Sentences in a browser: the data that `messagesUnder` makes, worded without the catalogues. */
import type { Language } from '../content/module.ts';
import { formatNumber } from './formats.ts';

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** @param sentences of one language; a plural has its form for one under `KEY.one` */
export function wordsFrom(sentences: Readonly<Record<string, string>>, language: Language): Words {
  return (key, values = {}) => {
    const sentence = (values.count === 1 ? sentences[`${key}.one`] : undefined) ?? sentences[key] ?? key;
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? formatNumber(value, language) : value;
    });
  };
}
