/**
 * Goes through a part of a document before mammoth reads it: tells what mammoth or a lesson has no place for, marks the
 * gap, and takes off the wrappers that mammoth would drop with the words inside them.
 */
import type { Gap, Lose } from './losses.ts';
import { elementsOf, firstOf, has, textOf, valueOf, wordsOf, type XmlElement, type XmlNode } from './xml.ts';

/** What mammoth 1.13 reads or rightly passes over (`lib/docx/body-reader.js`). */
const KNOWN = new Set(
  `w:p w:r w:fldChar w:instrText w:t w:tab w:noBreakHyphen w:softHyphen w:sym w:hyperlink w:tbl w:tr w:tc
  w:footnoteReference w:endnoteReference w:commentReference w:br w:bookmarkStart w:sdt w:sdtContent w:ins w:del w:moveFrom
  w:moveTo w:object w:drawing w:pict w:txbxContent wp:inline wp:anchor v:group v:imagedata v:rect v:roundrect v:shape
  v:textbox w:document w:body w:footnotes w:endnotes w:footnote w:endnote`.split(/\s+/),
);
/** Deeper lists become the fifth level. */
const DEEPEST_LIST = 4;

export interface Preparing {
  lose: Lose;
  /** The words that stand where something is missing. */
  gapWords: Readonly<Record<Gap, string>>;
}

/** Changes the tree. */
export function prepare(part: XmlElement, { lose, gapWords }: Preparing): void {
  let near = '';

  const gap = (kind: Gap, parent: XmlElement): XmlNode[] => {
    lose(kind, near);
    const text = element('w:t', [`[${gapWords[kind]}]`]);
    if (parent.name === 'w:r') return [text];
    const run = element('w:r', [text]);
    return /^w:(?:p|hyperlink|ins|moveTo)$/.test(parent.name) ? [run] : [element('w:p', [run])];
  };

  const inside = (one: XmlElement): XmlNode[] =>
    one.children.flatMap((child) => (typeof child === 'string' ? [child] : standIn(child, one)));

  const kept = (one: XmlElement): XmlNode[] => {
    one.children = inside(one);
    return [one];
  };

  /** What stands in an element's place. */
  function standIn(one: XmlElement, parent: XmlElement): XmlNode[] {
    switch (one.name) {
      case 'w:p':
        near = wordsOf(one) || near;
        lookAtParagraph(one);
        return kept(one);
      case 'w:r':
        if (firstOf(firstOf(one, 'w:rPr'), 'w:vanish') && wordsOf(one) !== '') lose('hidden', wordsOf(one));
        return kept(one);
      case 'w:tbl':
        if (has(one, 'w:gridSpan') || has(one, 'w:vMerge')) lose('merged-cells', wordsOf(one));
        return kept(one);
      case 'w:tc':
        if (elementsOf(one).some(({ name }) => name === 'w:tbl')) lose('nested-table', wordsOf(one));
        return kept(one);
      case 'w:del':
      case 'w:moveFrom':
        lose('changes', near);
        return [];
      case 'w:ins':
      case 'w:moveTo':
        lose('changes', near);
        return kept(one);
      case 'w:sdt':
        if (!isContents(one)) return kept(one);
        lose('contents', '');
        return [];
      case 'w:instrText':
        if (/^\s*TOC\b/.test(textOf(one))) lose('contents', '');
        return [one];
      case 'w:cr':
        return [element('w:br', [])];
      case 'w:ruby':
        return elementsOf(one).flatMap((child) => (child.name === 'w:rubyBase' ? inside(child) : []));
      case 'w:altChunk':
      case 'w:subDoc':
        return gap('embedded', parent);
      case 'm:oMath':
      case 'm:oMathPara':
        return gap('equation', parent);
      case 'mc:AlternateContent': {
        const fallback = firstOf(one, 'mc:Fallback');
        const chosen = fallback && fallback.children.length > 0 ? fallback : firstOf(one, 'mc:Choice');
        return chosen ? inParent(chosen, parent) : [];
      }
      case 'w:drawing':
        return drawing(one, parent);
      case 'w:pict':
        return picture(one);
      case 'w:object':
        return object(one, parent);
      default:
        if (KNOWN.has(one.name)) return kept(one);
        return has(one, 'w:t') || has(one, 'v:imagedata') ? inParent(one, parent) : [one];
    }
  }

  /** The children, as if they stood where their wrapper stands. */
  const inParent = (wrapper: XmlElement, parent: XmlElement): XmlNode[] =>
    elementsOf(wrapper).flatMap((child) => standIn(child, parent));

  function drawing(one: XmlElement, parent: XmlElement): XmlNode[] {
    const boxes = outermost(one, 'w:txbxContent');
    if (boxes.length > 0) return picture(element('w:pict', boxes));
    const kind = uriOf(one);
    if (/\/chart(?:ex)?$/.test(kind)) return gap('chart', parent);
    if (kind.endsWith('/diagram')) return gap('diagram', parent);
    if (!kind.endsWith('/picture')) lose('shape', near);
    return [one];
  }

  function picture(one: XmlElement): XmlNode[] {
    const boxes = outermost(one, 'w:txbxContent');
    for (const box of boxes) lose('text-box', wordsOf(box));
    const isLine = elementsOf(one).some(({ attributes }) => attributes.has('o:hr'));
    if (boxes.length === 0 && !has(one, 'v:imagedata') && !isLine) lose('shape', near);
    return kept(one);
  }

  function object(one: XmlElement, parent: XmlElement): XmlNode[] {
    const program = firstOf(one, 'o:OLEObject')?.attributes.get('ProgID') ?? '';
    if (/^Equation\b/.test(program)) return gap('equation', parent);
    lose('object', program || near);
    return kept(one);
  }

  function lookAtParagraph(one: XmlElement): void {
    const properties = firstOf(one, 'w:pPr');
    const level = Number(valueOf(firstOf(properties, 'w:numPr'), 'w:ilvl') ?? 0);
    if (level > DEEPEST_LIST) lose('list-depth', near);
    const mark = firstOf(properties, 'w:rPr');
    if (firstOf(mark, 'w:ins') ?? firstOf(mark, 'w:del')) lose('changes', near);
  }

  part.children = inside(part);
}

const element = (name: string, children: XmlNode[]): XmlElement => ({
  name,
  attributes: new Map(name === 'w:t' ? [['xml:space', 'preserve']] : []),
  children,
});

/** What kind of graphic a drawing holds. */
function uriOf(drawing: XmlElement): string {
  const anchor = firstOf(drawing, 'wp:inline') ?? firstOf(drawing, 'wp:anchor');
  return firstOf(firstOf(anchor, 'a:graphic'), 'a:graphicData')?.attributes.get('uri') ?? '';
}

/** Those that stand in no other of their name. */
const outermost = (one: XmlElement, name: string): XmlElement[] =>
  elementsOf(one).flatMap((child) => (child.name === name ? [child] : outermost(child, name)));

function isContents(block: XmlElement): boolean {
  const gallery = firstOf(firstOf(firstOf(block, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  return gallery?.attributes.get('w:val') === 'Table of Contents';
}
