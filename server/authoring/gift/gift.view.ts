import type { Finding } from '../../content/index.ts';
import type { Language } from '../../content/module.ts';
import { paths } from '../../paths.ts';
import type { Translate } from '../../rendering/index.ts';
import { errorSummary, fieldError, type FieldErrors } from '../../web/forms.ts';
import type { Draft } from '../draft.model.ts';
import { refusedSentence } from '../files/refusing.ts';
import { titleOf } from '../titles.ts';
import type { GiftLoss } from './read.ts';
import type { Loss } from './write.ts';

export interface GiftPage {
  draft: Draft;
  /** What an exported file would lack; null while the draft has errors. */
  out: Loss[] | null;
  errors: FieldErrors | null;
  typed: string;
  /** How many questions were just taken in. */
  taken: number;
  losses: GiftLoss[];
  /** Why a file was not read. */
  refused: Finding | null;
}

/** All that `views/authoring/gift.hbs` shows. */
export function giftPage(
  { draft, out, errors, typed, taken, losses, refused }: GiftPage,
  lang: Language,
  t: Translate,
) {
  const address = { lang, module: draft._id };
  return {
    of: titleOf(draft, lang) ?? draft._id,
    draftUrl: paths.draft(address),
    summary: errorSummary(errors, t),
    files: out
      ? (['es', 'en'] as const).map((language) => ({
          url: paths.giftFile({ ...address, language }),
          label: t('authoring.gift.file', { language: t(`authoring.in.${language}`) }),
        }))
      : null,
    out: (out ?? []).map(({ question, message }) => ({ question, sentence: message[lang] })),
    action: paths.takeInGift(address),
    fileAction: paths.takeInGiftFile(address),
    version: String(draft.version),
    typed,
    error: fieldError(errors, 'gift', t),
    fileError: refused ? refusedSentence(refused, lang, t) : fieldError(errors, 'file', t),
    taken:
      taken > 0
        ? {
            sentence: t('authoring.gift.taken', { count: taken }),
            url: paths.draftText({ ...address, path: `${lang}/quiz.md` }),
          }
        : null,
    losses: losses.map(({ line, message }) => ({
      where: t('authoring.gift.line', { line }),
      sentence: message[lang],
    })),
  };
}
