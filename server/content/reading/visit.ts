/** Walks through the nodes of a file, each with its place. */
import type { Place } from '../finding.ts';
import { walk, type Node } from '../markdown/tokens.ts';
import type { LessonDraft, QuizDraft } from './drafts.ts';
import { locate } from './locate.ts';

export interface Visited {
  node: Node;
  /** Whether it stands by itself in the text, not inside another block. */
  top: boolean;
  at: () => Place;
}

export function* visit({ source, blocks }: LessonDraft | QuizDraft): Generator<Visited> {
  for (const block of blocks) {
    yield { node: block.node, top: true, at: () => source.at(block.offset) };
    let from = block.offset;
    for (const node of walk([block.node])) {
      if (node === block.node) continue;
      const start = from;
      // Equal texts in one block come one after another.
      yield { node, top: false, at: () => source.at(locate(source, node.raw, start)) };
      if (node.type === 'image' || node.type === 'link') from = locate(source, node.raw, start) + 1;
    }
  }
}
