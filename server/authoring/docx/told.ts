import type { Language } from '../../content/module.ts';
import { translate } from '../../rendering/index.ts';
import type { LossGroup } from './losses.ts';

/** What could not be carried, a sentence a kind, and where it stood. */
export const lossSentences = (losses: readonly LossGroup[], language: Language) =>
  losses.map(({ kind, count, places }) => ({
    sentence: translate(language, `authoring.docx.loss.${kind}`, { count }),
    places: places.map((words) => translate(language, 'authoring.docx.quoted', { words })),
  }));
