import { ServerError } from '../errors.ts';
import { compileFilter, type Expression, type Matches } from '../query/match.ts';
import type { Pattern } from '../query/sort.ts';
import { isDocument, type Doc } from '../values/bson.ts';
import { EMPTY_ARRAY, fitKey, invert, LONGEST_KEY, orderedBytes } from '../values/order.ts';
import { fieldOf } from '../values/paths.ts';

/** What the catalogue keeps of an index. */
export interface IndexSpec {
  readonly name: string;
  readonly pattern: Pattern;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: Doc | undefined;
  readonly expireAfterSeconds: number | undefined;
}

/** The keys that one document has in an index. */
export interface Keys {
  readonly keys: readonly Buffer[];
  /** The document has an array on an indexed path, so that one document has several keys. */
  readonly multikey: boolean;
  /** A key was too long for the store and was cut: order after the cut is lost. */
  readonly cut: boolean;
}

interface Walk {
  readonly value: unknown;
  readonly rest: readonly string[];
}

/** Computes a document's keys in an index (MongoDB Manual, "Indexes": multikey, sparse, partial). */
export function keysOf(spec: IndexSpec, expression: Expression): (doc: Doc) => Keys {
  const paths = spec.pattern.map(([path]) => path.split('.'));
  const included: Matches = spec.partial ? compileFilter(spec.partial, expression) : () => true;
  return (doc) => {
    if (!included(doc)) return { keys: [], multikey: false, cut: false };
    const starts = paths.map((path) => walk(doc, path));
    if (spec.sparse && starts.every(({ value }) => value === undefined))
      return { keys: [], multikey: false, cut: false };
    const long = expand(starts).map((values) => joinKey(spec.pattern, values));
    const unique = new Map(long.map((key) => fitKey(key)).map((key) => [key.toString('latin1'), key]));
    return {
      keys: [...unique.values()],
      multikey: starts.some(({ value }) => Array.isArray(value)),
      cut: long.some((key) => key.length > LONGEST_KEY),
    };
  };
}

/** The bytes of a key, field after field; fewer values than fields make the beginning of a key. */
function joinKey(pattern: Pattern, values: readonly unknown[]): Buffer {
  return Buffer.concat(values.map((value, i) => oriented(orderedBytes(value), pattern[i]?.[1])));
}

export function oriented(bytes: Buffer, direction: 1 | -1 | undefined): Buffer {
  return direction === -1 ? invert(bytes) : bytes;
}

/** Follows a path to its end or to the first array; a number in the path picks an element of an array. */
function walk(start: unknown, path: readonly string[]): Walk {
  let value = start;
  for (const [i, part] of path.entries()) {
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(part)) return { value, rest: path.slice(i) };
      value = value[Number(part)];
    } else value = fieldOf(value, part);
  }
  return { value, rest: [] };
}

/** One list of values for each element of the array that the paths share; two different arrays are refused. */
function expand(walks: readonly Walk[]): unknown[][] {
  const arrays = new Set(walks.map(({ value }) => value).filter(Array.isArray));
  if (arrays.size === 0) return [walks.map(({ value }) => value)];
  if (arrays.size > 1) throw new ServerError('CannotIndexParallelArrays', 'cannot index parallel arrays');
  const [array = []] = arrays as Set<unknown[]>;
  if (array.length === 0) {
    return [
      walks.map(({ value, rest }) => (value !== array ? value : rest.length > 0 ? undefined : EMPTY_ARRAY)),
    ];
  }
  return array.flatMap((element) => {
    const inner = walks.map((at): Walk => {
      if (at.value !== array) return at;
      if (at.rest.length === 0) return { value: element, rest: [] };
      return isDocument(element) ? walk(element, at.rest) : { value: undefined, rest: [] };
    });
    // An array within the array is a value of its own, not looked into again, where the path ends.
    const whole = inner.map(
      ({ value, rest }, i) => walks[i]?.value === array && rest.length === 0 && value === element,
    );
    return whole.includes(true) ? [inner.map(({ value }) => value)] : expand(inner);
  });
}
