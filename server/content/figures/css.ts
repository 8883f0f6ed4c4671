/** The few declarations of a drawing's style sheet that decide how its text looks. */
const NAMES = new Set(['fill', 'font-size', 'font-weight', 'opacity', 'fill-opacity']);

/** Values by the names above; other declarations are passed over. */
export type Declarations = ReadonlyMap<string, string>;
/** Declarations by selector: an element's name, or a class with its point. */
export type Sheet = ReadonlyMap<string, Declarations>;

export const declarations = (text: string): Declarations =>
  new Map(
    text.split(';').flatMap((one): [string, string][] => {
      const [name = '', value] = one.split(':', 2);
      return value !== undefined && NAMES.has(name.trim()) ? [[name.trim(), value.trim()]] : [];
    }),
  );

/**
 * Simple rules, one element or class a selector; what stands in `@media` is another theme's. One pass with
 * `indexOf`: a regular expression for rules takes minutes over a quarter megabyte without a brace.
 */
export function readSheet(css: string): Sheet {
  const sheet = new Map<string, Map<string, string>>();
  const text = withoutComments(css);
  for (let at = 0; ;) {
    const open = text.indexOf('{', at);
    if (open === -1) return sheet;
    const before = text.slice(at, open);
    const prelude = before.slice(before.lastIndexOf(';') + 1).trim();
    const close = prelude.startsWith('@') ? endOfBlock(text, open) : text.indexOf('}', open);
    if (close === -1) return sheet;
    if (!prelude.startsWith('@')) {
      const own = declarations(text.slice(open + 1, close));
      for (const selector of prelude.split(',')) {
        const known = sheet.get(selector.trim()) ?? new Map<string, string>();
        for (const [name, value] of own) known.set(name, value);
        sheet.set(selector.trim(), known);
      }
    }
    at = close + 1;
  }
}

function withoutComments(css: string): string {
  let kept = '';
  for (let at = 0; ;) {
    const open = css.indexOf('/*', at);
    if (open === -1) return kept + css.slice(at);
    kept += css.slice(at, open);
    const close = css.indexOf('*/', open + 2);
    if (close === -1) return kept;
    at = close + 2;
  }
}

/** Where the brace at `open` is closed, those inside it counted. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const mark = text.charCodeAt(at);
    if (mark === 123) depth += 1;
    else if (mark === 125) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
