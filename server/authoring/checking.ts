/** A draft as the checker sees it. */
import { examine, type Examination, type Finding, type LoadedModule } from '../content/index.ts';
import { LimitedMap } from '../limited-map.ts';
import { filesOf } from './draft-files.ts';
import type { Draft } from './draft.model.ts';
import { surroundingsOf } from './surroundings.ts';

export interface CheckedDraft {
  /** Whole and right; null while there is an error. */
  loaded: LoadedModule | null;
  /** Of this module alone, their files named inside its folder. */
  findings: Finding[];
}

const held = new LimitedMap<string, Promise<CheckedDraft>>(20);

/** Checks once for each version of a draft. */
export async function checkDraft(draft: Draft): Promise<CheckedDraft> {
  const key = `${draft._id}@${String(draft.openedAt.getTime())}.${String(draft.version)}`;
  const known = held.get(key);
  if (known) return await known;
  const checking = check(draft);
  held.set(key, checking);
  return await checking;
}

async function check(draft: Draft): Promise<CheckedDraft> {
  const { files, published, shared } = await surroundingsOf(draft._id, draft.folder);
  const all = new Map(files);
  for (const [path, bytes] of await filesOf(draft)) all.set(`${draft.folder}/${path}`, bytes);
  return ownOf(await examine(all, { published, elsewhere: published, shared }), draft.folder);
}

/** What an examination says of one folder. */
export function ownOf({ content, findings }: Examination, folder: string): CheckedDraft {
  return {
    loaded: content.modules.find((one) => one.folder === folder) ?? null,
    findings: findings
      .filter(({ file }) => file === folder || file.startsWith(`${folder}/`))
      .map((finding) => ({ ...finding, file: finding.file.slice(folder.length + 1) })),
  };
}
