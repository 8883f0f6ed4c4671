/** The block that holds a question's answers: options, an ordered list, a table, or a line `= …`. */
import { error, type Finding } from '../finding.ts';
import type { Block } from '../markdown/lex.ts';
import { nodes, type ListNode, type Node, type TableNode } from '../markdown/tokens.ts';
import type { AnswerDraft, OptionDraft } from './drafts.ts';
import { locate } from './locate.ts';
import type { Source } from './source.ts';

export interface AnswerRead {
  answer: AnswerDraft | null;
  findings: Finding[];
}

const LINE = /^= ?(?=\S)/;
const NUMBER = /^([-−+]?\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?:\.\d+)?|[-−+]?\d+(?:\.\d+)?)(?![\d.,])/;
const TOLERANCE = /\s*(?:±|\+-|\+\/-)\s*(\d+(?:\.\d+)?)\s*(%)?\s*$/;
const TRUTH = [
  ['verdadero', 'falso'],
  ['true', 'false'],
];

export function isAnswer(node: Node, type: string | null): boolean {
  if (type === 'order') return node.type === 'list' && node.ordered;
  if (type === 'match') return node.type === 'table';
  if (node.type === 'paragraph') return LINE.test(node.raw);
  return node.type === 'list' && !node.ordered && node.items.some((item) => item.task);
}

export function readAnswer(source: Source, block: Block, type: string | null): AnswerRead {
  const { node } = block;
  if (node.type === 'list')
    return type === 'order' ? readOrder(node) : readOptions(source, block, node, type);
  if (node.type === 'table') return readMatch(source, block, node);
  return readLine(source, block, type);
}

function readOptions(source: Source, block: Block, list: ListNode, type: string | null): AnswerRead {
  const findings: Finding[] = [];
  let from = block.offset;
  const options = list.items.map((item): OptionDraft => {
    from = locate(source, item.raw, from);
    const at = source.at(from);
    from += 1;
    if (!item.task) {
      findings.push(
        error(
          'question',
          at,
          'Esta opción no empieza con «- [ ]» ni «- [x]».',
          'This option does not begin with “- [ ]” or “- [x]”.',
        ),
      );
    }
    return { right: item.checked === true, ...textAndFeedback(nodes(item.tokens)), at };
  });
  const words = options.map(({ text }) => text.toLowerCase().replace(/\.$/, ''));
  const trueFalse = TRUTH.some((pair) => words.length === 2 && pair.every((word) => words.includes(word)));
  const multiple = type === 'multiple' || options.filter(({ right }) => right).length > 1;
  return { answer: { kind: 'choice', options, multiple, trueFalse }, findings };
}

function textAndFeedback(children: readonly Node[]): { text: string; feedback: string | null } {
  const own = children.filter(({ type }) => type !== 'blockquote' && type !== 'checkbox');
  const quotes = children.flatMap((node) => (node.type === 'blockquote' ? [node.text.trim()] : []));
  const text = own
    .map(({ raw }) => raw)
    .join('')
    .replace(/^\[[ xX]\]\s+/, '')
    .trim();
  return { text, feedback: quotes.join('\n\n') || null };
}

function readOrder(list: ListNode): AnswerRead {
  const items = list.items.map((item) => textAndFeedback(nodes(item.tokens)).text);
  return { answer: { kind: 'order', items }, findings: [] };
}

function readMatch(source: Source, block: Block, table: TableNode): AnswerRead {
  if (table.header.length !== 2) {
    const finding = error(
      'question',
      source.at(block.offset),
      'Una pregunta de relacionar tiene una tabla de dos columnas.',
      'A matching question has a table of two columns.',
    );
    return { answer: null, findings: [finding] };
  }
  const rows = table.rows.map(([left, right]) => ({
    left: left?.text.trim() ?? '',
    right: right?.text.trim() ?? '',
  }));
  const empty = rows.findIndex(({ right }) => right === '');
  if (empty !== -1) {
    const finding = error(
      'question',
      source.at(block.offset),
      `A la fila ${empty + 1} le falta la segunda celda.`,
      `Row ${empty + 1} lacks its second cell.`,
    );
    return { answer: null, findings: [finding] };
  }
  return { answer: { kind: 'match', rows }, findings: [] };
}

function readLine(source: Source, block: Block, type: string | null): AnswerRead {
  const line = block.node.raw.trim().replace(LINE, '');
  const number = type === 'text' ? null : NUMBER.exec(line);
  if (line.includes('\n')) {
    const finding = error(
      'question',
      source.at(block.offset),
      'La respuesta «= …» ocupa una sola línea; deje después una línea en blanco.',
      'The answer “= …” takes a single line; leave a blank line after it.',
    );
    return { answer: null, findings: [finding] };
  }
  if (!number || line.includes('|')) {
    const accepted = line
      .split('|')
      .map((text) => text.replace(/\\$/, '').trim())
      .filter((text) => text !== '');
    return { answer: { kind: 'text', accepted }, findings: [] };
  }
  const value = readPlainNumber(number[0]);
  const rest = line.slice(number[0].length);
  const tolerance = TOLERANCE.exec(rest);
  const unit = rest.slice(0, tolerance?.index ?? rest.length).trim();
  const distance = Number(tolerance?.[1] ?? 0);
  // A tolerance in per cent is relative, even where the value itself is a percentage.
  const accepted = tolerance?.[2] === '%' ? Math.abs(value) * (distance / 100) : distance;
  return { answer: { kind: 'numeric', value, unit: unit || null, tolerance: accepted }, findings: [] };
}

const readPlainNumber = (text: string): number =>
  Number(text.replace('−', '-').replace(/[ \u00a0\u202f,]/g, ''));
