/**
 * Drawings, cleaned: only shapes, text and their looks stay. Nothing in them runs, loads or leads anywhere.
 * An image in a page cannot run scripts anyway; opened by its own address it could.
 */
import { parseXml, printXml, XmlFault, type XmlElement } from './xml.ts';

const ELEMENTS = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc style marker ' +
    'linearGradient radialGradient stop pattern clipPath mask switch'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'id class style lang xml:space role aria-label aria-labelledby aria-hidden aria-describedby focusable transform x y x1 x2 y1 y2 ' +
    'cx cy r rx ry d points width height viewBox preserveAspectRatio overflow dx dy rotate textLength lengthAdjust offset ' +
    'gradientUnits gradientTransform spreadMethod fx fy patternUnits patternContentUnits patternTransform clipPathUnits ' +
    'maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY orient startOffset pathLength ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap ' +
    'stroke-linejoin stroke-miterlimit opacity color display visibility clip-path clip-rule mask marker-start marker-mid ' +
    'marker-end font-family font-size font-weight font-style font-variant letter-spacing word-spacing text-anchor ' +
    'text-decoration dominant-baseline alignment-baseline baseline-shift paint-order stop-color stop-opacity ' +
    'vector-effect shape-rendering text-rendering writing-mode direction'
  ).split(' '),
);
/** Anything by which a style could load or run: other addresses, imports, escapes, old bindings. */
const UNSAFE_STYLE =
  /url\((?!\s*["']?#[\w-]+["']?\s*\))|@import|@charset|@namespace|\\|expression|javascript:|behavior|binding|</i;

export interface Drawing {
  root: XmlElement;
  text: string;
  width: number | null;
  height: number | null;
  /** What was taken out, in words of the file (`<script>`, `onload`), and the offset of the first. */
  removed: ReadonlyMap<string, number>;
}

/** @throws XmlFault when the text is no well-formed SVG */
export function cleanSvg(text: string): Drawing {
  const raw = parseXml(text);
  if (raw.name !== 'svg')
    throw new XmlFault('el elemento principal no es <svg>', 'the main element is not <svg>', raw.offset);
  const removed = new Map<string, number>();
  const root = clean(raw, removed);
  root.attributes.delete('xmlns');
  root.attributes = new Map([['xmlns', 'http://www.w3.org/2000/svg'], ...root.attributes]);
  return { root, text: `${printXml(root)}\n`, ...sizeOf(root), removed };
}

function clean(element: XmlElement, removed: Map<string, number>): XmlElement {
  const remove = (what: string, offset: number) => {
    if (!removed.has(what)) removed.set(what, offset);
  };
  const attributes = new Map<string, string>();
  for (const [name, value] of element.attributes) {
    const kept = cleanAttribute(name, value);
    if (kept) attributes.set(...kept);
    else if (!isEditorOnly(name)) remove(name, element.offset);
  }
  const children: (XmlElement | string)[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') children.push(child);
    else if (!ELEMENTS.has(child.name)) {
      if (!isEditorOnly(child.name)) remove(`<${child.name}>`, child.offset);
    } else if (
      child.name === 'style' &&
      UNSAFE_STYLE.test(child.children.filter((part) => typeof part === 'string').join(''))
    ) {
      remove('<style>', child.offset);
    } else children.push(clean(child, removed));
  }
  return { name: element.name, attributes, children, offset: element.offset };
}

/** Drawing programs keep their own notes in the file; dropping those changes nothing that a reader sees. */
const isEditorOnly = (name: string): boolean =>
  name === 'metadata' || name.startsWith('xmlns') || (name.includes(':') && !name.startsWith('xlink:'));

function cleanAttribute(name: string, value: string): [string, string] | null {
  if (name === 'href' || name === 'xlink:href') return /^#[\w-]+$/.test(value) ? ['href', value] : null;
  if (!ATTRIBUTES.has(name)) return null;
  return UNSAFE_STYLE.test(value) ? null : [name, value];
}

function sizeOf(root: XmlElement): { width: number | null; height: number | null } {
  const box =
    root.attributes
      .get('viewBox')
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const pixels = (name: string): number =>
    Number(/^(\d+(?:\.\d+)?)(?:px)?$/.exec(root.attributes.get(name) ?? '')?.[1] ?? Number.NaN);
  const usable = (size: number | undefined): number | null =>
    size !== undefined && Number.isFinite(size) && size >= 1 && size <= 20_000 ? Math.round(size) : null;
  return {
    width: usable(box[2]) ?? usable(pixels('width')),
    height: usable(box[3]) ?? usable(pixels('height')),
  };
}
