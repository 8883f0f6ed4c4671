import type { Engine } from '../engine.ts';
import { ServerError } from '../errors.ts';
import { isDocument, type Doc } from '../values/bson.ts';
import type { Request } from '../wire/messages.ts';
import { aggregation } from '../aggregation/command.ts';
import type { Command } from './command.ts';
import { collections } from './collections.ts';
import { handshake } from './handshake.ts';
import { indexes } from './indexes.ts';
import { reading } from './read.ts';
import { validation } from './validate.ts';
import { writing } from './writes.ts';

const COMMANDS = new Map<string, Command>(
  Object.entries({
    ...handshake,
    ...reading,
    ...writing,
    ...collections,
    ...indexes,
    ...aggregation,
    ...validation,
  }),
);

/** Fields that any command may carry. Those that would change the answer are looked at below. */
const COMMON = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'collation',
  'txnNumber',
  'autocommit',
  'startTransaction',
]);
const TRANSACTIONS = new Set(['commitTransaction', 'abortTransaction']);

/** Finds the command and runs it; what it does not know it refuses, as MongoDB does. */
export async function answer(
  engine: Engine,
  { name, body, documents }: Request,
  connection: number,
): Promise<Buffer | Doc> {
  if (TRANSACTIONS.has(name) || 'autocommit' in body) {
    throw new ServerError(
      'OperationNotSupportedInTransaction',
      'The embedded database serves no transactions; one document changes as a whole.',
    );
  }
  const command = COMMANDS.get(name);
  if (!command) throw new ServerError('CommandNotFound', `no such command: '${name}'`);
  const { fields } = command;
  if (fields !== '*') {
    const strange = Object.keys(body).find(
      (field) => field !== name && !COMMON.has(field) && !fields.includes(field),
    );
    if (strange !== undefined)
      throw new ServerError('Location40415', `BSON field '${name}.${strange}' is an unknown field.`);
  }
  const { collation } = body;
  if (isDocument(collation) && 'locale' in collation && collation.locale !== 'simple') {
    throw new ServerError(
      'CommandNotSupported',
      'The embedded database serves the simple collation only; store what you compare in lower case.',
    );
  }
  const database = typeof body.$db === 'string' ? body.$db : 'admin';
  return command.run({ engine, name, database, body, documents, connection });
}
