/**
 * Fills in for FerretDB two things without which Rumbo does not even start or show a lesson on it, so that the rest can
 * be judged there. Loaded by `scripts/ferretdb.ts` alone; the product knows nothing of it.
 */
import { mongo } from 'mongoose';

type Indexes = mongo.IndexDescription[];
type Update = mongo.Document & { $setOnInsert?: mongo.Document; $push?: mongo.Document };

/** The driver's methods that are filled in for, as functions that are called on a collection. */
interface Methods {
  createIndexes: (this: Methods, indexes: Indexes, options?: mongo.Document) => Promise<string[]>;
  createIndex: (this: Methods, key: mongo.Document, options?: mongo.Document) => Promise<string>;
  updateOne: (
    this: Methods,
    filter: mongo.Document,
    update: Update,
    options?: mongo.Document,
  ) => Promise<unknown>;
  findOneAndUpdate: (
    this: Methods,
    filter: mongo.Document,
    update: Update,
    options?: mongo.Document,
  ) => Promise<unknown>;
}
const methods = mongo.Collection.prototype as unknown as Methods;
const { createIndexes, updateOne, findOneAndUpdate } = methods;

/** It knows neither TTL nor partial indexes: here nothing expires, and a partial index is not made. */
methods.createIndexes = async function (indexes, options) {
  const possible = indexes
    .filter(({ partialFilterExpression }) => partialFilterExpression === undefined)
    .map((index) => {
      const copy = { ...index };
      delete copy.expireAfterSeconds;
      return copy;
    });
  return possible.length === 0 ? [] : createIndexes.call(this, possible, options);
};
methods.createIndex = async function (key, options = {}) {
  const [name = ''] = await this.createIndexes([{ key, ...options }]);
  return name;
};

/** It forgets an empty array in `$setOnInsert`; pushing nothing makes one, and leaves one that is there alone. */
function pushingNothing(update: Update): Update {
  const { $setOnInsert = {}, $push, ...others } = update;
  const isEmpty = ([, value]: [string, unknown]): boolean => Array.isArray(value) && value.length === 0;
  const fields = Object.entries($setOnInsert);
  const empty = fields.filter(isEmpty);
  if (empty.length === 0) return update;
  const kept = fields.filter((field) => !isEmpty(field));
  return {
    ...others,
    ...(kept.length > 0 ? { $setOnInsert: Object.fromEntries(kept) } : {}),
    $push: { ...$push, ...Object.fromEntries(empty.map(([name]) => [name, { $each: [] }])) },
  };
}
methods.updateOne = function (filter, update, options) {
  return updateOne.call(this, filter, pushingNothing(update), options);
};
methods.findOneAndUpdate = function (filter, update, options) {
  return findOneAndUpdate.call(this, filter, pushingNothing(update), options);
};
