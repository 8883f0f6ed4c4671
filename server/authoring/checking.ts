/** A draft as the checker sees it. */
import type { Finding, LoadedModule } from '../content/index.ts';
import { LimitedMap } from '../limited-map.ts';
import { CheckingThread, NotChecked } from './checker/thread.ts';
import { filesOf } from './draft-files.ts';
import type { Draft } from './draft.model.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';

export interface CheckedDraft {
  /** Whole and right; null while there is an error. */
  loaded: LoadedModule | null;
  /** Of this module alone, their files named inside its folder. */
  findings: Finding[];
}

const thread = new CheckingThread();
const held = new LimitedMap<string, { among: Surroundings; checking: Promise<CheckedDraft> }>(20);

/** Checks once for each version of a draft among what is published, beside the server's own thread. */
export async function checkDraft(draft: Draft): Promise<CheckedDraft> {
  const key = `${draft._id}@${String(draft.openedAt.getTime())}.${String(draft.version)}`;
  const among = await surroundingsOf(draft._id, draft.folder);
  const known = held.get(key);
  if (known?.among === among) return await known.checking;
  const checking = check(draft, among);
  held.set(key, { among, checking });
  try {
    return await checking;
  } catch (reason) {
    held.delete(key);
    if (reason instanceof NotChecked) return notChecked(reason);
    throw reason;
  }
}

/** Ends the checking thread; a later check begins another one. */
export const stopChecking = async (): Promise<void> => {
  await thread.stop();
};

async function check(
  draft: Draft,
  { files: around, published, elsewhere }: Surroundings,
): Promise<CheckedDraft> {
  const own = await filesOf(draft);
  const files = new Map(around);
  for (const [path, bytes] of own) files.set(`${draft.folder}/${path}`, bytes);
  // Whatever id it goes by now: what was published under it is what it is held against.
  const manifest = draft.texts.find(({ path }) => path === 'module.yaml')?.text ?? '';
  const { loaded, findings } = await thread.check({
    folder: draft.folder,
    files,
    published: new Map([...published].filter(([id]) => manifest.includes(id))),
    elsewhere,
  });
  return { loaded: loaded && { ...loaded, assets: asBuffers(loaded.assets), files: own }, findings };
}

/** What crosses from a thread is a plain array of bytes. */
const asBuffers = (assets: ReadonlyMap<string, Uint8Array>): Map<string, Buffer> =>
  new Map(
    [...assets].map(([name, { buffer, byteOffset, byteLength }]) => [
      name,
      Buffer.from(buffer, byteOffset, byteLength),
    ]),
  );

/** Nothing is known of the module then, so it is not published either. */
const notChecked = ({ why }: NotChecked): CheckedDraft => ({
  loaded: null,
  findings: [
    {
      file: '',
      line: 1,
      column: 1,
      rule: 'folder',
      severity: 'error',
      message:
        why === 'busy'
          ? {
              es: 'Hay muchos borradores en revisión. Vuelva a cargar la página en un momento.',
              en: 'Many drafts are being checked. Load the page again in a moment.',
            }
          : {
              es: 'La revisión no terminó: el módulo pide más tiempo o memoria de lo que se permite. Divida o quite lo último que agregó.',
              en: 'The check did not end: the module asks for more time or memory than is allowed. Split or take out what was added last.',
            },
    },
  ],
});
