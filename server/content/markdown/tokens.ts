/** Our words for what marked's lexer and our extensions make of a text. */
import type { MarkedToken, Token, Tokens } from 'marked';

/** `$…$` in a line, `$$…$$` on its own. */
export interface MathToken {
  type: 'math';
  raw: string;
  tex: string;
  display: boolean;
}
/** `[^1]` in a line. */
export interface NoteMarkToken {
  type: 'noteMark';
  raw: string;
  id: string;
}
/** `[^1]: …` on its own. */
export interface NoteToken {
  type: 'note';
  raw: string;
  id: string;
  tokens: Token[];
}
export interface DefinitionsToken {
  type: 'definitions';
  raw: string;
  entries: { term: Token[]; definitions: Token[][] }[];
}
/** `[[key]]` or `[[key|words]]`. */
export interface TermToken {
  type: 'term';
  raw: string;
  name: string;
  words: string | null;
}

export type Node = MarkedToken | MathToken | NoteMarkToken | NoteToken | DefinitionsToken | TermToken;
export type TableNode = Tokens.Table;
export type ListNode = Tokens.List;
export type QuoteNode = Tokens.Blockquote;
export type HeadingNode = Tokens.Heading;
export type ImageNode = Tokens.Image;

/** marked types its tokens openly, so that extensions fit in; ours are a closed set. */
export const nodes = (tokens: readonly Token[] | undefined): Node[] => (tokens ?? []) as Node[];

/** The nodes straight under a node, in reading order. */
export function children(node: Node): Node[] {
  switch (node.type) {
    case 'list':
      return nodes(node.items);
    case 'table':
      return [...node.header, ...node.rows.flat()].flatMap((cell) => nodes(cell.tokens));
    case 'definitions':
      return node.entries.flatMap(({ term, definitions }) => [
        ...nodes(term),
        ...definitions.flatMap((one) => nodes(one)),
      ]);
    default:
      return 'tokens' in node ? nodes(node.tokens) : [];
  }
}

/** A node and all under it, parents first. */
export function* walk(list: readonly Node[]): Generator<Node> {
  for (const node of list) {
    yield node;
    yield* walk(children(node));
  }
}

/** The one node of a kind that a paragraph consists of, or null: how figures and worksheets are known. */
export function soleImage(node: Node): ImageNode | null {
  if (node.type !== 'paragraph') return null;
  const [only, ...others] = nodes(node.tokens);
  return only?.type === 'image' && others.length === 0 ? only : null;
}
