import { isDocument, type Doc } from './bson.ts';

/** The field of a document, and never something that JavaScript's objects inherit. */
export function fieldOf(node: unknown, name: string): unknown {
  return isDocument(node) && Object.hasOwn(node, name) ? node[name] : undefined;
}

/** `undefined` stands for a missing field; `whole` says that an array found is not to be looked into. */
type Visit = (value: unknown, whole: boolean) => boolean;

/**
 * Walks a filter's dotted path as MongoDB does: an array on the way stands for each document in it, and for its
 * n-th element where the path has a number; an array without documents reaches nothing.
 * @returns true as soon as `visit` says so
 */
export function reaches(node: unknown, parts: readonly string[], visit: Visit, at = 0): boolean {
  const part = parts[at];
  if (part === undefined) return visit(node, false);
  if (isDocument(node)) return reaches(fieldOf(node, part), parts, visit, at + 1);
  if (!Array.isArray(node)) return visit(undefined, false);
  const index = /^\d+$/.test(part) ? Number(part) : -1;
  for (const [i, element] of node.entries()) {
    if (isDocument(element) && reaches(element, parts, visit, at)) return true;
    if (i !== index) continue;
    if (at + 1 === parts.length ? visit(element, true) : reaches(element, parts, visit, at + 1)) return true;
  }
  return false;
}

/** The one value at a path that meets no array on its way; undefined when missing. */
export function valueAt(doc: Doc, path: string): unknown {
  let node: unknown = doc;
  for (const part of path.split('.')) {
    node = Array.isArray(node) && /^\d+$/.test(part) ? node[Number(part)] : fieldOf(node, part);
  }
  return node;
}
