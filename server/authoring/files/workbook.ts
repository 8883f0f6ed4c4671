import type { Finding } from '../../content/index.ts';
import { readArchive } from '../../zip/reading.ts';
import { archiveRefusal } from './archive-fault.ts';
import { refusal } from './refusing.ts';

const LIMITS = { entries: 1_000, bytes: 50 * 1024 ** 2 };

/** Whether an archive is a workbook without macros, and nothing else. @returns why not, or null */
export async function judgeWorkbook(name: string, bytes: Buffer): Promise<Finding | null> {
  const { files, fault } = await readArchive(bytes, LIMITS);
  if (fault) return archiveRefusal(name, fault);
  if (!files.has('[Content_Types].xml') || !files.has('xl/workbook.xml')) return refusal(name, 'type');
  const runs = [...files.keys()].some((path) => /(?:^|\/)(?:vbaProject|activeX)/i.test(path));
  return runs ? refusal(name, 'macros') : null;
}
