import { advice, type Finding } from '../finding.ts';
import { soleImage } from '../markdown/tokens.ts';
import type { LessonDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

export const captions: Rule = {
  name: 'captions',
  reason: {
    es: 'Una tabla o figura sin título no dice qué mirar en ella, ni tiene nombre para un lector de pantalla.',
    en: 'A table or figure without a caption does not say what to see in it, and has no name for a screen reader.',
  },
  check: ({ es, en }) => [...es.lessons, ...en.lessons].flatMap(checkLesson),
};

const checkLesson = ({ source, segments }: LessonDraft): Finding[] =>
  segments.flatMap((segment) =>
    segment.kind !== 'markdown'
      ? []
      : segment.blocks.flatMap(({ node, offset }, index) => {
          const before = segment.blocks[index - 1]?.node;
          const hasCaption = before?.type === 'paragraph' && /^(?:Tabla|Table):/.test(before.text);
          if (node.type === 'table' && !hasCaption) {
            return [
              advice(
                'captions',
                source.at(offset),
                'La tabla no tiene título: escriba encima un párrafo que empiece con «Tabla:».',
                'The table has no caption: write a paragraph above it that begins with “Table:”.',
              ),
            ];
          }
          return soleImage(node)?.title === null
            ? [
                advice(
                  'captions',
                  source.at(offset),
                  'La figura no tiene título: escríbalo entre comillas tras el nombre del archivo.',
                  'The figure has no caption: write it in quotation marks after the file name.',
                ),
              ]
            : [];
        }),
  );
