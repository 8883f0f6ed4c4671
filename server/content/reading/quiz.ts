/** Reads a quiz of one language: settings, an introduction, then a heading a question. */
import { error, type Finding } from '../finding.ts';
import { readAttributes } from '../markdown/attributes.ts';
import { blocksOf, type Block } from '../markdown/lex.ts';
import { beyondLimits } from '../markdown/limits.ts';
import type { QuestionDraft, QuizDraft } from './drafts.ts';
import { QuizFile } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import { readQuestion } from './questions.ts';
import type { Source } from './source.ts';

export function readQuiz(source: Source): { quiz: QuizDraft | null; findings: Finding[] } {
  const { value, at, bodyOffset, findings } = readFrontMatter(source, QuizFile);
  const beyond = beyondLimits(source, bodyOffset);
  if (beyond.length > 0) return { quiz: null, findings: [...findings, ...beyond] };
  const blocks = blocksOf(source.text, bodyOffset);
  const first = blocks.findIndex(({ node }) => node.type === 'heading');
  const read = readQuestions(source, blocks, first === -1 ? blocks.length : first);
  const all = [...findings, ...read.findings];
  if (first === -1)
    all.push(
      error(
        'question',
        source.at(bodyOffset),
        'El cuestionario no tiene preguntas.',
        'The quiz has no questions.',
      ),
    );
  if (!value) return { quiz: null, findings: all };
  const introEnd = first === -1 ? source.text.length : (blocks[first]?.offset ?? 0);
  const intro = source.text.slice(bodyOffset, introEnd).trim() || null;
  return {
    quiz: { source, bodyOffset, settings: value, intro, at, questions: read.questions, blocks },
    findings: all,
  };
}

function readQuestions(
  source: Source,
  blocks: readonly Block[],
  from: number,
): { questions: QuestionDraft[]; findings: Finding[] } {
  const questions: QuestionDraft[] = [];
  const findings: Finding[] = [];
  for (let index = from; index < blocks.length;) {
    const block = blocks[index];
    if (block?.node.type !== 'heading') break;
    const problem = headingProblem(source, block);
    if (problem) findings.push(problem);
    const read = readQuestion(source, blocks, index, false);
    findings.push(...read.findings);
    if (read.question && !problem) questions.push(read.question);
    index = read.next;
  }
  return { questions, findings };
}

function headingProblem(source: Source, { node, offset }: Block): Finding | null {
  if (node.type !== 'heading') return null;
  if (node.depth !== 3) {
    return error(
      'question',
      source.at(offset),
      'En un cuestionario cada pregunta es un título «###»; no hay otros títulos.',
      'In a quiz every question is a heading “###”; there are no other headings.',
    );
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(readAttributes(node.text).id ?? '')) {
    return error(
      'question',
      source.at(offset),
      'La pregunta necesita un identificador estable, igual en los dos idiomas: {#q-nombre}.',
      'The question needs a stable id, the same in both languages: {#q-name}.',
    );
  }
  return null;
}
