/** The check itself, as the thread runs it: what is the same as in an earlier job is not read again. */
import { createHash } from 'node:crypto';
import { examine, readShared, type ContentFiles, type Shared } from '../../content/index.ts';
import { LimitedMap } from '../../limited-map.ts';
import type { CheckedModule, CheckJob } from './job.ts';

const MOST_BYTES = 16 * 1024 * 1024;
const MOST_SHARED = 20;

const heldBytes = new LimitedMap<string, Buffer>(MOST_BYTES, ({ length }) => length);
const heldShared = new LimitedMap<string, Shared>(MOST_SHARED);

export async function examineJob(job: CheckJob): Promise<CheckedModule> {
  const { folder, published, elsewhere } = job;
  const { files, around } = recognise(job);
  const shared = heldShared.get(around) ?? readShared(files);
  heldShared.set(around, shared);
  const { content, findings } = await examine(files, { published, elsewhere, shared });
  const loaded = content.modules.find((one) => one.folder === folder);
  return {
    loaded: loaded ? { ...loaded, files: new Map() } : null,
    findings: findings
      .filter(({ file }) => file === folder || file.startsWith(`${folder}/`))
      .map((finding) => ({ ...finding, file: finding.file.slice(folder.length + 1) })),
  };
}

/** Bytes that came before are the very same Buffer again, by which the content room knows what it has read. */
function recognise({ files, folder }: CheckJob): { files: ContentFiles; around: string } {
  const known = new Map<string, Buffer>();
  const around = createHash('sha256');
  for (const [name, { buffer, byteOffset, byteLength }] of files) {
    const sent = Buffer.from(buffer, byteOffset, byteLength);
    const hash = createHash('sha256').update(sent).digest('hex');
    const bytes = heldBytes.get(hash) ?? sent;
    heldBytes.set(hash, bytes);
    known.set(name, bytes);
    if (!name.startsWith(`${folder}/`)) around.update(`${name}: ${hash}\n`);
  }
  return { files: known, around: around.digest('hex') };
}
