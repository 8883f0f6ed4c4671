/**
 * The part of YAML that module files are written in, read forty times as fast as the whole: mappings, lists, flow
 * collections (wrapped ones too), quoted texts of one line, and `|` blocks. Whatever else stands in a file (folded
 * texts, tags, duplicate keys, any mistake) is left to the whole parser, which knows it and can say where it is.
 */
interface Line {
  indent: number;
  text: string;
  /** Index into the raw lines, for blocks of text. */
  index: number;
}

/** What the file needs the whole parser for. */
class Unusual extends Error {}

const KEY = /^(?:([A-Za-z0-9_][\w.-]*(?: [\w.-]+)*)|'([^']*)'|"([^"\\]*)"):(?:[ ]+|$)/;
const INTEGER = /^[-+]?(?:0|[1-9]\d*)$/;
const DECIMAL = /^[-+]?(?:0|[1-9]\d*)\.\d+$/;
/** Whatever YAML 1.2 takes for a number (10.3.2, core schema); `2026-Q1` and `7aca18311e1b` are none. */
const NUMBER = /^(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+|[-+]?\.inf|\.nan)$/i;
/** First characters that mean something in YAML. */
const NOT_PLAIN = /^(?:[-?:](?:\s|$)|[,[\]{}#&*!|>'"%@`])/;
const WORDS = new Map<string, unknown>([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['~', null],
  ['', null],
]);

/** @returns the data, or undefined when the text needs the whole parser */
export function readPlainYaml(text: string): { value: unknown } | undefined {
  // Tabs are a mistake in most places; the whole parser knows in which.
  if (text.includes('\t')) return undefined;
  try {
    return { value: new Reader(text).document() };
  } catch (reason) {
    if (reason instanceof Unusual || reason instanceof RangeError) return undefined;
    throw reason;
  }
}

class Reader {
  private readonly raw: string[];
  private readonly lines: Line[];
  private at = 0;

  constructor(text: string) {
    this.raw = text.split('\n');
    this.lines = this.raw.flatMap((line, index) => {
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('#')) return [];
      const indent = line.length - line.trimStart().length;
      return [{ indent, text: trimmed, index }];
    });
  }

  document(): unknown {
    if (this.lines.some(({ indent, text }) => indent === 0 && /^(?:---|\.\.\.|%)/.test(text)))
      throw new Unusual();
    const [first] = this.lines;
    if (!first) throw new Unusual();
    const value = this.block(first.indent);
    if (this.at < this.lines.length) throw new Unusual();
    return value;
  }

  private block(indent: number): unknown {
    const line = this.lines[this.at];
    if (line?.indent !== indent) throw new Unusual();
    return isItem(line.text) ? this.list(indent) : this.mapping(indent);
  }

  private list(indent: number): unknown[] {
    const items: unknown[] = [];
    for (
      let line = this.lines[this.at];
      line?.indent === indent && isItem(line.text);
      line = this.lines[this.at]
    ) {
      const rest = line.text.slice(1).trimStart();
      const inner = indent + line.text.length - rest.length;
      if (rest === '' || rest.startsWith('#')) {
        this.at += 1;
        items.push(this.below(indent + 1));
      } else if (isItem(rest) || KEY.test(rest)) {
        // The item's first line is the first line of what it holds.
        this.lines[this.at] = { indent: inner, text: rest, index: line.index };
        items.push(this.block(inner));
      } else items.push(this.value(rest, indent, line));
    }
    return items;
  }

  private mapping(indent: number): unknown {
    const map: Record<string, unknown> = {};
    let count = 0;
    for (
      let line = this.lines[this.at];
      line?.indent === indent && !isItem(line.text);
      line = this.lines[this.at]
    ) {
      const match = KEY.exec(line.text);
      if (!match) throw new Unusual();
      const key = match[1] ?? match[2] ?? match[3] ?? '';
      if (key in map || WORDS.has(key) || (match[1] !== undefined && isChanged(key))) throw new Unusual();
      map[key] = this.value(line.text.slice(match[0].length), indent, line);
      count += 1;
    }
    if (count === 0) throw new Unusual();
    return map;
  }

  /** The value that begins after a key or a dash. */
  private value(rest: string, indent: number, line: Line): unknown {
    this.at += 1;
    if (rest === '' || rest.startsWith('#')) {
      const next = this.lines[this.at];
      const isListBelow = next?.indent === indent && isItem(next.text) && !isItem(line.text);
      return isListBelow ? this.list(indent) : this.below(indent + 1);
    }
    if (rest.startsWith('|')) return this.literal(rest, indent, line);
    const value = flowOrScalar(/^[[{]/.test(rest) ? this.unwrapped(rest, indent, line) : rest);
    // A deeper line that follows goes on with the text.
    if ((this.lines[this.at]?.indent ?? -1) > indent) throw new Unusual();
    return value;
  }

  /** A collection that goes on over deeper lines: inside it a line break is a space (YAML 1.2.2, 7.4). */
  private unwrapped(rest: string, indent: number, line: Line): string {
    const parts = [rest];
    let last = line;
    for (let next = this.lines[this.at]; next && next.indent > indent; next = this.lines[this.at]) {
      // Comments and blank lines between are for the whole parser.
      if (next.index !== last.index + 1 || /(?:^|\s)#/.test(last.text)) throw new Unusual();
      parts.push(next.text);
      last = next;
      this.at += 1;
    }
    return parts.join(' ');
  }

  private below(least: number): unknown {
    const next = this.lines[this.at];
    return next && next.indent >= least ? this.block(next.indent) : null;
  }

  /** `|` and `|-`: the lines as they are, less the indentation of the first. */
  private literal(rest: string, indent: number, line: Line): string {
    if (rest !== '|' && rest !== '|-') throw new Unusual();
    const first = this.raw[line.index + 1] ?? '';
    const own = first.length - first.trimStart().length;
    if (first.trim() === '' || own <= indent) throw new Unusual();
    const taken: string[] = [];
    let end = line.index + 1;
    for (; end < this.raw.length; end += 1) {
      const text = this.raw[end] ?? '';
      if (text.trim() === '') taken.push(text.slice(own));
      else if (text.length - text.trimStart().length >= own) taken.push(text.slice(own));
      else break;
    }
    while ((this.lines[this.at]?.index ?? Infinity) < end) this.at += 1;
    const body = taken.join('\n').replace(/\n+$/, '');
    return rest === '|' ? `${body}\n` : body;
  }
}

/** A key that is read as a number and written anew: `1.0` becomes `1`. */
const isChanged = (key: string): boolean => NUMBER.test(key) && !/^(?:0|[1-9]\d{0,14})$/.test(key);

const isItem = (text: string): boolean => text === '-' || text.startsWith('- ');

function flowOrScalar(rest: string): unknown {
  const scanner = { text: rest, at: 0 };
  const first = rest.charAt(0);
  if (first !== '[' && first !== '{' && first !== "'" && first !== '"')
    return plain(rest.replace(/\s+#.*$/, ''), false);
  const value = flow(scanner);
  if (!/^\s*(?:\s#.*)?$/.test(rest.slice(scanner.at))) throw new Unusual();
  return value;
}

interface Scanner {
  text: string;
  at: number;
}

function flow(scanner: Scanner): unknown {
  skipSpace(scanner);
  const mark = scanner.text.charAt(scanner.at);
  if (mark === '[') return flowList(scanner);
  if (mark === '{') return flowMapping(scanner);
  if (mark === "'" || mark === '"') return quoted(scanner);
  const match = /[^,[\]{}]*/y;
  match.lastIndex = scanner.at;
  const text = match.exec(scanner.text)?.[0] ?? '';
  scanner.at += text.length;
  return plain(text.trim(), true);
}

function flowList(scanner: Scanner): unknown[] {
  const items: unknown[] = [];
  scanner.at += 1;
  for (;;) {
    skipSpace(scanner);
    if (takes(scanner, ']')) return items;
    items.push(flow(scanner));
    skipSpace(scanner);
    if (!takes(scanner, ',') && scanner.text.charAt(scanner.at) !== ']') throw new Unusual();
  }
}

function flowMapping(scanner: Scanner): unknown {
  const map: Record<string, unknown> = {};
  scanner.at += 1;
  for (;;) {
    skipSpace(scanner);
    if (takes(scanner, '}')) return map;
    const match = KEY.exec(scanner.text.slice(scanner.at));
    const key = match?.[1] ?? match?.[2] ?? match?.[3];
    if (
      !match ||
      key === undefined ||
      key in map ||
      WORDS.has(key) ||
      (match[1] !== undefined && isChanged(key))
    )
      throw new Unusual();
    scanner.at += match[0].length;
    map[key] = flow(scanner);
    skipSpace(scanner);
    if (!takes(scanner, ',') && scanner.text.charAt(scanner.at) !== '}') throw new Unusual();
  }
}

function quoted(scanner: Scanner): string {
  const isSingle = scanner.text.charAt(scanner.at) === "'";
  const pattern = isSingle ? /'((?:[^']|'')*)'/y : /"([^"\\]*)"/y;
  pattern.lastIndex = scanner.at;
  const match = pattern.exec(scanner.text);
  if (!match) throw new Unusual();
  scanner.at = pattern.lastIndex;
  const text = match[1] ?? '';
  return isSingle ? text.replaceAll("''", "'") : text;
}

function plain(text: string, inFlow: boolean): unknown {
  if (WORDS.has(text)) {
    if (inFlow && text === '') throw new Unusual();
    return WORDS.get(text);
  }
  if (INTEGER.test(text) || DECIMAL.test(text)) return Number(text);
  if (NUMBER.test(text) || NOT_PLAIN.test(text) || /:(?:\s|$)|\s#/.test(text)) throw new Unusual();
  return text;
}

const skipSpace = (scanner: Scanner): void => {
  while (scanner.text.charAt(scanner.at) === ' ') scanner.at += 1;
};

function takes(scanner: Scanner, mark: string): boolean {
  if (scanner.text.charAt(scanner.at) !== mark) return false;
  scanner.at += 1;
  return true;
}
