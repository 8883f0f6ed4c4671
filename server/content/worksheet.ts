/** A worksheet as its file declares it: tables and forms to fill in, with what is computed, carried and drawn. */
import { z } from 'zod';
import { cellTypes } from '../worksheets/calculation/index.ts';
import { inBoth, Slug, text } from './values.ts';

const formula = text.max(1_000);
const decimals = z.number().int().min(0).max(4);

const ChoiceSchema = z.strictObject({
  id: Slug,
  es: text,
  en: text,
  /** What formulas read where it is chosen: a level 0 to 4, an effect 1 to 5. */
  value: z.number().optional(),
});

const ColumnSchema = z.strictObject({
  id: Slug,
  title: inBoth(text),
  type: z.enum(cellTypes).exclude(['long-text']),
  /** For `choice`. */
  choices: z.array(ChoiceSchema).optional(),
  /** Computed from the other cells of the row, never typed: `y2025 / gdp * 100` with column ids. */
  formula: formula.optional(),
  /** Whether the table ends with a total of the column; a formula computes it from the other totals. */
  total: z.union([z.boolean(), formula]).optional(),
  /** Decimals of computed figures; without it one where they are not whole. */
  decimals: decimals.optional(),
});
const CellSchema = z.union([z.number(), z.string(), inBoth(z.string())]);
const RowSchema = z.strictObject({
  id: Slug,
  label: inBoth(text),
  /** The group that it stands in. */
  group: Slug.optional(),
  /** Cells that are given and cannot be changed, by column id. */
  given: z.record(z.string(), CellSchema).optional(),
});
const TableSchema = z.strictObject({
  kind: z.literal('table'),
  id: Slug,
  title: inBoth(text),
  columns: z.array(ColumnSchema).min(1).max(16),
  /** Headings under which fixed rows stand, in order; formulas know a group's sum by its id. */
  groups: z.array(z.strictObject({ id: Slug, es: text, en: text })).optional(),
  /** Fixed rows; a table without them is filled freely. */
  rows: z.array(RowSchema).max(60).optional(),
  /** How many rows a free table starts with and may grow to. */
  free: z
    .strictObject({ start: z.number().int().min(1).max(200), most: z.number().int().min(1).max(200) })
    .optional(),
});
const FormSchema = z.strictObject({
  kind: z.literal('form'),
  id: Slug,
  title: inBoth(text),
  fields: z
    .array(
      z.strictObject({
        id: Slug,
        label: inBoth(text),
        hint: inBoth(text).optional(),
        type: z.enum(cellTypes),
        choices: z.array(ChoiceSchema).optional(),
        /** Computed, never typed: `flows.total.y2025 / gdp * 100`. */
        formula: formula.optional(),
        decimals: decimals.optional(),
      }),
    )
    .min(1)
    .max(60),
});

/** Values that come from another worksheet of the same person. */
const CarrySchema = z.strictObject({
  /** `module/worksheet`. */
  from: z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/),
  values: z
    .array(
      z.strictObject({
        /** A cell here: `resources.tax.amount`, a field `frame.gap`, or a column row by row: `actions.*.cause`. */
        to: text.max(200),
        /** What to take there: a cell of any kind, a column row by row, or a formula over its figures. */
        take: formula,
      }),
    )
    .min(1)
    .max(100),
});

const chartBase = { id: Slug, title: inBoth(text), table: Slug, unit: inBoth(text).optional() };
const ChartSchema = z.discriminatedUnion('kind', [
  /** A bar a column, stacked by the rows' groups or by a column of choices. */
  z.strictObject({
    ...chartBase,
    kind: z.literal('stacked'),
    columns: z.array(Slug).min(1).max(12),
    by: Slug.optional(),
  }),
  /** What is needed and what there is, row by row, and what is missing. */
  z.strictObject({
    ...chartBase,
    kind: z.literal('gap'),
    need: Slug,
    available: Slug,
    label: Slug.optional(),
  }),
  /** Actions from their start to their end. */
  z.strictObject({
    ...chartBase,
    kind: z.literal('timeline'),
    start: Slug,
    end: Slug,
    label: Slug.optional(),
  }),
]);

export const WorksheetSchema = z.strictObject({
  id: Slug,
  title: inBoth(text),
  /** What to do, in Markdown. */
  instructions: inBoth(text),
  parts: z
    .array(z.discriminatedUnion('kind', [TableSchema, FormSchema]))
    .min(1)
    .max(20),
  /** Altamar's own values, loadable as an example: part id → row or field id → column id → value. */
  sample: z
    .record(z.string(), z.record(z.string(), z.union([CellSchema, z.record(z.string(), CellSchema)])))
    .optional(),
  /** `solution`: the sample answers the exercise, and opens after a try of one's own. `example` when absent. */
  sampleIs: z.enum(['example', 'solution']).optional(),
  carry: z.array(CarrySchema).max(8).optional(),
  charts: z.array(ChartSchema).max(6).optional(),
});
export type Worksheet = z.infer<typeof WorksheetSchema>;
export type WorksheetPart = Worksheet['parts'][number];
export type WorksheetTable = z.infer<typeof TableSchema>;
export type WorksheetForm = z.infer<typeof FormSchema>;
export type WorksheetColumn = WorksheetTable['columns'][number];
export type WorksheetField = WorksheetForm['fields'][number];
export type WorksheetChart = z.infer<typeof ChartSchema>;
export type GivenCell = z.infer<typeof CellSchema>;

/** Whether an entry of a sample is a value, not the cells of a row. */
export const isGivenCell = (value: GivenCell | Record<string, GivenCell>): value is GivenCell =>
  typeof value !== 'object' || ('es' in value && 'en' in value && typeof value.es === 'string');
