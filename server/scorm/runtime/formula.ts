/**
 * Formulas of worksheet columns: column ids, numbers, `+ - * / ( )` and `total(column)`.
 * Nothing is ever evaluated as code. What cannot be computed yet (an empty cell, a division by 0) is null.
 */
export interface Row {
  /** The number in a column of this row; null when there is none. */
  value(column: string): number | null;
  /** The sum of a column over all rows. */
  total(column: string): number | null;
}

type Token =
  { kind: 'number'; value: number } | { kind: 'name'; name: string } | { kind: 'sign'; sign: string };

export function evaluate(formula: string, row: Row): number | null {
  const tokens = tokenise(formula);
  if (!tokens) return null;
  const parser = new Parser(tokens, row);
  const value = parser.sum();
  return parser.atEnd() && value !== null && Number.isFinite(value) ? value : null;
}

/** A hyphen inside a name belongs to it (`gap-2025`); around a minus there are spaces. */
function tokenise(formula: string): Token[] | null {
  const tokens: Token[] = [];
  const pattern = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9]*(?:-[a-z0-9]+)*)|([-+*/()]))/y;
  const text = formula.trim();
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return null;
    if (match[1] !== undefined) tokens.push({ kind: 'number', value: Number(match[1]) });
    else if (match[2] !== undefined) tokens.push({ kind: 'name', name: match[2] });
    else tokens.push({ kind: 'sign', sign: match[3] ?? '' });
  }
  return tokens;
}

/** Recursive descent; null runs through, as in a spreadsheet an error does. */
class Parser {
  private readonly tokens: readonly Token[];
  private readonly row: Row;
  private index = 0;

  constructor(tokens: readonly Token[], row: Row) {
    this.tokens = tokens;
    this.row = row;
  }

  atEnd(): boolean {
    return this.index === this.tokens.length;
  }

  sum(): number | null {
    let value = this.product();
    for (let sign = this.sign('+-'); sign; sign = this.sign('+-')) {
      const next = this.product();
      value = both(value, next, (one, other) => (sign === '+' ? one + other : one - other));
    }
    return value;
  }

  private product(): number | null {
    let value = this.factor();
    for (let sign = this.sign('*/'); sign; sign = this.sign('*/')) {
      const next = this.factor();
      value = both(value, next, (one, other) => (sign === '*' ? one * other : one / other));
    }
    return value;
  }

  private factor(): number | null {
    if (this.sign('-')) return both(0, this.factor(), (zero, value) => zero - value);
    if (this.sign('(')) {
      const value = this.sum();
      return this.sign(')') ? value : this.fail();
    }
    const token = this.tokens[this.index];
    this.index += 1;
    if (token?.kind === 'number') return token.value;
    if (token?.kind !== 'name') return this.fail();
    if (token.name !== 'total' || !this.sign('(')) return this.row.value(token.name);
    const column = this.tokens[this.index];
    this.index += 1;
    if (column?.kind !== 'name' || !this.sign(')')) return this.fail();
    return this.row.total(column.name);
  }

  private sign(signs: string): string | null {
    const token = this.tokens[this.index];
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return null;
    this.index += 1;
    return token.sign;
  }

  private fail(): null {
    this.index = this.tokens.length + 1;
    return null;
  }
}

function both(
  one: number | null,
  other: number | null,
  compute: (one: number, other: number) => number,
): number | null {
  return one === null || other === null ? null : compute(one, other);
}
