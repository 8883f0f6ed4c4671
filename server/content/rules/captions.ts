import { advice, type Finding } from '../finding.ts';
import type { Block } from '../markdown/lex.ts';
import { soleImage, type Node } from '../markdown/tokens.ts';
import { pagesOf, type GuideDraft, type LessonDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

export const captions: Rule = {
  name: 'captions',
  reason: {
    es: 'Una tabla o figura sin título no dice qué mirar en ella, ni tiene nombre para un lector de pantalla.',
    en: 'A table or figure without a caption does not say what to see in it, and has no name for a screen reader.',
  },
  check: ({ es, en }) => [...pagesOf(es), ...pagesOf(en)].flatMap(checkPage),
};

const isCaption = (node: Node): boolean => node.type === 'paragraph' && /^(?:Tabla|Table):/.test(node.text);

/** Runs of Markdown: the tables and images of a self-check belong to its question. */
const runsOf = (page: LessonDraft | GuideDraft): (readonly Block[])[] =>
  'segments' in page
    ? page.segments.flatMap((segment) => (segment.kind === 'markdown' ? [segment.blocks] : []))
    : [page.blocks];

const checkPage = (page: LessonDraft | GuideDraft): Finding[] =>
  runsOf(page).flatMap((run) =>
    run.flatMap(({ node, offset }, index) => {
      const before = run[index - 1]?.node;
      const hasCaption = before !== undefined && isCaption(before);
      if (isCaption(node) && run[index + 1]?.node.type !== 'table') {
        return [
          advice(
            'captions',
            page.source.at(offset),
            'Debajo de este título no hay ninguna tabla.',
            'There is no table right under this caption.',
          ),
        ];
      }
      if (node.type === 'table' && !hasCaption) {
        return [
          advice(
            'captions',
            page.source.at(offset),
            'La tabla no tiene título: escriba encima un párrafo que empiece con «Tabla:».',
            'The table has no caption: write a paragraph above it that begins with “Table:”.',
          ),
        ];
      }
      return soleImage(node)?.title === null
        ? [
            advice(
              'captions',
              page.source.at(offset),
              'La figura no tiene título: escríbalo entre comillas tras el nombre del archivo.',
              'The figure has no caption: write it in quotation marks after the file name.',
            ),
          ]
        : [];
    }),
  );
