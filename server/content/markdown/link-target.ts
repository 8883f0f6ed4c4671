/** What a link in a lesson may lead to. */
import { LESSON_NAME } from '../reading/files.ts';

export type LinkTarget =
  | { kind: 'external'; href: string }
  | { kind: 'here'; anchor: string }
  | { kind: 'lesson'; id: string; file: string; anchor: string | null }
  | { kind: 'asset'; name: string }
  | { kind: 'refused' };

const EXTERNAL = /^(?:https?:\/\/[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?|mailto:[^\s@]+@[^\s@]+\.[^\s@]+)$/i;
const ASSET = /^\.\.\/assets\/([a-z0-9][a-z0-9._-]{0,99})$/;
const ANCHOR = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,80}$/u;

export function linkTarget(href: string): LinkTarget {
  if (EXTERNAL.test(href)) return { kind: 'external', href };
  const asset = ASSET.exec(href)?.[1];
  if (asset !== undefined) return { kind: 'asset', name: asset };
  const [file = '', anchor = null, ...rest] = href.split('#');
  if (rest.length > 0 || (anchor !== null && !ANCHOR.test(anchor))) return { kind: 'refused' };
  if (file === '' && anchor !== null) return { kind: 'here', anchor };
  const id = LESSON_NAME.exec(file)?.[2];
  return id === undefined ? { kind: 'refused' } : { kind: 'lesson', id, file, anchor };
}
