/** Reads a lesson of one language: Markdown, interrupted by self-checks and worksheets. */
import { error, type Finding } from '../finding.ts';
import { blocksOf, type Block } from '../markdown/lex.ts';
import { beyondLimits } from '../markdown/limits.ts';
import type { Node } from '../markdown/tokens.ts';
import type { LessonDraft, SegmentDraft } from './drafts.ts';
import { LESSON_NAME, LessonFile } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import { isSelfCheck, readQuestion } from './questions.ts';
import type { Source } from './source.ts';

const WORKSHEET = /^\{\{worksheet:([a-z0-9-]+)\}\}$/;

export function readLesson(
  name: string,
  source: Source,
): { lesson: LessonDraft | null; findings: Finding[] } {
  const id = LESSON_NAME.exec(name)?.[2] ?? '';
  const { value, at, bodyOffset, findings } = readFrontMatter(source, LessonFile);
  const beyond = beyondLimits(source, bodyOffset);
  if (beyond.length > 0) return { lesson: null, findings: [...findings, ...beyond] };
  const blocks = blocksOf(source.text, bodyOffset);
  const read = readSegments(source, blocks);
  const all = [...findings, ...read.findings];
  if (read.segments.length === 0 && value) {
    all.push(error('schema', source.at(bodyOffset), 'La lección está vacía.', 'The lesson is empty.'));
  }
  if (!value) return { lesson: null, findings: all };
  const { title, minutes, objectives } = value;
  return {
    lesson: { name, id, source, bodyOffset, title, minutes, objectives, at, segments: read.segments, blocks },
    findings: all,
  };
}

function readSegments(
  source: Source,
  blocks: readonly Block[],
): { segments: SegmentDraft[]; findings: Finding[] } {
  const segments: SegmentDraft[] = [];
  const findings: Finding[] = [];
  let run: Block[] = [];
  const closeRun = () => {
    const [first] = run;
    const last = run.at(-1);
    if (first && last) {
      const markdown = source.text.slice(first.offset, last.offset + last.node.raw.length).trim();
      segments.push({ kind: 'markdown', markdown, at: source.at(first.offset), blocks: run });
    }
    run = [];
  };
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index];
    if (!block) break;
    const at = source.at(block.offset);
    const worksheet = worksheetId(block.node);
    if (worksheet !== null) {
      closeRun();
      segments.push({ kind: 'worksheet', id: worksheet, at });
      index += 1;
    } else if (isSelfCheck(block.node)) {
      closeRun();
      const read = readQuestion(source, blocks, index, true);
      findings.push(...read.findings);
      if (read.question) segments.push({ kind: 'check', question: read.question, at });
      index = read.next;
    } else {
      run.push(block);
      index += 1;
    }
  }
  closeRun();
  return { segments, findings };
}

/** The worksheet that a block of a lesson stands for, or null. */
export const worksheetId = (node: Node): string | null =>
  node.type === 'paragraph' ? (WORKSHEET.exec(node.raw.trim())?.[1] ?? null) : null;
