/** Reads the facilitator's guide of one language: front matter, then Markdown without questions and worksheets. */
import { error, type Finding } from '../finding.ts';
import { blocksOf, type Block } from '../markdown/lex.ts';
import { beyondLimits } from '../markdown/limits.ts';
import type { GuideDraft } from './drafts.ts';
import { GUIDE_NAME, GuideFile } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import { isSelfCheck } from './questions.ts';
import type { Source } from './source.ts';

export function readGuide(source: Source): { guide: GuideDraft | null; findings: Finding[] } {
  const { value, at, bodyOffset, findings } = readFrontMatter(source, GuideFile);
  const beyond = beyondLimits(source, bodyOffset);
  if (beyond.length > 0) return { guide: null, findings: [...findings, ...beyond] };
  const blocks = blocksOf(source.text, bodyOffset);
  const markdown = source.text.slice(bodyOffset).trim();
  const all = [...findings, ...blocks.flatMap((block) => foreignTo(source, block))];
  if (markdown === '' && value)
    all.push(error('schema', source.at(bodyOffset), 'La guía está vacía.', 'The guide is empty.'));
  if (!value || markdown === '') return { guide: null, findings: all };
  const { title, minutes } = value;
  return {
    guide: { name: GUIDE_NAME, source, bodyOffset, title, minutes, at, markdown, blocks },
    findings: all,
  };
}

function foreignTo(source: Source, { node, offset }: Block): Finding[] {
  const isWorksheet = node.type === 'paragraph' && node.raw.trimStart().startsWith('{{worksheet:');
  if (!isWorksheet && !isSelfCheck(node)) return [];
  return [
    error(
      'schema',
      source.at(offset),
      'Las preguntas y las hojas de trabajo están en las lecciones; la guía enlaza la lección: [texto](02-nombre.md).',
      'Questions and worksheets are in the lessons; the guide links the lesson: [text](02-name.md).',
    ),
  ];
}
