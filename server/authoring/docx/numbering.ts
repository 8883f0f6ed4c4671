/** Lists whose numbers Markdown cannot say: it counts 1, 2, 3 and begins anew after each text between. */
import type { Lose } from './losses.ts';
import { allOf, elementsOf, firstOf, valueOf, wordsOf, type XmlElement } from './xml.ts';

const ITSELF: readonly string[] = ['decimal', 'bullet'];

/** @param numbering the document's `numbering.xml`, where it has one */
export function tellNumbering(document: XmlElement, numbering: XmlElement | null, lose: Lose): void {
  if (!numbering) return;
  const told = new Set<string>();
  const begun = new Set<string>();
  let before = '';
  for (const paragraph of allOf(document, 'w:p')) {
    const properties = firstOf(firstOf(paragraph, 'w:pPr'), 'w:numPr');
    const list = valueOf(properties, 'w:numId') ?? '';
    const level = valueOf(properties, 'w:ilvl') ?? '0';
    const words = wordsOf(paragraph);
    if (list !== '' && !told.has(list)) {
      const shape = shapeOf(numbering, list, level);
      const goesOn = level === '0' && shape === 'decimal' && begun.has(list) && before !== list;
      if (shape !== null && (goesOn || !ITSELF.includes(shape))) {
        lose('numbering', words);
        told.add(list);
      }
      begun.add(list);
    }
    if (words !== '') before = list;
  }
}

/** How a level counts; `compound` for numbers such as 1.2; null where nothing says so. */
function shapeOf(numbering: XmlElement, list: string, level: string): string | null {
  const own = elementsOf(numbering).find(
    ({ name, attributes }) => name === 'w:num' && attributes.get('w:numId') === list,
  );
  const id = valueOf(own ?? null, 'w:abstractNumId');
  const shared = elementsOf(numbering).find(
    ({ name, attributes }) => name === 'w:abstractNum' && attributes.get('w:abstractNumId') === id,
  );
  const one = shared
    ? elementsOf(shared).find(
        ({ name, attributes }) => name === 'w:lvl' && attributes.get('w:ilvl') === level,
      )
    : undefined;
  const text = valueOf(one ?? null, 'w:lvlText') ?? '';
  return (text.match(/%/g)?.length ?? 0) > 1 ? 'compound' : valueOf(one ?? null, 'w:numFmt');
}
