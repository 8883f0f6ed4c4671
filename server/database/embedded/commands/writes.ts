import { ServerError } from '../errors.ts';
import { readSort } from '../query/sort.ts';
import { compileProjection } from '../query/project.ts';
import { decode, encode, isTrue, type Doc } from '../values/bson.ts';
import { withDocument } from '../wire/raw.ts';
import { documentArgument, documentsArgument, flagArgument } from './arguments.ts';
import { hintOf, namespaceOf, type Call, type Command } from './command.ts';
import {
  deleteAll,
  deleteFirst,
  deleteLimit,
  insertAll,
  updateAll,
  updateFirst,
  type UpdateRequest,
} from './write.ts';

/** The statements of a bulk write, from the command or from beside it. */
function statements({ body, documents }: Call, name: string): Doc[] {
  return documents.get(name)?.map(decode) ?? documentsArgument(body, name);
}

function writeErrors(refused: ReadonlyMap<number, ServerError>): Doc {
  if (refused.size === 0) return {};
  return {
    writeErrors: [...refused].map(([index, { code, message, details }]) => ({
      index,
      code,
      errmsg: message,
      ...details,
    })),
  };
}

async function insert(call: Call): Promise<Doc> {
  const documents = call.documents.get('documents');
  if (!documents?.length)
    throw new ServerError('InvalidLength', 'Write batch sizes must be between 1 and 100000.');
  const { inserted, refused } = await insertAll(
    call.engine,
    namespaceOf(call),
    documents,
    flagArgument(call.body, 'ordered', true),
  );
  return { n: inserted, ...writeErrors(refused), ok: 1 };
}

/** Runs each statement; after a refusal an ordered bulk write stops, an unordered one goes on. */
async function each(
  call: Call,
  list: Doc[],
  run: (statement: Doc, index: number) => Promise<void>,
): Promise<Doc> {
  const ordered = flagArgument(call.body, 'ordered', true);
  const refused = new Map<number, ServerError>();
  for (const [index, statement] of list.entries()) {
    try {
      await run(statement, index);
    } catch (error) {
      if (!(error instanceof ServerError)) throw error;
      refused.set(index, error);
      if (ordered) break;
    }
  }
  return writeErrors(refused);
}

const UPDATE_FIELDS = new Set(['q', 'u', 'multi', 'upsert', 'arrayFilters', 'hint', 'sort', 'collation']);

async function update(call: Call): Promise<Doc> {
  const namespace = namespaceOf(call);
  const { engine } = call;
  let [n, nModified] = [0, 0];
  const upserted: Doc[] = [];
  const errors = await each(call, statements(call, 'updates'), async (statement, index) => {
    refuseUnknown('update.updates', statement, UPDATE_FIELDS);
    const request = updateRequest(call, statement, 'q', statement.u);
    if (isTrue(statement.multi)) {
      const { matched, modified } = await updateAll(engine, namespace, request);
      n += matched;
      nModified += modified;
      if (matched > 0 || !request.upsert) return;
    }
    const changed = await updateFirst(engine, namespace, request);
    if (!changed) return;
    n++;
    if (changed.before) nModified += changed.modified ? 1 : 0;
    else upserted.push({ index, _id: changed.upserted });
  });
  return { n, nModified, ...(upserted.length > 0 ? { upserted } : {}), ...errors, ok: 1 };
}

function updateRequest(
  { engine, name, database, body }: Call,
  from: Doc,
  filterName: string,
  change: unknown,
): UpdateRequest {
  const collection = engine.catalog.find(`${database}.${String(body[name])}`);
  return {
    filter: documentArgument(from, filterName),
    update: change,
    arrayFilters: from.arrayFilters,
    upsert: isTrue(from.upsert),
    sort: readSort(from.sort),
    hint: collection && hintOf(collection, from.hint),
  };
}

function refuseUnknown(where: string, statement: Doc, known: ReadonlySet<string>): void {
  const strange = Object.keys(statement).find((name) => !known.has(name));
  if (strange !== undefined)
    throw new ServerError('Location40415', `BSON field '${where}.${strange}' is an unknown field.`);
}

async function remove(call: Call): Promise<Doc> {
  const namespace = namespaceOf(call);
  let n = 0;
  const errors = await each(call, statements(call, 'deletes'), async (statement) => {
    const search = { filter: documentArgument(statement, 'q') };
    if (deleteLimit(statement.limit) === 0) n += await deleteAll(call.engine, namespace, search);
    else if (await deleteFirst(call.engine, namespace, search)) n++;
  });
  return { n, ...errors, ok: 1 };
}

/** `findOneAndUpdate`, `…Replace`, `…Delete` (MongoDB Manual, "findAndModify"). */
async function findAndModify(call: Call): Promise<Buffer | Doc> {
  const { engine, body } = call;
  const namespace = namespaceOf(call);
  const request = updateRequest(call, body, 'query', body.update);
  const project = compileProjection(documentArgument(body, 'fields'), request.filter, engine.expression);
  if (isTrue(body.remove)) {
    if (body.update !== undefined || request.upsert)
      throw new ServerError('FailedToParse', 'Cannot specify both an update and remove=true');
    const deleted = await deleteFirst(engine, namespace, request);
    return answer({ n: deleted ? 1 : 0 }, deleted, project);
  }
  if (body.update === undefined)
    throw new ServerError('FailedToParse', 'Either an update or remove=true must be specified');
  const changed = await updateFirst(engine, namespace, request);
  const lastErrorObject: Doc = { n: changed ? 1 : 0, updatedExisting: changed?.before !== undefined };
  if (changed && !changed.before) lastErrorObject.upserted = changed.upserted;
  return answer(lastErrorObject, isTrue(body.new) ? changed?.after : changed?.before, project);
}

function answer(
  lastErrorObject: Doc,
  value: Buffer | undefined,
  project: ((doc: Doc) => Doc) | undefined,
): Buffer | Doc {
  if (!value) return { lastErrorObject, value: null, ok: 1 };
  return withDocument({ lastErrorObject, ok: 1 }, 'value', project ? encode(project(decode(value))) : value);
}

const MODIFY = [
  'query',
  'update',
  'remove',
  'new',
  'fields',
  'upsert',
  'sort',
  'arrayFilters',
  'hint',
  'bypassDocumentValidation',
];

export const writing: Readonly<Record<string, Command>> = {
  insert: { fields: ['documents', 'ordered', 'bypassDocumentValidation'], run: insert },
  update: { fields: ['updates', 'ordered', 'bypassDocumentValidation'], run: update },
  delete: { fields: ['deletes', 'ordered'], run: remove },
  findAndModify: { fields: MODIFY, run: findAndModify },
  findandmodify: { fields: MODIFY, run: findAndModify },
};
