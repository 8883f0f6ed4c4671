import type { PublishedModule } from '../catalogue/index.ts';
import { isDuplicateKey } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import { isSame } from './cells.ts';
import { WorksheetModel, type Cells, type FilledWorksheet, type StoredCell } from './worksheet.model.ts';

/** Whose worksheet, and which. */
export interface WorksheetPlace {
  user: string;
  module: PublishedModule;
  worksheet: string;
}

/** The content of a worksheet that may not be stored yet. */
export type Filled = Pick<FilledWorksheet, 'version' | 'cells' | 'rows' | 'comments' | 'commentsSeenAt'> & {
  savedAt: Date | null;
};
export const EMPTY: Filled = { version: 0, cells: {}, rows: {}, savedAt: null };

export async function findWorksheet({ user, module, worksheet }: WorksheetPlace): Promise<Filled> {
  return (await WorksheetModel.findOne({ user, module: module.id, worksheet }).lean()) ?? EMPTY;
}

export interface Change {
  /** The version that the page showed when it was typed. */
  base: number;
  /** Values by key; null empties a cell. What is not here stays. */
  values: ReadonlyMap<string, number | string | null>;
  /** Rows shown of free tables; they never become fewer by a save. */
  rows: Readonly<Record<string, number>>;
}

export type Saved =
  /** `wrote` is false when there was nothing new in it. */
  | { kind: 'saved'; filled: Filled; wrote: boolean }
  /** Nothing was stored: these cells were changed elsewhere, to something else, since the page was shown. */
  | { kind: 'conflict'; filled: Filled; keys: string[] };

/**
 * Saves what was typed on top of what others saved meanwhile: another tab, another device. Cells that only one
 * side changed come together by themselves; where both did, nothing is stored and the person chooses.
 */
export async function saveCells(place: WorksheetPlace, change: Change): Promise<Saved> {
  return await withCurrent<Saved>(place, (filled) => {
    const changed = [...change.values].filter(
      ([key, value]) => !isSame(filled.cells[key]?.value ?? null, value),
    );
    const newer = changed.filter(([key]) => (filled.cells[key]?.since ?? 0) > change.base);
    // What still stands as it was shown was not touched on this page: the newer value holds.
    const stale = new Set(
      newer.filter(([key, value]) => isSame(filled.cells[key]?.was ?? null, value)).map(([key]) => key),
    );
    const conflicts = newer.map(([key]) => key).filter((key) => !stale.has(key));
    if (conflicts.length > 0) return { done: { kind: 'conflict', filled, keys: conflicts } };

    const cells = setCells(
      filled,
      changed.filter(([key]) => !stale.has(key)).map(([key, value]) => [key, { value }]),
    );
    const rows = { ...filled.rows };
    for (const [part, count] of Object.entries(change.rows)) rows[part] = Math.max(rows[part] ?? 0, count);
    const grew = Object.keys(rows).some((part) => rows[part] !== filled.rows[part]);
    if (cells === filled.cells && !grew) return { done: { kind: 'saved', filled, wrote: false } };
    return { next: { cells, rows }, done: (after) => ({ kind: 'saved', filled: after, wrote: true }) };
  });
}

/** The cells with some of them changed in the version that comes next; the very same when there are none. */
export function setCells(
  { cells, version }: Filled,
  changed: readonly (readonly [string, Pick<StoredCell, 'value' | 'origin'>])[],
): Cells {
  if (changed.length === 0) return cells;
  const set = changed.map(([key, cell]) => [
    key,
    { ...cell, since: version + 1, was: cells[key]?.value ?? null } satisfies StoredCell,
  ]);
  return { ...cells, ...(Object.fromEntries(set) as Record<string, StoredCell>) };
}

type Step<R> = { done: R } | { next: Pick<FilledWorksheet, 'cells' | 'rows'>; done: (after: Filled) => R };

/** Of many tabs that save at once, one comes through each time. */
const MOST_TRIES = 60;

/**
 * Decides on the newest version and writes only if it still is the newest; else decides again.
 * @throws Refusal conflict when a worksheet changes faster than that, which nobody's typing does
 */
export async function withCurrent<R>(place: WorksheetPlace, decide: (filled: Filled) => Step<R>): Promise<R> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const filled = await findWorksheet(place);
    const step = decide(filled);
    if (!('next' in step)) return step.done;
    const after = { ...step.next, version: filled.version + 1, savedAt: new Date() };
    if (await write(place, filled.version, after)) return step.done(after);
  }
  throw new Refusal('conflict', 'worksheets.busy');
}

/** @returns false when another save came first */
async function write(
  { user, module, worksheet }: WorksheetPlace,
  version: number,
  after: Filled & { savedAt: Date },
): Promise<boolean> {
  const mine = { user, module: module.id, worksheet };
  const content = { ...after, revision: module.revision };
  if (version > 0) {
    const { matchedCount } = await WorksheetModel.updateOne({ ...mine, version }, { $set: content });
    return matchedCount === 1;
  }
  try {
    await WorksheetModel.create({ ...mine, ...content });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
