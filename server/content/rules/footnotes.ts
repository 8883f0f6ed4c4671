import { advice, error, type Finding } from '../finding.ts';
import { textsOf, type TextDraft } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import type { Rule } from './rule.ts';

export const footnotes: Rule = {
  name: 'footnotes',
  reason: {
    es: 'Una llamada sin nota, o una nota sin llamada, es un cabo suelto.',
    en: 'A mark without a note, or a note without a mark, is a loose end.',
  },
  check: (draft) =>
    (['es', 'en'] as const).flatMap((language) => textsOf(draft, language).flatMap(checkText)),
};

function checkText(text: TextDraft): Finding[] {
  const nodes = visit(text);
  const marks = nodes.flatMap(({ node, at }) => (node.type === 'noteMark' ? [{ id: node.id, at }] : []));
  const notes = nodes.flatMap(({ node, at }) => (node.type === 'note' ? [{ id: node.id, at }] : []));
  const noted = new Set(notes.map(({ id }) => id));
  const marked = new Set(marks.map(({ id }) => id));
  const twice = notes.filter(({ id }, index) => notes.findIndex((note) => note.id === id) !== index);
  return [
    ...twice.map(({ id, at }) =>
      error('footnotes', at(), `La nota «${id}» está dos veces.`, `The note “${id}” is there twice.`),
    ),
    ...marks
      .filter(({ id }) => !noted.has(id))
      .map(({ id, at }) =>
        error('footnotes', at(), `Falta la nota «[^${id}]: …».`, `The note “[^${id}]: …” is missing.`),
      ),
    ...notes
      .filter(({ id }) => !marked.has(id))
      .map(({ id, at }) =>
        advice(
          'footnotes',
          at(),
          `Ninguna llamada lleva a la nota «${id}».`,
          `No mark leads to the note “${id}”.`,
        ),
      ),
  ];
}
