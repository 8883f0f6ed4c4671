/** Text to tokens: marked's lexer with our extensions, and where each block stands. */
import { Lexer, Marked } from 'marked';
import { extensions } from './extensions.ts';
import { nodes, type Node } from './tokens.ts';

const grammar = new Marked({ extensions, gfm: true });

/** A block and the offset of its first character in the file. */
export interface Block {
  node: Node;
  offset: number;
}

/** Several texts of one page: link definitions of one hold in the others. */
export function lexAll(texts: readonly string[]): Node[][] {
  const lexer = new Lexer({ ...grammar.defaults });
  const parts = texts.map((text) => lexer.blockTokens(text, []));
  // What Lexer.lex does after its blocks; the queue may grow while it is worked off.
  for (const { src, tokens } of lexer.inlineQueue) lexer.inlineTokens(src, tokens);
  return parts.map((part) => nodes(part).filter(({ type }) => type !== 'space'));
}

export const lex = (text: string): Node[] => lexAll([text])[0] ?? [];

/** The blocks of a file from an offset on. Their raw texts, one after another, are the text itself. */
export function blocksOf(text: string, from: number): Block[] {
  const lexer = new Lexer({ ...grammar.defaults });
  let offset = from;
  const blocks: Block[] = [];
  for (const node of nodes(lexer.lex(text.slice(from)))) {
    if (node.type !== 'space') blocks.push({ node, offset });
    offset += node.raw.length;
  }
  return blocks;
}
