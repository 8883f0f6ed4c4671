/** Words of the field, names and places that the dictionaries do not know. One list a language, in alphabetical order. */
import type { Language } from '../module.ts';

export const OWN_WORDS: Record<Language, string> = {
  es: `
    altamar
  `,
  en: `
    altamar
  `,
};
