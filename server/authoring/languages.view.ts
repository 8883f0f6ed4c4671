import type { Completeness } from '../content/index.ts';
import { languages } from '../content/module.ts';
import type { Translate } from '../rendering/index.ts';

/** How far each language is, in words. */
export const languageViews = ({ of, texts, stale }: Completeness, t: Translate) =>
  languages.map((language) => ({
    isWhole: texts[language] === of && stale[language] === 0,
    told:
      texts[language] === of
        ? t(`authoring.whole.${language}`)
        : t(`authoring.partly.${language}`, { texts: texts[language], of }),
    stale: stale[language] > 0 ? t('authoring.staleCount', { count: stale[language] }) : null,
  }));
