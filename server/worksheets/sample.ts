/** Altamar's own values: loaded into a worksheet as an example, and shown as the model solution of an exercise. */
import type { Worksheet } from '../content/module.ts';
import { isGivenCell, type GivenCell } from '../content/worksheet.ts';
import { allTypedCells, isEqual, rowsFor, type TypedCell } from './cells.ts';
import { isNumeric, readTyped } from './calculation/index.ts';
import { setCells, withCurrent, type Filled, type WorksheetPlace } from './saving.ts';
import type { CellValue } from './worksheet.model.ts';

export const FROM_SAMPLE = 'sample';

/** The sample's values by key, those of cells that a person types into. */
export function sampleCells(worksheet: Worksheet): Map<string, CellValue> {
  const cells = new Map<string, CellValue>();
  const typed = allTypedCells(worksheet);
  const take = (key: string, given: GivenCell) => {
    const cell = typed.get(key);
    const value = cell ? valueOf(cell, given) : null;
    if (value !== null) cells.set(key, value);
  };
  for (const [part, entries] of Object.entries(worksheet.sample ?? {})) {
    const isForm = worksheet.parts.some(({ id, kind }) => id === part && kind === 'form');
    for (const [name, given] of Object.entries(entries)) {
      if (isForm && isGivenCell(given)) take(`${part}/${name}`, given);
      else if (!isForm && typeof given === 'object')
        for (const [column, value] of Object.entries(given)) take(`${part}/${name}/${column}`, value);
    }
  }
  return cells;
}

function valueOf({ of }: TypedCell, given: GivenCell): CellValue | null {
  if (typeof given === 'object') return isNumeric(of.type) ? null : given;
  const choices = (of.choices ?? []).map(({ id }) => id);
  const reading = readTyped(of.type, String(given), choices);
  return 'value' in reading ? reading.value : null;
}

export interface Standing {
  /** Cells of the sample that are empty here. */
  empty: number;
  /** Cells that hold something of one's own instead. */
  own: number;
  /** Cells that hold the sample. */
  loaded: number;
}

/** How the sample, or the part of it that may be loaded, stands to what is filled in. */
export function sampleStanding(sample: ReadonlyMap<string, CellValue>, { cells }: Filled): Standing {
  const standing = { empty: 0, own: 0, loaded: 0 };
  for (const key of sample.keys()) {
    const cell = cells[key];
    if ((cell?.value ?? null) === null) standing.empty += 1;
    else if (cell?.origin === FROM_SAMPLE) standing.loaded += 1;
    else standing.own += 1;
  }
  return standing;
}

/**
 * Loads the sample. Safe to repeat.
 * @param replace whether cells that hold something of one's own are replaced too; only when asked for
 */
export async function loadSample(
  place: WorksheetPlace,
  worksheet: Worksheet,
  replace: boolean,
): Promise<void> {
  await withCurrent(place, (filled) => {
    const open = openSample(worksheet, filled);
    const changed = [...open].filter(([key, value]) => {
      const cell = filled.cells[key];
      const held = cell?.value ?? null;
      if (held === null) return true;
      return replace && cell?.origin !== FROM_SAMPLE && !isEqual(held, value);
    });
    if (changed.length === 0) return { done: undefined };
    const cells = setCells(
      filled,
      changed.map(([key, value]) => [key, { value, origin: FROM_SAMPLE }]),
    );
    return {
      next: { cells, rows: rowsFor(worksheet, filled.rows, [...open.keys()]) },
      done: () => undefined,
    };
  });
}

/** Empties the cells that still hold the sample. */
export async function removeSample(place: WorksheetPlace): Promise<void> {
  await withCurrent(place, (filled) => {
    const loaded = Object.entries(filled.cells).filter(([, cell]) => cell.origin === FROM_SAMPLE);
    if (loaded.length === 0) return { done: undefined };
    const cells = setCells(
      filled,
      loaded.map(([key]) => [key, { value: null }]),
    );
    return { next: { cells, rows: filled.rows }, done: () => undefined };
  });
}

/** A part of an exercise opens its solution when half of the cells that it fills hold something of one's own. */
export interface Try {
  filled: number;
  needed: number;
  isOpen: boolean;
}

export function triesOf(worksheet: Worksheet, { cells }: Filled): Map<string, Try> {
  const tries = new Map<string, Try>();
  const keys = [...sampleCells(worksheet).keys()];
  for (const { id } of worksheet.parts) {
    const asked = keys.filter((key) => key.startsWith(`${id}/`));
    if (asked.length === 0) continue;
    const filled = asked.filter((key) => {
      const cell = cells[key];
      return cell !== undefined && cell.value !== null && cell.origin === undefined;
    }).length;
    const needed = Math.ceil(asked.length / 2);
    tries.set(id, { filled, needed, isOpen: filled >= needed });
  }
  return tries;
}

/** The sample as far as it may be loaded: of an exercise, the parts that were tried. */
export function openSample(worksheet: Worksheet, filled: Filled): Map<string, CellValue> {
  const sample = sampleCells(worksheet);
  if (worksheet.sampleIs !== 'solution') return sample;
  const tries = triesOf(worksheet, filled);
  return new Map([...sample].filter(([key]) => tries.get(key.split('/')[0] ?? '')?.isOpen));
}
