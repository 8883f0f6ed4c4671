/** A worksheet's formula as Excel computes it: the same figure, and nothing where something is missing. */
import type { Expression } from '../calculation/index.ts';

/** What a name of a formula is in the workbook. */
export type Reference =
  | { kind: 'cell'; address: string; values: Values | null }
  /** The sum of cells, as arguments of `SUM`: `B4:B12` or `B4,B7`. */
  | { kind: 'sum'; cells: string; values: Values | null };
/** What the words of a choice stand for. */
export type Values = readonly (readonly [word: string, value: number])[];

export interface ExcelScope {
  named(path: readonly string[]): Reference | null;
  /** All rows of a column of the formula's own table. */
  column(column: string): { cells: string; values: Values | null } | null;
}

/** @returns the formula without its `=`; null when it names something that the workbook does not show */
export function excelFormula(tree: Expression, scope: ExcelScope): string | null {
  const writer = new Writer(scope);
  const body = writer.write(tree, 0);
  if (body === null) return null;
  const conditions = writer.conditions();
  const guarded =
    conditions.length === 0
      ? body
      : `IF(${conditions.length === 1 ? (conditions[0] ?? '') : `AND(${conditions.join(',')})`},${body},"")`;
  return writer.canFail ? `IFERROR(${guarded},"")` : guarded;
}

const RANK = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/** Writes a tree, and notes what must be there for it to have a value. */
class Writer {
  canFail = false;
  private readonly scope: ExcelScope;
  private readonly needed = new Set<string>();
  private readonly further = new Set<string>();

  constructor(scope: ExcelScope) {
    this.scope = scope;
  }

  conditions(): string[] {
    const { needed } = this;
    return [...(needed.size > 0 ? [`COUNT(${[...needed].join(',')})=${needed.size}`] : []), ...this.further];
  }

  /** @param around how tightly what stands around it binds: 0 nothing, 1 a sum, 2 a product, 3 a sign */
  write(tree: Expression, around: number): string | null {
    switch (tree.kind) {
      case 'number':
        return String(tree.value);
      case 'name':
        return this.reference(this.scope.named(tree.path));
      case 'column':
        return this.column(tree.of, tree.column);
      case 'minus': {
        const of = this.write(tree.of, 3);
        return of === null ? null : `(-${of})`;
      }
      case 'operation': {
        const { sign } = tree;
        const rank = RANK[sign];
        const left = this.write(tree.left, rank);
        // What is taken away or divided by keeps its own brackets.
        const right = this.write(tree.right, sign === '-' || sign === '/' ? rank + 1 : rank);
        if (left === null || right === null) return null;
        if (sign === '/' && !(tree.right.kind === 'number' && tree.right.value !== 0)) this.canFail = true;
        const whole = `${left}${sign}${right}`;
        return rank < around ? `(${whole})` : whole;
      }
      case 'call':
        return this.call(tree);
    }
  }

  private call({ name, given }: Expression & { kind: 'call' }): string | null {
    if (name === 'round' || name === 'abs') {
      const written = given.map((one) => this.write(one, 0));
      return written.includes(null) ? null : `${name.toUpperCase()}(${written.join(',')})`;
    }
    const written = given.map((one) =>
      one.kind === 'name'
        ? this.optional(one.path, NEUTRAL[name])
        : { text: this.write(one, 0), isThere: null },
    );
    if (written.some(({ text }) => text === null)) return null;
    const conditions = written.flatMap(({ isThere }) => isThere ?? []);
    if (conditions.length === given.length)
      this.further.add(conditions.length === 1 ? (conditions[0] ?? '') : `OR(${conditions.join(',')})`);
    return `${name.toUpperCase()}(${written.map(({ text }) => text).join(',')})`;
  }

  /** An argument that may be missing: then it is `neutral`, which changes nothing. */
  private optional(
    path: readonly string[],
    neutral: string,
  ): { text: string | null; isThere: string | null } {
    const reference = this.scope.named(path);
    if (!reference) return { text: null, isThere: null };
    if (reference.kind === 'sum') {
      const isThere = `${countOf(reference.cells, reference.values)}>0`;
      return { text: `IF(${isThere},${sumOf(reference.cells, reference.values)},${neutral})`, isThere };
    }
    const { address, values } = reference;
    // Excel itself looks past a cell that holds no number.
    if (!values) return { text: address, isThere: `COUNT(${address})>0` };
    const found = matchOf(address, values);
    return { text: `IFERROR(${indexOf(found, values)},${neutral})`, isThere: `ISNUMBER(${found})` };
  }

  private reference(reference: Reference | null): string | null {
    if (!reference) return null;
    if (reference.kind === 'sum') return this.sum(reference);
    const { address, values } = reference;
    if (values) {
      this.canFail = true;
      return indexOf(matchOf(address, values), values);
    }
    this.needed.add(address);
    return address;
  }

  private sum({ cells, values }: { cells: string; values: Values | null }): string {
    this.further.add(`${countOf(cells, values)}>0`);
    return sumOf(cells, values);
  }

  private column(of: 'total' | 'average' | 'count', name: string): string | null {
    const column = this.scope.column(name);
    if (!column) return null;
    const count = countOf(column.cells, column.values);
    if (of === 'count') return count;
    const sum = this.sum(column);
    if (of === 'total') return sum;
    return column.values ? `${sum}/${count}` : `AVERAGE(${column.cells})`;
  }
}

/** What a missing argument may be without changing what comes out. */
const NEUTRAL = { sum: '0', min: '1E+300', max: '-1E+300' } as const;

const countOf = (cells: string, values: Values | null): string =>
  values
    ? `SUMPRODUCT(${values.map(([word]) => `(${cells}=${quoted(word)})`).join('+')})`
    : `COUNT(${cells})`;

const sumOf = (cells: string, values: Values | null): string =>
  values
    ? `SUMPRODUCT(${values.map(([word, value]) => `(${cells}=${quoted(word)})*${value}`).join('+')})`
    : `SUM(${cells})`;

/** The place of a cell's word among the choices. */
const matchOf = (address: string, values: Values): string =>
  `MATCH(${address},{${values.map(([word]) => quoted(word)).join(',')}},0)`;

const indexOf = (place: string, values: Values): string =>
  `INDEX({${values.map(([, value]) => value).join(',')}},${place})`;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
