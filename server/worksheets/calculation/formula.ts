/**
 * The language of worksheets' formulas, read into a tree. Small on purpose, and never evaluated as code:
 *
 *   budget * share / 100                   columns of the same row
 *   y2025 / country.gdp * 100              a field of a form
 *   flows.tax.y2025, flows.total.y2025     a cell of a table, a column's total
 *   flows.domestic-public.y2025            the sum of a group of rows
 *   total(y2025) average(level) count(x)   over all rows of the formula's own table
 *   sum(a, b) min(a, b) max(a, b)          over the numbers that are there
 *   round(a / b, 1) abs(a - b)
 *
 * A hyphen inside a name belongs to it (`gap-2025`); around a minus there are spaces.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  /** `['y2025']` in the same row, `['country', 'gdp']`, `['flows', 'tax', 'y2025']`. */
  | { readonly kind: 'name'; readonly path: readonly string[] }
  | { readonly kind: 'column'; readonly of: ColumnFunction; readonly column: string }
  | { readonly kind: 'minus'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly sign: Sign;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: ValueFunction; readonly given: readonly Expression[] };

export type Sign = '+' | '-' | '*' | '/';
export const columnFunctions = ['total', 'average', 'count'] as const;
export type ColumnFunction = (typeof columnFunctions)[number];
export const valueFunctions = ['sum', 'min', 'max', 'round', 'abs'] as const;
export type ValueFunction = (typeof valueFunctions)[number];

type Token =
  { kind: 'number'; value: number } | { kind: 'name'; path: string[] } | { kind: 'mark'; mark: string };

const MOST_TOKENS = 200;
const DEEPEST = 20;
const LONGEST = 1_000;
const TOKEN =
  /\s*(?:(\d{1,15}(?:\.\d{1,10})?)(?![\w.])|([a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*){0,2})(?![\w.])|([-+*/(),]))/y;

/** @returns the formula as a tree, null when it cannot be read or goes beyond 200 parts or 20 levels */
export function parseFormula(text: string): Expression | null {
  const tokens = text.length <= LONGEST ? tokenise(text.trim()) : null;
  return tokens && new Parser(tokens).parse();
}

function tokenise(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match || tokens.length === MOST_TOKENS) return null;
    const [, number, name, mark] = match;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (name !== undefined) tokens.push({ kind: 'name', path: name.split('.') });
    else tokens.push({ kind: 'mark', mark: mark ?? '' });
  }
  return tokens;
}

/** Recursive descent; a part that does not fit makes the whole null. */
class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parse(): Expression | null {
    const whole = this.sum();
    return this.at === this.tokens.length ? whole : null;
  }

  private sum(): Expression | null {
    return this.chain(['+', '-'], () => this.product());
  }

  private product(): Expression | null {
    return this.chain(['*', '/'], () => this.factor());
  }

  private chain(signs: readonly Sign[], next: () => Expression | null): Expression | null {
    let left = next();
    for (let sign = this.sign(signs); left && sign; sign = this.sign(signs)) {
      const right = next();
      left = right && { kind: 'operation', sign, left, right };
    }
    return left;
  }

  private factor(): Expression | null {
    if (this.depth === DEEPEST) return null;
    this.depth += 1;
    const factor = this.factorBelow();
    this.depth -= 1;
    return factor;
  }

  private factorBelow(): Expression | null {
    if (this.takes('-')) {
      const of = this.factor();
      return of && { kind: 'minus', of };
    }
    if (this.takes('(')) {
      const inside = this.sum();
      return this.takes(')') ? inside : null;
    }
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === 'number') return token;
    if (token?.kind !== 'name') return null;
    return this.takes('(') ? this.call(token.path.join('.')) : token;
  }

  private call(name: string): Expression | null {
    const of = columnFunctions.find((known) => known === name);
    if (of) {
      const column = this.tokens[this.at];
      this.at += 1;
      if (column?.kind !== 'name' || column.path.length !== 1 || !this.takes(')')) return null;
      return { kind: 'column', of, column: column.path[0] ?? '' };
    }
    const known = valueFunctions.find((one) => one === name);
    const given: Expression[] = [];
    do {
      const one = this.sum();
      if (!one) return null;
      given.push(one);
    } while (this.takes(','));
    return known && takesSoMany(known, given) && this.takes(')')
      ? { kind: 'call', name: known, given }
      : null;
  }

  private sign(signs: readonly Sign[]): Sign | undefined {
    return signs.find((sign) => this.takes(sign));
  }

  private takes(mark: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'mark' || token.mark !== mark) return false;
    this.at += 1;
    return true;
  }
}

/** `round` takes a whole number of decimals from 0 to 6, written out: Excel and we round alike only then. */
function takesSoMany(name: ValueFunction, given: readonly Expression[]): boolean {
  if (name === 'abs') return given.length === 1;
  if (name !== 'round') return given.length <= 20;
  const [, digits] = given;
  return (
    given.length === 2 && digits?.kind === 'number' && Number.isInteger(digits.value) && digits.value <= 6
  );
}

/** Every name in a formula: paths of cells, and the columns that `total`, `average` and `count` run over. */
export function namesIn(expression: Expression): (readonly string[])[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'name':
      return [expression.path];
    case 'column':
      return [[expression.column]];
    case 'minus':
      return namesIn(expression.of);
    case 'operation':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'call':
      return expression.given.flatMap(namesIn);
  }
}
