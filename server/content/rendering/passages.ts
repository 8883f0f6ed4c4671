/** What a reader may look for in a module: the text between two headings of a lesson, without its marks. */
import { readAttributes } from '../markdown/attributes.ts';
import { lexAll } from '../markdown/lex.ts';
import { anchorOf, plainText } from '../markdown/plain.ts';
import { nodes, type Node } from '../markdown/tokens.ts';
import { sectionId } from './inline.ts';
import type { Language, Lesson } from '../module.ts';

export interface Passage {
  lesson: string;
  /** The heading's anchor on the lesson's page; null for what stands before the first heading. */
  anchor: string | null;
  /** The heading's words; the lesson's title where there is no heading. */
  heading: string;
  text: string;
}

/** The passages of a lesson in reading order; self-checks and worksheets are not among them. */
export function passagesOf(lesson: Lesson, language: Language): Passage[] {
  const texts = lesson.segments.flatMap((segment) =>
    segment.kind === 'markdown' ? [segment.markdown[language]] : [],
  );
  const passages: Passage[] = [
    { lesson: lesson.id, anchor: null, heading: lesson.title[language], text: '' },
  ];
  for (const node of lexAll(texts).flat()) {
    if (node.type === 'heading') passages.push({ lesson: lesson.id, ...headingOf(node), text: '' });
    else append(passages[passages.length - 1], node);
  }
  return passages.filter(({ text }) => text !== '');
}

function headingOf(node: Node & { type: 'heading' }): { anchor: string; heading: string } {
  const { words, id } = readAttributes(plainText(nodes(node.tokens)));
  return { anchor: sectionId(id ?? anchorOf(words)), heading: words };
}

/** A callout's mark, `[!NOTE]`, and a caption's settings, `{cards}`, are no words. */
function append(passage: Passage | undefined, node: Node): void {
  const words = plainText([node]).replace(/^\[!\w+\]\s*|\s*\{[a-z= #-]+\}/g, '');
  if (passage && words !== '') passage.text += (passage.text === '' ? '' : ' ') + words;
}
