/** The words of a text without its marks: for labels, anchors, counts and search. */
import { children, nodes, type Node } from './tokens.ts';

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
};

export function plainText(list: readonly Node[]): string {
  return list
    .map(plainNode)
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, ' ')
    .trim();
}

function plainNode(node: Node): string {
  switch (node.type) {
    case 'text':
      return node.tokens ? nodes(node.tokens).map(plainNode).join('') : decode(node.text);
    case 'escape':
    case 'codespan':
      return node.text;
    case 'image':
      return node.text;
    case 'br':
      return ' ';
    case 'term':
      return node.words ?? node.name;
    case 'math':
    case 'noteMark':
    case 'note':
    case 'html':
    case 'checkbox':
    case 'def':
    case 'hr':
    case 'space':
      return '';
    case 'code':
      return `${node.text}\n`;
    case 'table':
      return `${[node.header, ...node.rows].map((row) => row.map((cell) => plainText(nodes(cell.tokens))).join(' ')).join('\n')}\n`;
    case 'paragraph':
    case 'heading':
    case 'list_item':
      return `${children(node).map(plainNode).join('')}\n`;
    default:
      return children(node).map(plainNode).join('');
  }
}

function decode(text: string): string {
  return text.includes('&')
    ? text.replace(
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (name !== undefined) return ENTITIES[name] ?? whole;
          const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
          return code > 31 && code < 0x11_0000 && (code < 0xd800 || code > 0xdfff)
            ? String.fromCodePoint(code)
            : whole;
        },
      )
    : text;
}

/** An anchor from words: `¿Qué mide?` gives `que-mide`. */
export function anchorOf(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
