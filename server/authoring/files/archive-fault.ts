import type { Finding } from '../../content/index.ts';
import type { ArchiveFault } from '../../zip/reading.ts';
import { refusal, shown } from './refusing.ts';

/** What speaks against an archive, as a sentence about the file that was handed in or the one inside. */
export function archiveRefusal(name: string, { rule, values }: ArchiveFault): Finding {
  const inside = 'path' in values && typeof values.path === 'string' ? shown(values.path) : null;
  return refusal(inside ?? name, `zip-${rule}`, inside === null ? values : { ...values, path: inside });
}
