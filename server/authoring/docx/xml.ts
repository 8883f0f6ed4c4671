/** The XML of a document as a tree whose names have Office's usual prefixes, whatever prefixes the file uses. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

/** Word writes about thirty. */
const DEEPEST = 250;
/** ECMA-376 part 1 (strict) and part 4 (transitional) name the same elements in two namespaces. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'urn:schemas-microsoft-com:office:word': 'w10',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};
const STRICT: Readonly<Record<string, string>> = {
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
};
const NONE: ReadonlyMap<string, string> = new Map();
const DECLARATIONS = Object.entries(PREFIXES)
  .filter(([, prefix]) => prefix !== 'xml')
  .map(([uri, prefix]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

/** @throws Error where the text is not well-formed */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const top: XmlElement = { name: '', attributes: NONE, children: [] };
  const open = [top];
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length > DEEPEST) throw new Error('nested too deep');
    const own = Object.values(attributes).filter((one) => one.uri === '' || prefixOf(one.uri) !== undefined);
    const element = {
      name: nameOf(uri, local),
      attributes:
        own.length === 0 ? NONE : new Map(own.map((one) => [nameOf(one.uri, one.local), one.value])),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const addText = (words: string) => open.at(-1)?.children.push(words);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text.replace(/^\ufeff/, '')).close();
  const root = top.children.find((child) => typeof child !== 'string');
  if (!root) throw new Error('no element');
  return root;
}

const prefixOf = (uri: string): string | undefined => PREFIXES[uri] ?? STRICT[uri];

/** An element that no prefix is known for keeps its local name alone: nothing looks at it. */
function nameOf(uri: string, local: string): string {
  const prefix = prefixOf(uri);
  return prefix === undefined ? local : `${prefix}:${local}`;
}

export const printXml = (root: XmlElement): string => print(root, DECLARATIONS);

function print({ name, attributes, children }: XmlElement, declarations = ''): string {
  const own = [...attributes].map(([key, value]) => ` ${key}="${escape(value)}"`).join('');
  const inside = children.map((child) => (typeof child === 'string' ? escape(child) : print(child))).join('');
  return `<${name}${declarations}${own}>${inside}</${name}>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');

export const firstOf = (element: XmlElement | null, name: string): XmlElement | null =>
  element ? (elementsOf(element).find((child) => child.name === name) ?? null) : null;

/** An element of that name, however deep. */
export function* allOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child;
    yield* allOf(child, name);
  }
}

export const has = (element: XmlElement, name: string): boolean => allOf(element, name).next().done === false;

/** The value of a property: `<w:ilvl w:val="1"/>` inside `properties`. */
export const valueOf = (properties: XmlElement | null, name: string): string | null =>
  firstOf(properties, name)?.attributes.get('w:val') ?? null;

/** Its own text, without that of its elements. */
export const textOf = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('');

/** What one reads in it. */
export const wordsOf = (element: XmlElement): string => readAloud(element).replace(/\s+/g, ' ').trim();

/** Paragraphs, tabs and line breaks part words. */
const readAloud = (element: XmlElement): string =>
  elementsOf(element)
    .map((child) => {
      if (child.name === 'w:t') return textOf(child);
      return PARTING.has(child.name) ? `${readAloud(child)} ` : readAloud(child);
    })
    .join('');

const PARTING: ReadonlySet<string> = new Set(['w:p', 'w:tab', 'w:br']);
