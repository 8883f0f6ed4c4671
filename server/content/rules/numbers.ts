import { paintedIn } from '../figures/painted.ts';
import { advice, type Finding, type Place } from '../finding.ts';
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

/** 03/04/2025 is April in one country and March in another. */
const NUMERIC_DATE: Pattern = {
  wrong: /(?<![\d/.-])[0-3]?\d\/[0-3]?\d\/(?:19|20)\d{2}(?![\d/])/g,
  es: 'el mes se escribe con letras: 15 de marzo de 2025',
  en: 'the month is a word: 15 March 2025',
};

// The number of a law is a name. Spaces that do not break are not asked for: the renderer sets them.
const PATTERNS: Record<Language, Pattern[]> = {
  es: [
    {
      wrong: /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g,
      es: 'en español los miles no llevan coma',
      en: 'in Spanish thousands have no comma',
    },
    {
      // A decimal that ends in two noughts is hardly meant.
      wrong: /(?<![\d.,])[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|\.\d00)(?![\d.])/g,
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
    {
      wrong: /\bPA[ \u00a0]\d+/g,
      es: 'en español la moneda va después: 1600 PA, 1600 millones de PA',
      en: 'in Spanish the currency comes after the number',
    },
    { wrong: /\d%/g, es: 'ante «%» va un espacio', en: 'there is a space before “%”' },
    {
      wrong:
        /\b[0-3]?\d\.?º? de (?:Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Setiembre|Octubre|Noviembre|Diciembre)\b/g,
      es: 'los meses van en minúscula',
      en: 'in Spanish months are in lower case',
    },
    NUMERIC_DATE,
  ],
  en: [
    {
      wrong:
        /(?<![\d.,#/-]|\b(?:Ley|Law|Act|Decreto|Decree|Resolución|Resolution|No\.|n\.º|núm\.) )[1-9]\d{4,}(?![\d/-])/g,
      es: 'en inglés los miles llevan coma',
      en: 'thousands take a comma',
    },
    {
      wrong: /(?<![\d.,])[1-9]\d{0,2}\.\d00(?![\d.])/g,
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
    {
      wrong:
        /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) [0-3]?\d(?:st|nd|rd|th)?(?:, \d{4})?\b/g,
      es: 'en inglés la fecha es 15 March 2025',
      en: 'a date is 15 March 2025',
    },
    NUMERIC_DATE,
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
    (['es', 'en'] as const).flatMap((language) => [
      ...textsOf(draft, language).flatMap((text) =>
        inText(proseOf(text), language, (at) => text.source.at(at)),
      ),
      ...draft.assets
        .filter(({ name }) => name.includes(`.${language}.`))
        .flatMap(({ drawing, at }) =>
          (drawing ? paintedIn(drawing) : []).flatMap((one) =>
            one.kind === 'text' ? inText(one.words, language, () => at(one.offset)) : [],
          ),
        ),
    ]),
};

const inText = (text: string, language: Language, at: (index: number) => Place): Finding[] =>
  PATTERNS[language].flatMap(({ wrong, es, en }) =>
    [...text.matchAll(wrong)].map(({ 0: found, index }) =>
      advice('numbers', at(index), `«${found.trim()}»: ${es}.`, `“${found.trim()}”: ${en}.`),
    ),
  );
