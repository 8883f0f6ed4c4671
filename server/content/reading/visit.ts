/** The nodes of a file that rules ask about, each with its place. */
import type { Place } from '../finding.ts';
import { children, type Node } from '../markdown/tokens.ts';
import type { TextDraft } from './drafts.ts';
import { locate } from './locate.ts';

export interface Visited {
  node: Node;
  at: () => Place;
}

/** Plain words and their marks are nobody's business here; the rules on prose read the prose. */
const PASSED_OVER = new Set([
  'text',
  'strong',
  'em',
  'del',
  'escape',
  'br',
  'codespan',
  'paragraph',
  'list_item',
  'checkbox',
]);

// Every rule walks through the same files; the walk is made once.
const visits = new WeakMap<TextDraft, readonly Visited[]>();

export function visit(text: TextDraft): readonly Visited[] {
  const before = visits.get(text);
  if (before) return before;
  const { source, blocks } = text;
  const found: Visited[] = [];
  for (const block of blocks) {
    let from = block.offset;
    const add = (node: Node): void => {
      if (!PASSED_OVER.has(node.type)) {
        const start = from;
        const isBlock = node === block.node;
        found.push({ node, at: () => source.at(isBlock ? block.offset : locate(source, node.raw, start)) });
        // Equal texts in one block come one after another.
        if (node.type === 'image' || node.type === 'link') from = locate(source, node.raw, start) + 1;
      }
      for (const child of children(node)) add(child);
    };
    add(block.node);
  }
  visits.set(text, found);
  return found;
}
