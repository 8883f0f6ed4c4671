/** Whether a column's formula can be read: column ids, numbers, `+ - * / ( )` and `total(column)`. */
const PART = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-z0-9]*(?:-[a-z0-9]+)*)|([-+*/()]))/y;
const MOST_PARTS = 200;

/** @returns the columns that it names, or null when it is no formula */
export function columnsOf(formula: string): string[] | null {
  const parts = partsOf(formula.trim());
  if (!parts || parts.length === 0 || parts.length > MOST_PARTS) return null;
  const names: string[] = [];
  let at = 0;
  const takes = (...signs: string[]): boolean => {
    if (!signs.includes(parts[at] ?? '')) return false;
    at += 1;
    return true;
  };
  const sum = (): boolean => {
    do if (!product()) return false;
    while (takes('+', '-'));
    return true;
  };
  const product = (): boolean => {
    do if (!value()) return false;
    while (takes('*', '/'));
    return true;
  };
  const value = (): boolean => {
    if (takes('-')) return value();
    if (takes('(')) return sum() && takes(')');
    const part = parts[at] ?? '';
    if (!/^[a-z0-9]/.test(part)) return false;
    at += 1;
    if (part !== 'total') {
      if (/^[a-z]/.test(part)) names.push(part);
      return true;
    }
    const column = parts[at + 1] ?? '';
    names.push(column);
    at += 2;
    return parts[at - 2] === '(' && /^[a-z]/.test(column) && takes(')');
  };
  return sum() && at === parts.length ? names : null;
}

function partsOf(text: string): string[] | null {
  const parts: string[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    if (!match) return null;
    parts.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return parts;
}
