import { ServerError } from '../errors.ts';
import { numberIn, type Doc } from '../values/bson.ts';
import { EMPTY_ARRAY, invert, orderedBytes } from '../values/order.ts';
import { reaches } from '../values/paths.ts';

/** A sort or an index: fields in order of importance, each ascending (1) or descending (-1). */
export type Pattern = readonly (readonly [path: string, direction: 1 | -1])[];

export function readSort(sort: unknown): Pattern {
  return Object.entries((sort ?? {}) as Doc).map(([path, given]) => {
    const direction = numberIn(given);
    if (direction !== 1 && direction !== -1) {
      throw new ServerError(
        'BadValue',
        `The sort order of '${path}' must be 1 or -1 in the embedded database.`,
      );
    }
    return [path, direction] as const;
  });
}

/**
 * The bytes by which a document takes its place in a sort. Of an array counts the least element, or the greatest
 * when descending (MongoDB Manual, "cursor.sort(): Ascending/Descending Sort"); missing counts as null.
 */
export function sortKey(pattern: Pattern): (doc: Doc) => Buffer {
  const fields = pattern.map(([path, direction]) => ({ parts: path.split('.'), direction }));
  return (doc) =>
    Buffer.concat(
      fields.map(({ parts, direction }) => {
        let best: Buffer | undefined;
        const consider = (value: unknown): void => {
          const bytes = orderedBytes(value);
          if (!best || Buffer.compare(bytes, best) * direction < 0) best = bytes;
        };
        reaches(doc, parts, (value, whole) => {
          if (!Array.isArray(value) || whole) consider(value);
          else if (value.length === 0) consider(EMPTY_ARRAY);
          else value.forEach(consider);
          return false;
        });
        best ??= orderedBytes(null);
        return direction === 1 ? best : invert(best);
      }),
    );
}
