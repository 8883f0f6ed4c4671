/** A worksheet's form, as the page or its script sends it. */
import { z } from 'zod';
import { Slug, type Worksheet } from '../content/module.ts';
import { allTypedCells, readCell, type TypedCell } from './cells.ts';
import type { Problem } from './calculation/index.ts';
import { DOING } from './doing.ts';

/** Cells are `c/part/row/column`, rows shown `rows/part`, choices between two versions `keep/part/row/column`. */
export const WorksheetForm = z.looseObject({
  version: z.coerce.number().int().min(0).max(1e9),
  /** The lesson to go back to; the worksheet's own page without one. */
  lesson: z.union([Slug, z.literal('')]).catch(''),
  do: z.string().regex(DOING).catch('save'),
});
export type WorksheetForm = z.infer<typeof WorksheetForm>;

export type CellProblem = Problem | 'row';

export interface ReadForm {
  version: number;
  lesson: string | null;
  doing: string;
  /** As typed, by key, to show again. */
  typed: Map<string, string>;
  values: Map<string, number | string | null>;
  problems: Map<string, CellProblem>;
  rows: Record<string, number>;
}

/** Reads what belongs to the worksheet; anything else in the form is not looked at. */
export function readForm(worksheet: Worksheet, form: WorksheetForm): ReadForm {
  const cells = allTypedCells(worksheet);
  const read: ReadForm = {
    version: form.version,
    lesson: form.lesson === '' ? null : form.lesson,
    doing: form.do,
    typed: new Map(),
    values: new Map(),
    problems: new Map(),
    rows: rowsIn(worksheet, form),
  };
  for (const [name, value] of Object.entries(form)) {
    if (!name.startsWith('c/') || typeof value !== 'string') continue;
    const key = name.slice(2);
    const cell = cells.get(key);
    if (cell) readInto(read, cell, value, form);
    else if (isBeyondRows(worksheet, key)) {
      read.typed.set(key, value);
      read.problems.set(key, 'row');
    }
  }
  return read;
}

function readInto(read: ReadForm, cell: TypedCell, typed: string, form: WorksheetForm): void {
  if (form[`keep/${cell.key}`] === 'theirs') return;
  read.typed.set(cell.key, typed);
  const reading = readCell(cell, typed);
  if ('problem' in reading) read.problems.set(cell.key, reading.problem);
  else read.values.set(cell.key, reading.value);
}

function rowsIn({ parts }: Worksheet, form: WorksheetForm): Record<string, number> {
  return Object.fromEntries(
    parts.flatMap((part) => {
      if (part.kind !== 'table' || !part.free) return [];
      const count = Number(form[`rows/${part.id}`]);
      const isCount = Number.isInteger(count) && count > part.free.start;
      return isCount ? [[part.id, Math.min(count, part.free.most)]] : [];
    }),
  );
}

/** A row of a free table past the most that it may have. */
function isBeyondRows({ parts }: Worksheet, key: string): boolean {
  const [id, row = ''] = key.split('/');
  return parts.some(
    (part) =>
      part.kind === 'table' &&
      part.id === id &&
      part.free &&
      /^\d+$/.test(row) &&
      Number(row) > part.free.most,
  );
}
