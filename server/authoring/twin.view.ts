import type { Finding } from '../content/index.ts';
import { paths } from '../paths.ts';
import type { Translate } from '../rendering/index.ts';
import type { Language } from '../content/module.ts';
import { describePath } from './draft-paths.ts';
import type { Draft, DraftText } from './draft.model.ts';
import { partsOf } from './text-parts.ts';

/**
 * The same text in the other language, section by section and question by question.
 * @param stale findings of blocks whose translation has changed since
 */
export function twinView(
  draft: Draft,
  { path, text }: DraftText,
  stale: readonly Finding[],
  lang: Language,
  t: Translate,
) {
  const language = describePath(path).language ?? lang;
  const lines = stale.filter(({ file }) => file === path).map(({ line }) => line);
  return {
    title: t(`authoring.in.${language}`),
    language,
    url: paths.draftText({ lang, module: draft._id, path }),
    parts: partsOf(text).map(({ line: from, text: words }) => {
      const to = from + words.split('\n').length;
      const count = lines.filter((line) => line >= from && line < to).length;
      return {
        text: words.trimEnd(),
        stale: count > 0 ? t('authoring.staleCount', { count }) : null,
      };
    }),
  };
}
