/** Reads one question: a heading with a stable id and the blocks under it. */
import { error, type Finding } from '../finding.ts';
import { readAttributes } from '../markdown/attributes.ts';
import type { Block } from '../markdown/lex.ts';
import type { HeadingNode, Node } from '../markdown/tokens.ts';
import { isAnswer, readAnswer } from './answers.ts';
import type { AnswerDraft, QuestionDraft } from './drafts.ts';
import type { Source } from './source.ts';

const EXPLANATION = /^\*\*(?:Explicación|Explanation)[.:]?\*\*[.:]?\s*/;
const TYPES = ['multiple', 'order', 'match', 'text'];

export interface QuestionRead {
  question: QuestionDraft | null;
  /** Index of the first block that does not belong to it. */
  next: number;
  findings: Finding[];
}

/**
 * @param from index of the question's heading
 * @param inLesson a self-check ends with its explanation's paragraph, a quiz question with the next heading
 */
export function readQuestion(
  source: Source,
  blocks: readonly Block[],
  from: number,
  inLesson: boolean,
): QuestionRead {
  const heading = blocks[from];
  if (heading?.node.type !== 'heading') throw new RangeError('a question begins with a heading');
  const at = source.at(heading.offset);
  const attributes = readAttributes(heading.node.text);
  const findings = attributeFindings(attributes.values, at);
  const type = attributes.values.get('type') ?? null;

  const details: string[] = [];
  const explanation: string[] = [];
  let hint: string | null = null;
  let answer: AnswerDraft | null = null;
  let explained = false;
  let next = from + 1;
  for (; next < blocks.length; next += 1) {
    const block = blocks[next];
    if (!block || endsQuestion(block.node, inLesson, explained)) break;
    const { node } = block;
    if (node.type === 'paragraph' && !explained && EXPLANATION.test(node.raw)) {
      explained = true;
      explanation.push(node.raw.replace(EXPLANATION, '').trim());
    } else if (explained) {
      explanation.push(node.raw.trim());
    } else if (!answer && isAnswer(node, type)) {
      const read = readAnswer(source, block, type);
      answer = read.answer;
      findings.push(...read.findings);
      if (!answer) return { question: null, next: skip(blocks, next + 1, inLesson), findings };
    } else if (!answer && node.type === 'blockquote' && hint === null && !node.text.startsWith('[!')) {
      hint = node.text.trim();
    } else if (!answer) {
      details.push(node.raw.trim());
    } else if (inLesson) {
      break;
    } else {
      findings.push(
        error(
          'question',
          source.at(block.offset),
          'Este texto queda suelto tras las respuestas. Si es la explicación, empiece con «**Explicación.**».',
          'This text hangs loose after the answers. If it is the explanation, begin it with “**Explanation.**”.',
        ),
      );
    }
  }
  if (!answer) {
    findings.push(
      error(
        'question',
        at,
        'La pregunta no tiene respuestas: opciones «- [ ]», una lista, una tabla o una línea «= …».',
        'The question has no answers: options “- [ ]”, a list, a table or a line “= …”.',
      ),
    );
    return { question: null, next, findings };
  }
  const question: QuestionDraft = {
    id: attributes.id ?? '',
    at,
    points: Number(attributes.values.get('points') ?? 1),
    objective: attributes.values.get('objective') ?? null,
    prompt: [attributes.words, ...details].join('\n\n'),
    hint,
    explanation: explanation.join('\n\n') || null,
    answer,
  };
  return { question, next, findings };
}

const isHeading = (node: Node, deepest: number): node is HeadingNode =>
  node.type === 'heading' && node.depth <= deepest;

function endsQuestion(node: Node, inLesson: boolean, explained: boolean): boolean {
  return isHeading(node, 3) || (inLesson && explained);
}

/** After a broken answer the rest of the question is passed over, so that one mistake is told once. */
function skip(blocks: readonly Block[], from: number, inLesson: boolean): number {
  let next = from;
  for (let block = blocks[next]; block && !isHeading(block.node, 3); block = blocks[next]) {
    next += 1;
    if (inLesson && block.node.type === 'paragraph' && EXPLANATION.test(block.node.raw)) break;
  }
  return next;
}

function attributeFindings(values: Map<string, string>, at: ReturnType<Source['at']>): Finding[] {
  const findings: Finding[] = [];
  for (const [key, value] of values) {
    const fits =
      (key === 'points' && Number(value) > 0 && Number(value) <= 100) ||
      (key === 'objective' && value !== '') ||
      (key === 'type' && TYPES.includes(value));
    if (!fits) {
      findings.push(
        error(
          'question',
          at,
          `No se entiende «${key}=${value}». Se conocen points, objective y type (${TYPES.join(', ')}).`,
          `“${key}=${value}” is not understood. Known are points, objective and type (${TYPES.join(', ')}).`,
        ),
      );
    }
  }
  return findings;
}

/** Whether a heading of a lesson opens a self-check. */
export function isSelfCheck(node: Node): boolean {
  return (
    node.type === 'heading' &&
    node.depth === 3 &&
    (readAttributes(node.text).id?.startsWith('check-') ?? false)
  );
}
