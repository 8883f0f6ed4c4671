import type { Engine } from '../engine.ts';
import { ServerError } from '../errors.ts';
import type { Collection } from '../collection/collection.ts';
import type { Index } from '../collection/entries.ts';
import { readSort } from '../query/sort.ts';
import { isDocument, type Doc } from '../values/bson.ts';
import { countArgument, textArgument } from './arguments.ts';

export interface Call {
  readonly engine: Engine;
  readonly name: string;
  readonly database: string;
  readonly body: Doc;
  readonly documents: ReadonlyMap<string, readonly Buffer[]>;
  readonly connection: number;
}

export interface Command {
  /** The fields it takes beside its own name and those that every command takes; `*` for any. */
  readonly fields: readonly string[] | '*';
  readonly run: (call: Call) => Promise<Buffer | Doc> | Buffer | Doc;
}

/** `database.collection` of the collection that the command names. */
export function namespaceOf({ database, body, name }: Call): string {
  const collection = textArgument(body, name);
  const bad =
    collection === '' ||
    collection.startsWith('.') ||
    /[$\0]/.test(collection) ||
    Buffer.byteLength(collection) > 200;
  if (bad || !/^[^/\\. "$*<>:|?\0]{1,63}$/.test(database)) {
    throw new ServerError(
      'InvalidNamespace',
      `Invalid namespace specified '${database}.${collection.replaceAll('\0', '\\0')}'`,
    );
  }
  return `${database}.${collection}`;
}

/** When the command must have ended, on the clock of `performance.now()`. */
export function deadlineOf({ body }: Call): number {
  const limit = countArgument(body, 'maxTimeMS');
  return limit === 0 ? Infinity : performance.now() + limit;
}

export function hintOf(collection: Collection, hint: unknown): Index | undefined {
  if (hint === undefined || (isDocument(hint) && Object.keys(hint).length === 0)) return undefined;
  const wanted = isDocument(hint) && !('$natural' in hint) ? JSON.stringify(readSort(hint)) : hint;
  const found = collection.indexes.find(
    ({ spec, building }) => !building && (spec.name === hint || JSON.stringify(spec.pattern) === wanted),
  );
  if (!found)
    throw new ServerError(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return found;
}
