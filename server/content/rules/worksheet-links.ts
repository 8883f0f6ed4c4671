/** What a worksheet says of itself beyond its tables: values that it takes over, and charts. */
import { parseFormula } from '../../worksheets/calculation/index.ts';
import type { Worksheet, WorksheetChart, WorksheetTable } from '../worksheet.ts';
import { hasFigures, hasRow, type Find, type Whole } from './worksheet-formulas.ts';

export function checkCarries(worksheet: Worksheet, find: Find): void {
  for (const [index, { values }] of (worksheet.carry ?? []).entries()) {
    for (const [number, { to, take }] of values.entries()) {
      const path = ['carry', index, 'values', number];
      if (!isTyped(to.split('.'), worksheet))
        find(
          [...path, 'to'],
          `«${to}» no es una celda que se llena en esta hoja.`,
          `“${to}” is no cell that is filled in in this worksheet.`,
        );
      if (to.includes('.*.') ? !/^[a-z][a-z0-9-]*\.\*\.[a-z][a-z0-9-]*$/.test(take) : !parseFormula(take))
        find([...path, 'take'], `No se entiende «${take}».`, `“${take}” cannot be read.`);
    }
  }
}

/** Whether a person types there: a field, a cell of a row, or a column (`part.*.column`). */
function isTyped([name = '', row = '', column, ...rest]: string[], { parts }: Whole): boolean {
  const part = parts.find(({ id }) => id === name);
  if (!part || rest.length > 0) return false;
  if (part.kind === 'form')
    return column === undefined && part.fields.some(({ id, formula }) => id === row && formula === undefined);
  if (!part.columns.some(({ id, formula }) => id === column && formula === undefined)) return false;
  if (row === '*') return true;
  const given = part.rows?.find(({ id }) => id === row)?.given ?? {};
  return hasRow(part, row) && given[column ?? ''] === undefined;
}

export function checkCharts({ parts, charts = [] }: Worksheet, find: Find): void {
  for (const [index, chart] of charts.entries()) {
    const path = ['charts', index];
    const table = parts.find(
      (part): part is WorksheetTable => part.kind === 'table' && part.id === chart.table,
    );
    if (!table) {
      find([...path, 'table'], `No existe la tabla «${chart.table}».`, `There is no table “${chart.table}”.`);
      continue;
    }
    for (const { key, column, fits } of columnsOf(chart, table)) {
      const found = table.columns.find(({ id }) => id === column);
      if (!found || !fits(found))
        find(
          [...path, key],
          `«${column}» no es una columna que este gráfico pueda usar.`,
          `“${column}” is no column that this chart can use.`,
        );
    }
    if (chart.kind === 'stacked' && chart.by === undefined && table.groups === undefined)
      find(
        path,
        'Las barras se apilan por los grupos de las filas (groups) o por una columna choice (by).',
        'Bars are stacked by the rows’ groups (groups) or by a choice column (by).',
      );
    if (chart.kind === 'stacked' && seriesCount(chart, table) > MOST_SERIES)
      find(
        path,
        'Las barras apiladas tienen a lo sumo cuatro partes, una por trama.',
        'Stacked bars have at most four parts, one a pattern.',
      );
    if (chart.kind !== 'stacked' && chart.label === undefined && table.rows === undefined)
      find(
        path,
        'Una tabla de filas libres necesita «label»: la columna que nombra cada fila.',
        'A table of free rows needs “label”: the column that names each row.',
      );
  }
}

/** The look has four fills that can be told apart in grey. */
const MOST_SERIES = 4;

const seriesCount = (
  { by }: WorksheetChart & { kind: 'stacked' },
  { columns, groups = [] }: WorksheetTable,
): number => (by === undefined ? groups.length : (columns.find(({ id }) => id === by)?.choices?.length ?? 0));

type Column = WorksheetTable['columns'][number];

const isTime = ({ type }: Column) => type === 'date' || type === 'quarter' || type === 'year';

function columnsOf(chart: WorksheetChart, { columns }: WorksheetTable) {
  const any = () => true;
  const label =
    'label' in chart && chart.label !== undefined ? [{ key: 'label', column: chart.label, fits: any }] : [];
  switch (chart.kind) {
    case 'stacked':
      return [
        ...chart.columns.map((column) => ({ key: 'columns', column, fits: hasFigures })),
        ...(chart.by === undefined
          ? []
          : [{ key: 'by', column: chart.by, fits: ({ type }: Column) => type === 'choice' }]),
      ];
    case 'gap':
      return [
        { key: 'need', column: chart.need, fits: hasFigures },
        { key: 'available', column: chart.available, fits: hasFigures },
        ...label,
      ];
    case 'timeline': {
      const type = columns.find(({ id }) => id === chart.start)?.type;
      return [
        { key: 'start', column: chart.start, fits: isTime },
        { key: 'end', column: chart.end, fits: (column: Column) => isTime(column) && column.type === type },
        ...label,
      ];
    }
  }
}
