/** Saving a text of a draft. Nothing that was saved is ever overwritten unseen, whoever saves at the same moment. */
import { Refusal } from '../errors.ts';
import { DraftModel, EarlierTextModel, type Draft, type DraftText, type Writer } from './draft.model.ts';
import { getDraft, textOf } from './drafts.ts';
import { mergeTexts, type MergedPart } from './merging.ts';

export type Saving =
  | { outcome: 'saved'; version: number; text: string; at: Date }
  /** Someone had changed other lines meanwhile: the text now holds both. */
  | { outcome: 'merged'; version: number; text: string; at: Date; other: Writer }
  /** Someone had changed the same lines: nothing was saved. */
  | { outcome: 'conflict'; version: number; theirs: string; other: Writer; parts: MergedPart[] };

/**
 * Saves what was written on version `base` of a text. A repeated save of the same text counts once.
 * @throws Refusal not-found when the draft has no such text
 */
export async function saveText(
  module: string,
  path: string,
  { text: typed, base }: { text: string; base: number },
  by: Writer,
): Promise<Saving> {
  const text = typed.replace(/\r\n?/g, '\n');
  for (;;) {
    const draft = await getDraft(module);
    const current = textOf(draft, path);
    if (current.text === text) return { outcome: 'saved', version: current.version, text, at: current.at };
    const isFirst = current.version === base;
    const merge = isFirst ? null : await mergeWith(draft, current, text, base);
    if (merge?.text === null) {
      const { version, text: theirs, by: other } = current;
      return { outcome: 'conflict', version, theirs, other, parts: merge.parts };
    }
    const wanted = merge?.text ?? text;
    const at = new Date();
    // When someone was quicker, the loop looks again at what is there now.
    if (!(await replace(draft, current, { text: wanted, by, at }))) continue;
    const version = current.version + 1;
    return isFirst
      ? { outcome: 'saved', version, text: wanted, at }
      : { outcome: 'merged', version, text: wanted, at, other: current.by };
  }
}

async function replace(
  draft: Draft,
  current: DraftText,
  { text, by, at }: Pick<DraftText, 'text' | 'by' | 'at'>,
): Promise<boolean> {
  const { path, version } = current;
  await keepEarlier(draft, current, at);
  const { modifiedCount } = await DraftModel.updateOne(
    { _id: draft._id, openedAt: draft.openedAt, texts: { $elemMatch: { path, version } } },
    {
      $set: {
        'texts.$.text': text,
        'texts.$.version': version + 1,
        'texts.$.by': by,
        'texts.$.at': at,
        changedAt: at,
        changedBy: by,
      },
      $inc: { version: 1 },
    },
  );
  return modifiedCount === 1;
}

/** Keeps a text before it is replaced, so that a later save can tell what its writer began from. Safe to repeat. */
export async function keepEarlier(draft: Draft, { path, version, text }: DraftText, at: Date): Promise<void> {
  await EarlierTextModel.updateOne(
    { _id: earlierId(draft, path, version) },
    { $setOnInsert: { text, at } },
    { upsert: true },
  );
}

/** Without the text that both began from, every line that differs is a conflict. */
async function mergeWith(draft: Draft, current: DraftText, text: string, base: number) {
  if (base > current.version) throw new Refusal('conflict', 'authoring.reloadFirst');
  const began = await EarlierTextModel.findById(earlierId(draft, current.path, base)).lean();
  return began
    ? mergeTexts(began.text, text, current.text)
    : {
        text: null,
        parts: [{ kind: 'both' as const, mine: text.split('\n'), theirs: current.text.split('\n') }],
      };
}

const earlierId = ({ _id, openedAt }: Draft, path: string, version: number): string =>
  `${_id}/${openedAt.getTime().toString(36)}/${path}@${String(version)}`;
