/** A small XML reader for drawings: elements, attributes and text; no entities but the five, no document types. */
import type { InBoth } from '../module.ts';

export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
  /** Offset of its `<` in the text. */
  offset: number;
}

export class XmlFault extends Error {
  readonly offset: number;
  readonly sentence: InBoth<string>;
  constructor(es: string, en: string, offset: number) {
    super(en);
    this.name = 'XmlFault';
    this.sentence = { es, en };
    this.offset = offset;
  }
}

const DEEPEST = 64;
const MOST_ELEMENTS = 20_000;
const MOST_ATTRIBUTES = 200;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/** @throws XmlFault where the text is not well-formed or is more than a drawing needs */
export function parseXml(text: string): XmlElement {
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  let at = 0;
  const addText = (value: string, offset: number) => {
    const parent = open.at(-1);
    if (parent) parent.children.push(value);
    else if (value.trim() !== '')
      throw new XmlFault(
        'hay texto fuera del elemento principal',
        'there is text outside the main element',
        offset,
      );
  };
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const end = next === -1 ? text.length : next;
    if (end > at) addText(decode(text.slice(at, end), at), at);
    if (next === -1) break;
    const special = skipSpecial(text, next);
    if (special) {
      if (special.text !== null) addText(special.text, next);
      at = special.end;
    } else if (text.startsWith('</', next)) {
      at = closeElement(text, next, open);
    } else {
      const tag = openElement(text, next);
      count += 1;
      if (count > MOST_ELEMENTS || open.length > DEEPEST)
        throw new XmlFault(
          'hay demasiados elementos, o están demasiado anidados',
          'there are too many elements, or they are nested too deep',
          next,
        );
      const parent = open.at(-1);
      if (parent) parent.children.push(tag.element);
      else if (root)
        throw new XmlFault('hay un segundo elemento principal', 'there is a second main element', next);
      else root = tag.element;
      if (!tag.closed) open.push(tag.element);
      at = tag.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed)
    throw new XmlFault(
      `falta cerrar <${unclosed.name}>`,
      `<${unclosed.name}> is not closed`,
      unclosed.offset,
    );
  if (!root) throw new XmlFault('no hay ningún elemento', 'there is no element', 0);
  return root;
}

/** Comments and declarations are passed over; CDATA is text; a document type with its own entities is refused. */
function skipSpecial(text: string, at: number): { end: number; text: string | null } | null {
  const until = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    if (end === -1) throw new XmlFault(`falta ${mark}`, `${mark} is missing`, at);
    return end;
  };
  if (text.startsWith('<!--', at)) return { end: until('-->', at + 4) + 3, text: null };
  if (text.startsWith('<?', at)) return { end: until('?>', at + 2) + 2, text: null };
  if (text.startsWith('<![CDATA[', at)) {
    const end = until(']]>', at + 9);
    return { end: end + 3, text: text.slice(at + 9, end) };
  }
  if (text.startsWith('<!', at)) {
    const end = until('>', at);
    if (!/^<!DOCTYPE [^[]*$/i.test(text.slice(at, end)))
      throw new XmlFault(
        'hay un tipo de documento con declaraciones',
        'there is a document type with declarations',
        at,
      );
    return { end: end + 1, text: null };
  }
  return null;
}

function closeElement(text: string, at: number, open: XmlElement[]): number {
  const end = text.indexOf('>', at);
  const name = text.slice(at + 2, end === -1 ? at + 2 : end).trim();
  const element = open.pop();
  if (end === -1 || element?.name !== name)
    throw new XmlFault(
      `</${name.slice(0, 40)}> no cierra nada`,
      `</${name.slice(0, 40)}> closes nothing`,
      at,
    );
  return end + 1;
}

function openElement(text: string, at: number): { element: XmlElement; closed: boolean; end: number } {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(text)?.[0];
  if (name === undefined)
    throw new XmlFault('hay un < que no abre nada', 'there is a < that opens nothing', at);
  const attributes = new Map<string, string>();
  let end = NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const attribute = ATTRIBUTE.exec(text);
    if (!attribute) break;
    if (attributes.size === MOST_ATTRIBUTES)
      throw new XmlFault('hay demasiados atributos', 'there are too many attributes', end);
    attributes.set(attribute[1] ?? '', decode(attribute[2] ?? attribute[3] ?? '', end));
    end = ATTRIBUTE.lastIndex;
  }
  while (/\s/.test(text.charAt(end))) end += 1;
  const closed = text.startsWith('/>', end);
  if (!closed && text.charAt(end) !== '>')
    throw new XmlFault(`<${name}> no está bien formado`, `<${name}> is not well-formed`, end);
  return { element: { name, attributes, children: [], offset: at }, closed, end: end + (closed ? 2 : 1) };
}

function decode(text: string, offset: number): string {
  return text.replace(/&([^;&\s]{0,12});?/g, (whole: string, name: string) => {
    const named = NAMED[name];
    if (named !== undefined && whole.endsWith(';')) return named;
    const code = /^#x[0-9a-f]{1,6}$/i.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : /^#\d{1,7}$/.test(name)
        ? Number(name.slice(1))
        : -1;
    const isText =
      code === 9 || code === 10 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code < 0x11_0000);
    if (!isText) throw new XmlFault(`no se conoce &${name}`, `&${name} is not known`, offset);
    return String.fromCodePoint(code);
  });
}

export function printXml(element: XmlElement): string {
  const attributes = [...element.attributes]
    .map(([name, value]) => ` ${name}="${escape(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (element.children.length === 0) return `<${element.name}${attributes}/>`;
  const inside = element.children
    .map((child) => (typeof child === 'string' ? escape(child) : printXml(child)))
    .join('');
  return `<${element.name}${attributes}>${inside}</${element.name}>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
