import { advice, type Finding } from '../finding.ts';
import { textsOf } from '../reading/drafts.ts';
import { proseOf } from '../reading/prose.ts';
import type { Rule } from './rule.ts';

const WORD = /[\p{L}\p{N}_]+(?:[’'-]\p{L}+)*/gu;
/** Acronyms are spelled as their owners wish, and a word with digits in it is a name: P05, y2021. */
const NAME = /^\p{Lu}{2}|[\p{N}_]/u;
const SHORTEST = 3;
/** Inside italics or quotation marks that are still open. */
const QUOTED = /[*“«‘][^*”»’\n]*$/;

export const spelling: Rule = {
  name: 'spelling',
  reason: {
    es: 'Una errata le quita autoridad a un texto que va a un ministerio.',
    en: 'A slip of spelling takes authority from a text that goes to a ministry.',
  },
  check: (draft, { spellers }) =>
    (['es', 'en'] as const).flatMap((language) => {
      if (!spellers) return [];
      const speller = spellers[language];
      const other = language === 'es' ? 'en' : 'es';
      // A word is told once a module, and one that is right is asked about once.
      const settled = new Set<string>();
      return textsOf(draft, language).flatMap((text) => {
        const findings: Finding[] = [];
        const prose = proseOf(text);
        for (const { 0: word, index } of prose.matchAll(WORD)) {
          if (word.length < SHORTEST || settled.has(word)) continue;
          if (speller.knows(word) || NAME.test(word)) {
            settled.add(word);
            continue;
          }
          // A word that is quoted or set in italics may be the other language's: “propósito”.
          if (QUOTED.test(prose.slice(Math.max(0, index - 40), index)) && spellers[other].knows(word))
            continue;
          settled.add(word);
          findings.push(
            advice(
              'spelling',
              text.source.at(index),
              `«${word}» no está en el diccionario.`,
              `“${word}” is not in the dictionary.`,
            ),
          );
        }
        return findings;
      });
    }),
};
