/** Formulas of a worksheet: they can be read, name what exists, and none needs itself. */
import { isNumeric, namesIn, parseFormula, type Expression } from '../../worksheets/calculation/index.ts';
import type { Worksheet, WorksheetPart, WorksheetTable } from '../worksheet.ts';

export type Find = (path: PropertyKey[], es: string, en: string) => void;
export type Whole = Pick<Worksheet, 'parts'>;

interface Formula {
  /** Of the node that it computes: `flows/share`, `flows/total/share`, `frame/gap`. */
  node: string;
  part: WorksheetPart;
  text: string;
  path: PropertyKey[];
  /** Whether it stands in the total row: its bare names are totals. */
  inTotal: boolean;
}

export function checkFormulas(worksheet: Whole, find: Find): void {
  const formulas = formulasIn(worksheet);
  const needs = new Map<string, string[]>();
  for (const formula of formulas) {
    const tree = parseFormula(formula.text);
    if (!tree) {
      find(
        formula.path,
        `No se entiende la fórmula «${formula.text}».`,
        `The formula “${formula.text}” cannot be read.`,
      );
      continue;
    }
    for (const strange of namesIn(tree).filter((path) => nodeOf(path, formula, worksheet) === null)) {
      const name = strange.join('.');
      find(
        formula.path,
        `La fórmula nombra «${name}», que no existe en esta hoja.`,
        `The formula names “${name}”, which does not exist in this worksheet.`,
      );
    }
    needs.set(formula.node, nodesOf(tree, formula, worksheet));
  }
  addTotals(worksheet, needs);
  for (const { node, path } of formulas) {
    if (reaches(node, node, needs))
      find(
        path,
        'La fórmula depende de sí misma, quizá a través de otra.',
        'The formula depends on itself, perhaps through another one.',
      );
  }
}

function formulasIn({ parts }: Whole): Formula[] {
  return parts.flatMap((part, at): Formula[] => {
    const own = { part, inTotal: false };
    if (part.kind === 'form') {
      return part.fields.flatMap(({ id, formula }, index) =>
        formula === undefined
          ? []
          : [
              {
                ...own,
                node: `${part.id}/${id}`,
                text: formula,
                path: ['parts', at, 'fields', index, 'formula'],
              },
            ],
      );
    }
    return part.columns.flatMap(({ id, formula, total }, index) => {
      const path = ['parts', at, 'columns', index];
      return [
        ...(formula === undefined
          ? []
          : [{ ...own, node: `${part.id}/${id}`, text: formula, path: [...path, 'formula'] }]),
        ...(typeof total === 'string'
          ? [{ ...own, inTotal: true, node: `${part.id}/total/${id}`, text: total, path: [...path, 'total'] }]
          : []),
      ];
    });
  });
}

/** A total that adds up needs its column; one with a formula was told by `formulasIn`. */
function addTotals({ parts }: Whole, needs: Map<string, string[]>): void {
  for (const part of parts) {
    if (part.kind === 'form') continue;
    for (const { id, total } of part.columns)
      if (typeof total !== 'string') needs.set(`${part.id}/total/${id}`, [`${part.id}/${id}`]);
  }
}

const nodesOf = (tree: Expression, formula: Formula, worksheet: Whole): string[] =>
  namesIn(tree).flatMap((path) => nodeOf(path, formula, worksheet) ?? []);

function nodeOf(path: readonly string[], { part, inTotal }: Formula, worksheet: Whole): string | null {
  const [first = ''] = path;
  if (path.length > 1) return namedNode(path, worksheet);
  if (part.kind === 'form') return part.fields.some(({ id }) => id === first) ? `${part.id}/${first}` : null;
  if (!part.columns.some(({ id }) => id === first)) return null;
  return inTotal ? `${part.id}/total/${first}` : `${part.id}/${first}`;
}

/** What `part.field`, `part.row.column`, `part.group.column` or `part.total.column` names; null when nothing. */
export function namedNode(path: readonly string[], { parts }: Whole): string | null {
  const [name = '', row = '', column] = path;
  const part = parts.find(({ id }) => id === name);
  if (!part) return null;
  if (part.kind === 'form') {
    return column === undefined && part.fields.some(({ id }) => id === row) ? `${name}/${row}` : null;
  }
  if (!part.columns.some(({ id }) => id === column)) return null;
  if (row === 'total') return `${name}/total/${column ?? ''}`;
  return hasRow(part, row) || (part.groups ?? []).some(({ id }) => id === row)
    ? `${name}/${column ?? ''}`
    : null;
}

export function hasRow({ rows, free }: WorksheetTable, row: string): boolean {
  if (rows) return rows.some(({ id }) => id === row);
  return /^[1-9]\d{0,2}$/.test(row) && Number(row) <= (free?.most ?? 0);
}

function reaches(from: string, to: string, needs: ReadonlyMap<string, string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(needs.get(from) ?? [])];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...(needs.get(node) ?? []));
  }
  return false;
}

/** Whether a figure stands in a column or field: a number, or a choice that has values. */
export function hasFigures({
  type,
  choices = [],
}: {
  type: string;
  choices?: { value?: number | undefined }[] | undefined;
}) {
  return isNumeric(type) || choices.some(({ value }) => value !== undefined);
}
