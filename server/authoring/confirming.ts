/** A translator says that a text and its twin say the same: kept in twins.yaml, so that later changes are told. */
import { confirm, contentOf } from '../content/index.ts';
import { Refusal } from '../errors.ts';
import { changeTexts } from './changing.ts';
import { filesOf } from './draft-files.ts';
import type { Writer } from './draft.model.ts';
import { describePath } from './draft-paths.ts';
import { getDraft } from './drafts.ts';
import { surroundingsOf } from './surroundings.ts';

const FILE = 'twins.yaml';

/** @throws Refusal not-found; conflict when the languages have different numbers of blocks, or someone was quicker */
export async function confirmTwins(module: string, path: string, by: Writer): Promise<void> {
  const draft = await getDraft(module);
  const { files, published, shared } = await surroundingsOf(module, draft.folder);
  const all = new Map(files);
  for (const [name, bytes] of await filesOf(draft)) all.set(`${draft.folder}/${name}`, bytes);
  const read = contentOf(all, published, shared).drafts.find(({ folder }) => folder === draft.folder);
  const { name } = describePath(path);
  const said = read ? confirm(read, name) : null;
  if (!said || said.uneven.length > 0) throw new Refusal('conflict', 'authoring.uneven');
  const isDone = await changeTexts(draft, new Map([[FILE, said.yaml]]), by);
  if (!isDone) throw new Refusal('conflict', 'authoring.reloadFirst');
}
