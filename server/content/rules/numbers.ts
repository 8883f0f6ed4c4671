import { advice, type Finding } from '../finding.ts';
import type { Language } from '../module.ts';
import { textsOf } from '../reading/drafts.ts';
import { proseOf } from '../reading/prose.ts';
import type { Rule } from './rule.ts';

interface Pattern {
  /** Matches what is written wrongly. */
  wrong: RegExp;
  es: string;
  en: string;
}

// The number of a law is a name. Spaces that do not break are not asked for: the renderer sets them.
const PATTERNS: Record<Language, Pattern[]> = {
  es: [
    {
      wrong: /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g,
      es: 'en español los miles no llevan coma',
      en: 'in Spanish thousands have no comma',
    },
    {
      wrong: /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3}){2,}(?![\d.])/g,
      es: 'en español los miles no llevan punto',
      en: 'in Spanish thousands have no point',
    },
    {
      wrong: /(?<![\d.,])\d+,\d{1,2}(?![\d,])(?! ?\d)/g,
      es: 'los decimales van con punto',
      en: 'decimals take a point',
    },
    {
      wrong:
        /(?<![\d.,#/-]|\b(?:Ley|Law|Act|Decreto|Decree|Resolución|Resolution|No\.|n\.º|núm\.) )[1-9]\d{4,}(?![\d/-]|\.\d{3})/g,
      es: 'desde cinco cifras, los miles se separan con un espacio',
      en: 'from five digits on, thousands are parted by a space',
    },
    {
      wrong:
        /(?<![\d.,\u00a0 ])[1-9][\u00a0 \u202f]\d{3}(?![\d\u00a0 ]|,\d)(?= (?:millones|%|PA|personas|hogares))/g,
      es: 'un número de cuatro cifras no lleva espacio',
      en: 'a number of four digits has no space',
    },
    { wrong: /\d%/g, es: 'ante «%» va un espacio', en: 'there is a space before “%”' },
  ],
  en: [
    {
      wrong:
        /(?<![\d.,#/-]|\b(?:Ley|Law|Act|Decreto|Decree|Resolución|Resolution|No\.|n\.º|núm\.) )[1-9]\d{4,}(?![\d/-])/g,
      es: 'en inglés los miles llevan coma',
      en: 'thousands take a comma',
    },
    {
      wrong: /(?<![\d.,])\d{1,3}[\u00a0\u202f]\d{3}(?!\d)/g,
      es: 'en inglés los miles llevan coma',
      en: 'thousands take a comma',
    },
    {
      wrong: /(?<![\d.,])\d+,\d{1,2}(?![\d,])(?=[%\s])(?!,? ?\d)/g,
      es: 'los decimales van con punto',
      en: 'decimals take a point',
    },
    {
      wrong: /\d[ \u00a0]%/g,
      es: 'en inglés «%» va unido al número',
      en: '“%” follows its number without a space',
    },
    // Years are no amounts: only what is counted in money or people.
    {
      wrong: /(?<![\d.,])(?:PA \d{4}|[1-9]\d{3}(?= (?:million|billion|PA|people|households)\b))(?!\d)/g,
      es: 'en inglés los miles llevan coma',
      en: 'thousands take a comma',
    },
  ],
};

export const numbers: Rule = {
  name: 'numbers',
  reason: {
    es: 'Un país lee 2.500 como dos mil quinientos y otro como dos y medio: una sola forma evita el error.',
    en: 'One country reads 2.500 as two thousand five hundred, another as two and a half: one form avoids the mistake.',
  },
  check: (draft) =>
    (['es', 'en'] as const).flatMap((language) =>
      textsOf(draft, language).flatMap((text) => {
        const prose = proseOf(text);
        return PATTERNS[language].flatMap(({ wrong, es, en }) =>
          [...prose.matchAll(wrong)].map(({ 0: found, index }): Finding =>
            advice(
              'numbers',
              text.source.at(index),
              `«${found.trim()}»: ${es}.`,
              `“${found.trim()}”: ${en}.`,
            ),
          ),
        );
      }),
    ),
};
