/** What a drawing paints, in order, with the looks that can be computed: colours, sizes, boxes. */
import { declarations, readSheet, type Sheet } from './css.ts';
import type { XmlElement } from './xml.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Painted =
  | { kind: 'shape'; fill: string; opacity: number; box: Box | null; exact: boolean }
  | {
      kind: 'text';
      fill: string;
      opacity: number;
      x: number;
      y: number;
      size: number;
      bold: boolean;
      words: string;
      /** Where its element stands in the file. */
      offset: number;
    };

interface Looks {
  fill: string;
  size: number;
  weight: string;
  opacity: number;
  dx: number;
  dy: number;
  /** False under a transformation other than a shift: places are not known there. */
  placed: boolean;
}

const SHAPES = new Set(['rect', 'circle', 'ellipse', 'path', 'polygon', 'polyline', 'use']);
const NOT_PAINTED = new Set([
  'defs',
  'title',
  'desc',
  'style',
  'symbol',
  'marker',
  'clipPath',
  'mask',
  'pattern',
]);

// Two rules look at each drawing; it is painted once.
const known = new WeakMap<XmlElement, readonly Painted[]>();

export function paintedIn(root: XmlElement): readonly Painted[] {
  const before = known.get(root);
  if (before) return before;
  const painted: Painted[] = [];
  const start: Looks = { fill: '#000', size: 16, weight: '400', opacity: 1, dx: 0, dy: 0, placed: true };
  paint(root, start, sheetOf(root), painted);
  known.set(root, painted);
  return painted;
}

function paint(element: XmlElement, above: Looks, sheet: Sheet, painted: Painted[]): void {
  if (NOT_PAINTED.has(element.name)) return;
  const looks = looksOf(element, above, sheet);
  if (SHAPES.has(element.name)) {
    const { box, exact } = boxOf(element, looks);
    if (looks.fill !== 'none')
      painted.push({
        kind: 'shape',
        fill: looks.fill,
        opacity: looks.opacity,
        box,
        exact: exact && looks.placed,
      });
  }
  if (element.name === 'text' || element.name === 'tspan') {
    const words = element.children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim();
    const x = coordinate(element, 'x') + looks.dx;
    const y = coordinate(element, 'y') + looks.dy;
    if (words !== '' && looks.placed) {
      const bold = looks.weight === 'bold' || Number(looks.weight) >= 700;
      painted.push({
        kind: 'text',
        fill: looks.fill,
        opacity: looks.opacity,
        x,
        y,
        size: looks.size,
        bold,
        words,
        offset: element.offset,
      });
    }
  }
  for (const child of element.children) if (typeof child !== 'string') paint(child, looks, sheet, painted);
}

function looksOf(element: XmlElement, above: Looks, sheet: Sheet): Looks {
  const rules = [
    element.name,
    ...(element.attributes.get('class') ?? '').split(/\s+/).map((name) => `.${name}`),
  ];
  const inline = declarations(element.attributes.get('style') ?? '');
  const own = (name: string): string | undefined =>
    inline.get(name) ??
    rules
      .toReversed()
      .map((rule) => sheet.get(rule)?.get(name))
      .find((value) => value !== undefined) ??
    element.attributes.get(name);
  const shift = /^\s*translate\(\s*(-?[\d.]+)(?:[\s,]+(-?[\d.]+))?\s*\)\s*$/.exec(
    element.attributes.get('transform') ?? 'translate(0)',
  );
  const size = Number.parseFloat(own('font-size') ?? '');
  return {
    fill: (own('fill') ?? above.fill).trim(),
    size: Number.isFinite(size) ? size : above.size,
    weight: own('font-weight') ?? above.weight,
    opacity:
      above.opacity *
      Number.parseFloat(own('opacity') ?? '1') *
      Number.parseFloat(own('fill-opacity') ?? '1'),
    dx: above.dx + Number(shift?.[1] ?? 0),
    dy: above.dy + Number(shift?.[2] ?? 0),
    placed: above.placed && shift !== null,
  };
}

const coordinate = (element: XmlElement, name: string): number => {
  const value = element.attributes.get(name) ?? '0';
  return value.includes('%') ? Number.NaN : Number.parseFloat(value);
};

function boxOf(element: XmlElement, { dx, dy }: Looks): { box: Box | null; exact: boolean } {
  const at = (name: string) => coordinate(element, name);
  const box = (left: number, top: number, width: number, height: number): Box | null =>
    [left, top, width, height].every(Number.isFinite)
      ? { left: left + dx, top: top + dy, right: left + width + dx, bottom: top + height + dy }
      : null;
  if (element.name === 'rect') return { box: box(at('x'), at('y'), at('width'), at('height')), exact: true };
  if (element.name === 'circle')
    return { box: box(at('cx') - at('r'), at('cy') - at('r'), 2 * at('r'), 2 * at('r')), exact: true };
  const numbers =
    (element.attributes.get('points') ?? element.attributes.get('d') ?? '')
      .match(/-?\d+(?:\.\d+)?/g)
      ?.map(Number) ?? [];
  const isAbsolute =
    element.name !== 'path' || !/[a-z]/.test((element.attributes.get('d') ?? '').replace(/z/g, ''));
  if (numbers.length < 4 || !isAbsolute || /[HVA]/.test(element.attributes.get('d') ?? ''))
    return { box: null, exact: false };
  const xs = rangeOf(numbers.filter((_, index) => index % 2 === 0));
  const ys = rangeOf(numbers.filter((_, index) => index % 2 === 1));
  return { box: box(xs.least, ys.least, xs.most - xs.least, ys.most - ys.least), exact: false };
}

/** A path may have more points than a call takes arguments. */
function rangeOf(numbers: readonly number[]): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return { least, most };
}

function sheetOf(root: XmlElement): Sheet {
  const styles = root.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === 'style',
  );
  return readSheet(
    styles.map(({ children }) => children.filter((child) => typeof child === 'string').join('')).join('\n'),
  );
}
