/** Questions of a GIFT file at the end of a draft's quiz, in both languages. */
import { printQuestion } from '../../content/index.ts';
import { languages } from '../../content/module.ts';
import type { MessageKey } from '../../rendering/index.ts';
import { changeTexts } from '../changing.ts';
import type { Draft, Writer } from '../draft.model.ts';
import { getDraft, textOf } from '../drafts.ts';
import { objectivesOf } from '../titles.ts';
import { readGift, type GiftLoss } from './read.ts';

export interface TakenGift {
  /** How many questions were added. */
  taken: number;
  /** What had no place, also where nothing was added. */
  losses: GiftLoss[];
  /** Why nothing was added. */
  why: MessageKey | null;
}

/**
 * @param version of the draft that the person looked at: the same file sent twice is taken in once
 * @throws Refusal not-found
 */
export async function takeIn(
  { module, by }: { module: string; by: Writer },
  { version, gift }: { version: number; gift: string },
): Promise<TakenGift> {
  const refuse = (why: MessageKey, losses: GiftLoss[] = []) => ({ taken: 0, losses, why });
  const draft = await getDraft(module);
  if (draft.version !== version) return refuse('authoring.changedMeanwhile');
  const { questions, losses } = readGift(gift, objectivesOf(draft)[0] ?? 'o1', takenIds(draft));
  if (questions.length === 0) return refuse('authoring.gift.none', losses);
  const changes = new Map(
    languages.map((language) => {
      const path = `${language}/quiz.md`;
      const printed = questions.map((question) => printQuestion(question, language));
      return [path, `${[textOf(draft, path).text.trimEnd(), ...printed].join('\n\n')}\n`] as const;
    }),
  );
  if (!(await changeTexts(draft, changes, by))) return refuse('authoring.changedMeanwhile');
  return { taken: questions.length, losses, why: null };
}

const takenIds = ({ texts }: Draft): Set<string> =>
  new Set(texts.flatMap(({ text }) => [...text.matchAll(/\{#(q-[a-z0-9-]+)/g)].map(([, id]) => id ?? '')));
