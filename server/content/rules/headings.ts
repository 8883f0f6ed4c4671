import { advice, error, type Finding } from '../finding.ts';
import { readAttributes } from '../markdown/attributes.ts';
import { pagesOf, type GuideDraft, type LessonDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

export const headings: Rule = {
  name: 'headings',
  reason: {
    es: 'Los títulos son el índice de la lección; un nivel saltado deja un hueco para quien navega por ellos.',
    en: 'Headings are the lesson’s table of contents; a level left out is a hole for those who move by them.',
  },
  check: ({ es, en }) => [...pagesOf(es), ...pagesOf(en)].flatMap(checkPage),
};

function checkPage({ source, blocks }: LessonDraft | GuideDraft): Finding[] {
  const findings: Finding[] = [];
  let before = 1;
  for (const { node, offset } of blocks) {
    if (node.type !== 'heading') continue;
    const find = (es: string, en: string) => findings.push(error('headings', source.at(offset), es, en));
    const { id, words, values } = readAttributes(node.text);
    const isCheck = id?.startsWith('check-') ?? false;
    if (/\n *-+[ \t]*\n*$/.test(node.raw)) {
      findings.push(
        advice(
          'headings',
          source.at(offset),
          'Una línea «---» justo debajo de un texto lo convierte en título: deje una línea en blanco, o escriba «##».',
          'A line “---” right under a text makes it a heading: leave a blank line, or write “##”.',
        ),
      );
    }
    if (!isCheck && values.size > 0) {
      const unknown = [...values.keys()].join(', ');
      find(
        `El título de una sección solo lleva un id: sobra «${unknown}».`,
        `A section’s heading has an id and nothing else: “${unknown}” is one too many.`,
      );
    }
    if (words === '') find('El título está vacío.', 'The heading is empty.');
    if (id?.startsWith('q-')) {
      find(
        'Una pregunta dentro de una lección se llama «check-…»; «q-…» es del cuestionario.',
        'A question inside a lesson is called “check-…”; “q-…” is for the quiz.',
      );
    }
    if (isCheck && node.depth !== 3)
      find('Una pregunta se escribe con «###».', 'A question is written with “###”.');
    else if (node.depth === 1) {
      find(
        'Las secciones empiezan con «##»; el título de la lección está en sus datos.',
        'Sections begin with “##”; the lesson’s title is in its data.',
      );
    } else if (!isCheck && node.depth > before + 1) {
      find(
        `Se pasa de «${'#'.repeat(before)}» a «${'#'.repeat(node.depth)}» sin el nivel intermedio.`,
        `“${'#'.repeat(before)}” is followed by “${'#'.repeat(node.depth)}”, without the level between.`,
      );
    }
    // A self-check interrupts a section without opening one.
    if (!isCheck) before = Math.max(node.depth, 1);
  }
  return findings;
}
