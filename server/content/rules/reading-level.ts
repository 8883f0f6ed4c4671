import { advice, type Finding } from '../finding.ts';
import type { Language } from '../module.ts';
import { add, NOTHING_READ, readingEase, readingOfText, type Reading } from '../reading-level/level.ts';
import { learnersTextsOf, type ModuleDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

/** Least ease: for a track that is open to all, and for one that another opens. */
const LEAST: Record<'open' | 'advanced', Record<Language, number>> = {
  open: { es: 55, en: 50 },
  advanced: { es: 45, en: 40 },
};

export const readingLevel: Rule = {
  name: 'reading-level',
  reason: {
    es: 'Quien lee entre dos reuniones necesita frases cortas y palabras comunes.',
    en: 'Who reads between two meetings needs short sentences and common words.',
  },
  check(draft, { tracks }) {
    const track = tracks.find(({ id }) => id === draft.track);
    const least = LEAST[track?.opensAfter === null ? 'open' : 'advanced'];
    return (['es', 'en'] as const).flatMap((language): Finding[] => {
      const ease = readingEase(readingOfModule(draft, language), language);
      if (ease === null || ease >= least[language]) return [];
      const [shown, wanted] = [Math.round(ease), least[language]];
      return [
        advice(
          'reading-level',
          { file: `${draft.folder}/${language}`, line: 1, column: 1 },
          `La facilidad de lectura es ${shown}; conviene ${wanted} o más: frases más cortas, palabras más comunes.`,
          `The reading ease is ${shown}; ${wanted} or more is better: shorter sentences, more common words.`,
        ),
      ];
    });
  },
};

export const readingOfModule = (draft: ModuleDraft, language: Language): Reading =>
  learnersTextsOf(draft, language)
    .map((text) => readingOfText(text, language).running)
    .reduce(add, NOTHING_READ);
