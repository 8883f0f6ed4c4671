/** Values that a worksheet takes over from another one of the same person: what stands there now, and bringing it. */
import { getCatalogue, type ModuleInTrack } from '../catalogue/index.ts';
import type { Worksheet } from '../content/module.ts';
import { sheetShape } from '../content/worksheet-shape.ts';
import { computeSheet, isNumeric, parseFormula, readTyped, type Sheet } from './calculation/index.ts';
import { allTypedCells, figureIn, isEqual, rowsFor, shownRows, type TypedCell } from './cells.ts';
import { EMPTY, setCells, withCurrent, type Filled, type WorksheetPlace } from './saving.ts';
import { WorksheetModel, type CellValue, type FilledWorksheet } from './worksheet.model.ts';

/** What one source gives to a worksheet. */
export interface Carried extends ModuleInTrack {
  /** `module/worksheet`, as cells remember it. */
  origin: string;
  source: Worksheet;
  /** By key of the cell here; only what the source holds. */
  values: ReadonlyMap<string, CellValue>;
}

type Stored = Filled & Pick<FilledWorksheet, 'module' | 'worksheet'>;

/** The worksheets that this one takes values from. */
export function sourcesOf({ carry = [] }: Worksheet): Pick<FilledWorksheet, 'module' | 'worksheet'>[] {
  return carry.map(({ from }) => {
    const [module = '', worksheet = ''] = from.split('/');
    return { module, worksheet };
  });
}

/** What the worksheets that this one names hold now. */
export async function carriedInto(user: string, worksheet: Worksheet): Promise<Carried[]> {
  const sources = sourcesOf(worksheet);
  if (sources.length === 0) return [];
  return await carriedFrom(await WorksheetModel.find({ user, $or: sources }).lean(), worksheet);
}

/**
 * The same from what was read already. A source that is not published gives nothing.
 * @param stored the person's worksheets, the sources at least
 */
export async function carriedFrom(stored: readonly Stored[], worksheet: Worksheet): Promise<Carried[]> {
  const { carry = [] } = worksheet;
  const sources = sourcesOf(worksheet);
  const { tracks } = await getCatalogue();
  return carry.flatMap(({ from, values }, index): Carried[] => {
    const { module: moduleId, worksheet: id } = sources[index] ?? { module: '', worksheet: '' };
    const track = tracks.find(({ published }) => published.some((one) => one.id === moduleId));
    const module = track?.published.find((one) => one.id === moduleId);
    const source = module?.content.worksheets.find((one) => one.id === id);
    if (!track || !module || !source) return [];
    const filled = stored.find((one) => one.module === moduleId && one.worksheet === id) ?? EMPTY;
    return [{ origin: from, track, module, source, values: takeOver(worksheet, values, { source, filled }) }];
  });
}

type Takes = NonNullable<Worksheet['carry']>[number]['values'];
interface Source {
  source: Worksheet;
  filled: Filled;
}

function takeOver(here: Worksheet, takes: Takes, from: Source): Map<string, CellValue> {
  const sheet = computeSheet(sheetShape(from.source), figureIn(from.filled.cells));
  const typed = allTypedCells(here);
  const taken = new Map<string, CellValue>();
  for (const { to, take } of takes.flatMap((one) => rowByRow(one, here, from))) {
    const target = typed.get(to.replaceAll('.', '/'));
    const value = target ? fit(target, valueAt(take, from, sheet)) : null;
    if (target && value !== null) taken.set(target.key, value);
  }
  return taken;
}

/** `actions.*.cause` from `causes.*.name`: rows of the same id; in their order where one side is filled freely. */
function rowByRow(one: Takes[number], here: Worksheet, { source, filled }: Source): Takes {
  const { to, take } = one;
  if (!to.includes('.*.')) return [one];
  const [theirs, ours] = [tableOf(source, take), tableOf(here, to)];
  if (!theirs || !ours) return [];
  const rows = shownRows(theirs, filled.rows[theirs.id]).map(({ id }) => id);
  const targets = ours.rows?.map(({ id }) => id);
  return rows.flatMap((row, index) => {
    const target = targets ? (theirs.rows ? row : targets[index]) : String(index + 1);
    return target === undefined ? [] : [{ to: to.replace('*', target), take: take.replace('*', row) }];
  });
}

function tableOf({ parts }: Worksheet, path: string) {
  const table = parts.find(({ id }) => id === path.split('.')[0]);
  return table?.kind === 'table' ? table : null;
}

interface Taken {
  value: CellValue;
  /** The choice that a choice's value stands for. */
  choice: { es: string; en: string } | null;
}

/** A cell of any kind as it is; anything else as the figure of a formula. */
function valueAt(take: string, { source, filled }: Source, sheet: Sheet): Taken | null {
  const tree = parseFormula(take);
  const key = tree?.kind === 'name' ? tree.path.join('/') : '';
  const cell = allTypedCells(source).get(key);
  const value = filled.cells[key]?.value ?? null;
  if (cell && value !== null)
    return { value, choice: cell.of.choices?.find(({ id }) => id === value) ?? null };
  const figure = sheet.formula(take);
  return figure === null ? null : { value: Number(figure.toFixed(6)), choice: null };
}

/** The value as the cell takes it; null where it does not fit. */
function fit({ of }: TypedCell, taken: Taken | null): CellValue | null {
  if (!taken) return null;
  const { value, choice } = taken;
  if (isNumeric(of.type)) return typeof value === 'number' ? value : null;
  if (of.type === 'text' || of.type === 'long-text') {
    const text = choice ? { es: choice.es, en: choice.en } : value;
    const isFitting = (one: string) => 'value' in readTyped(of.type, one);
    if (typeof text === 'object') return isFitting(text.es) && isFitting(text.en) ? text : null;
    return typeof text === 'string' && isFitting(text) ? text : null;
  }
  const reading = readTyped(
    of.type,
    typeof value === 'object' ? '' : String(value),
    of.choices?.map(({ id }) => id),
  );
  return 'value' in reading ? reading.value : null;
}

/** How what a source gives stands to the worksheet. */
export interface CarryStanding {
  /** Cells that are empty here. */
  missing: string[];
  /** Cells that came from there and changed there since. */
  outdated: string[];
  /** Cells that hold something else, typed here or come from elsewhere. */
  own: string[];
  same: string[];
}

export function carryStanding({ origin, values }: Carried, { cells }: Filled): CarryStanding {
  const standing: CarryStanding = { missing: [], outdated: [], own: [], same: [] };
  for (const [key, value] of values) {
    const cell = cells[key];
    const held = cell?.value ?? null;
    if (held === null) standing.missing.push(key);
    else if (isEqual(held, value)) standing.same.push(key);
    else if (cell?.origin === origin) standing.outdated.push(key);
    else standing.own.push(key);
  }
  return standing;
}

/**
 * Brings the values of a source: into empty cells and into those that came from there. Safe to repeat.
 * @param replace whether cells that hold something else are replaced too; only when asked for
 */
export async function bringValues(
  place: WorksheetPlace,
  worksheet: Worksheet,
  carried: Carried,
  replace: boolean,
): Promise<void> {
  await withCurrent(place, (filled) => {
    const { missing, outdated, own } = carryStanding(carried, filled);
    const keys = [...missing, ...outdated, ...(replace ? own : [])];
    if (keys.length === 0) return { done: undefined };
    const changed = keys.map((key) => {
      const value = carried.values.get(key) ?? null;
      return [key, { value, origin: carried.origin }] as const;
    });
    const next = { cells: setCells(filled, changed), rows: rowsFor(worksheet, filled.rows, keys) };
    return { next, done: () => undefined };
  });
}
