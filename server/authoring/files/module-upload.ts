/** A module that comes in as an archive: judged whole before anything of it is stored. */
import { hasError, type Finding } from '../../content/index.ts';
import { ASSET_NAME } from '../../content/figures/asset.ts';
import { readModuleFolder } from '../../content/reading/module-folder.ts';
import { readArchive } from '../../zip/reading.ts';
import { archiveRefusal } from './archive-fault.ts';
import { runsIn } from './judging.ts';
import { refusal } from './refusing.ts';

export interface ReceivedModule {
  id: string;
  /** `track/name`. */
  folder: string;
  /** By path inside the folder, byte for byte as they were handed in. */
  files: Map<string, Buffer>;
}
export type ReceivedZip =
  { module: ReceivedModule; refused: null } | { module: null; refused: readonly Finding[] };

export const MOST_ZIP_BYTES = 40 * 1024 ** 2;
const LIMITS = { entries: 1_000, bytes: 80 * 1024 ** 2 };
/** All texts of a draft stand in one document. */
const MOST_TEXT_BYTES = 8 * 1024 ** 2;
const MOST_TOLD = 20;

const SLUG = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const PLACE = new RegExp(`^(?:modules-content/)?(${SLUG}/${SLUG})/(.+)$`);
const TEXT_NAME = new RegExp(
  `^(?:module\\.yaml|twins\\.yaml|(?:es|en)/(?:quiz|facilitator|\\d{2}-${SLUG})\\.md|worksheets/${SLUG}\\.yaml)$`,
);
/** What macOS and Windows put beside files: passed over, as in a folder. */
const JUNK = /(?:^|\/)(?:__MACOSX|\.[^/]*|Thumbs\.db|desktop\.ini)(?:\/|$)/i;
/** What a draft cannot hold; everything else a writer corrects in it. */
const UNREADABLE: readonly string[] = ['size', 'encoding', 'yaml', 'assets', 'svg'];

const refuse = (...refused: Finding[]): ReceivedZip => ({
  module: null,
  refused: refused.slice(0, MOST_TOLD),
});

/** @param name of the archive, for the sentences */
export async function readModuleZip(name: string, bytes: Buffer): Promise<ReceivedZip> {
  if (bytes.length === 0) return refuse(refusal(name, 'empty'));
  const { files: all, fault } = await readArchive(bytes, LIMITS);
  if (fault) return refuse(archiveRefusal(name, fault));
  const files = new Map<string, Buffer>();
  const folders = new Set<string>();
  for (const [path, content] of all) {
    if (JUNK.test(path)) continue;
    const [, folder, inside] = PLACE.exec(path) ?? [];
    if (folder === undefined || inside === undefined) return refuse(refusal(path, 'zip-place'));
    const asset = /^assets\/([^/]+)$/.exec(inside)?.[1];
    if (asset === undefined ? !TEXT_NAME.test(inside) : !ASSET_NAME.test(asset))
      return refuse(refusal(path, 'zip-name'));
    folders.add(folder);
    files.set(inside, content);
  }
  const [folder, other] = folders;
  if (folder === undefined) return refuse(refusal(name, 'zip-nothing'));
  if (other !== undefined) return refuse(refusal(name, 'zip-two-modules', { one: folder, other }));
  return judge(name, folder, files);
}

function judge(name: string, folder: string, files: Map<string, Buffer>): ReceivedZip {
  const texts = [...files].filter(([path]) => !path.startsWith('assets/'));
  if (texts.reduce((sum, [, { length }]) => sum + length, 0) > MOST_TEXT_BYTES)
    return refuse(refusal(name, 'zip-text', { most: MOST_TEXT_BYTES / 1024 ** 2 }));
  const placed = new Map([...files].map(([path, content]) => [`${folder}/${path}`, content]));
  const { draft, findings } = readModuleFolder(placed, folder);
  const told = findings.filter(({ rule, severity }) => severity === 'error' && UNREADABLE.includes(rule));
  if (told.length > 0) return refuse(...told);
  const running = findings.find((finding) => runsIn([finding]));
  if (running) return refuse(refusal(running.file, 'script'));
  if (!draft.manifest) {
    const own = findings.filter(({ file }) => file.endsWith('/module.yaml'));
    return refuse(...(hasError(own) ? own : [refusal(name, 'zip-no-manifest')]));
  }
  return { module: { id: draft.manifest.value.id, folder, files }, refused: null };
}
