/**
 * Fills in for FerretDB two things without which the platform does not even start or show a lesson on it, so that
 * the rest of it can be judged there. Loaded by `scripts/ferretdb.ts` alone; the product knows nothing of it.
 */
import { mongo } from 'mongoose';

type Options = mongo.CreateIndexesOptions;
type Update = mongo.Document & { $setOnInsert?: mongo.Document; $push?: mongo.Document };
interface Methods {
  createIndexes(indexes: mongo.IndexDescription[], options?: Options): Promise<string[]>;
  createIndex(key: mongo.IndexSpecification, options?: Options): Promise<string>;
  updateOne(filter: mongo.Document, update: Update, options?: mongo.UpdateOptions): Promise<unknown>;
  findOneAndUpdate(filter: mongo.Document, update: Update, options?: mongo.Document): Promise<unknown>;
}
const methods = mongo.Collection.prototype as unknown as Methods;
/* eslint-disable @typescript-eslint/unbound-method -- called with `this` below */
const { createIndexes, updateOne, findOneAndUpdate } = methods;

/** It knows neither TTL nor partial indexes: here nothing expires, and a partial index is not made. */
methods.createIndexes = async function (indexes, options) {
  const possible = indexes
    .filter(({ partialFilterExpression }) => partialFilterExpression === undefined)
    .map((index) =>
      Object.fromEntries(Object.entries(index).filter(([name]) => name !== 'expireAfterSeconds')),
    );
  return possible.length === 0
    ? []
    : createIndexes.call(this, possible as unknown as mongo.IndexDescription[], options);
};
methods.createIndex = async function (key, options = {}) {
  const [name = ''] = await this.createIndexes([{ key, ...options } as mongo.IndexDescription]);
  return name;
};

/** It forgets an empty array in `$setOnInsert`; pushing nothing makes one, and leaves one that is there alone. */
function pushingNothing(update: Update): Update {
  const { $setOnInsert = {}, ...others } = update;
  const isEmpty = ([, value]: [string, unknown]): boolean => Array.isArray(value) && value.length === 0;
  const empty = Object.entries($setOnInsert).filter(isEmpty);
  if (empty.length === 0) return update;
  const kept = Object.fromEntries(Object.entries($setOnInsert).filter((entry) => !isEmpty(entry)));
  const pushed = Object.fromEntries(empty.map(([name]) => [name, { $each: [] }]));
  return {
    ...others,
    ...(Object.keys(kept).length > 0 ? { $setOnInsert: kept } : {}),
    $push: { ...update.$push, ...pushed },
  };
}
methods.updateOne = function (filter, update, options) {
  return updateOne.call(this, filter, pushingNothing(update), options);
};
methods.findOneAndUpdate = function (filter, update, options) {
  return findOneAndUpdate.call(this, filter, pushingNothing(update), options);
};
