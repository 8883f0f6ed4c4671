/**
 * Reads questions in Moodle's GIFT format (docs.moodle.org, "GIFT format") as questions of a module. What has no
 * place here is listed with its line; nothing is dropped in silence.
 */
import TurndownService from 'turndown';
import { QuestionSchema, type InBoth, type Question } from '../../content/module.ts';
import { blocksOf, splitAt, unescape, type GiftBlock } from './blocks.ts';
import { readAnswers } from './answers.ts';

export interface GiftLoss {
  line: number;
  message: InBoth<string>;
}

export interface GiftReading {
  questions: Question[];
  losses: GiftLoss[];
}

/** No bank of a course comes near it. */
const MOST_QUESTIONS = 500;

/**
 * @param objective that the questions get; a writer changes it afterwards
 * @param taken ids that are not free any more
 */
export function readGift(text: string, objective: string, taken: ReadonlySet<string>): GiftReading {
  const questions: Question[] = [];
  const losses: GiftLoss[] = [];
  const used = new Set(taken);
  const blocks = blocksOf(text);
  for (const block of blocks.slice(0, MOST_QUESTIONS)) {
    const lose = (es: string, en: string) => losses.push({ line: block.line, message: { es, en } });
    if (/^\$\w+:/.test(block.text)) {
      lose('La categoría.', 'The category.');
      continue;
    }
    const question = questionOf(block, objective, used, lose);
    if (question) questions.push(question);
  }
  if (blocks.length > MOST_QUESTIONS)
    losses.push({
      line: blocks[MOST_QUESTIONS]?.line ?? 1,
      message: {
        es: `Desde aquí no se leyó: hay más de ${String(MOST_QUESTIONS)} preguntas.`,
        en: `It was not read from here on: there are more than ${String(MOST_QUESTIONS)} questions.`,
      },
    });
  return { questions, losses };
}

function questionOf(
  { text }: GiftBlock,
  objective: string,
  used: Set<string>,
  lose: (es: string, en: string) => void,
): Question | null {
  const [, title = '', rest = ''] = /^(?:::((?:\\.|[^\\:]|:(?!:))*)::)?([^]*)$/.exec(text) ?? [];
  const open = splitAt(rest, '{');
  const close = open.length < 2 ? [] : splitAt(open.slice(1).join('{'), '}');
  const [before = ''] = open;
  const [answers, after = ''] = close;
  if (answers === undefined || close.length < 2) {
    lose('Un texto sin respuestas.', 'A text without answers.');
    return null;
  }
  const { prompt, general } = promptOf(before, after, answers);
  if (after.trim() !== '')
    lose('El hueco dentro de la frase quedó como «…».', 'The gap inside the sentence became “…”.');
  const read = readAnswers(general.answers, lose);
  if (!read) return null;
  const both = (one: string): InBoth<string> => ({ es: one, en: one });
  // What does not fit a question here, such as thirty options, is told and left.
  const question = QuestionSchema.safeParse({
    id: freeId(unescape(title), used),
    points: 1,
    objective,
    prompt: both(prompt === '' ? '…' : prompt),
    hint: null,
    explanation: general.feedback === '' ? null : both(general.feedback),
    ...read,
  });
  if (question.success) return question.data;
  lose('Una pregunta que no cabe en el formato.', 'A question that does not fit the format.');
  return null;
}

function promptOf(before: string, after: string, answers: string) {
  const [, format = '', words = ''] = /^\s*(?:\[(html|moodle|plain|markdown)\])?([^]*)$/.exec(before) ?? [];
  const sentence = after.trim() === '' ? words : `${words.trimEnd()} … ${after.trimStart()}`;
  const [own = '', ...feedback] = splitAt(answers, '####');
  const toText = (text: string) =>
    format === 'html' || format === '' ? fromHtml(unescape(text)) : unescape(text);
  return {
    // Only an empty line begins a paragraph.
    prompt: toText(sentence)
      .trim()
      .replace(/(?<!\n)\n(?!\n)/g, ' '),
    general: { answers: own, feedback: toText(feedback.join('####')).trim() },
  };
}

const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-' });
/** Moodle's texts are HTML unless they say otherwise; what has no tag stays as it is. */
const fromHtml = (text: string): string => (/<[a-z][^>]*>/i.test(text) ? turndown.turndown(text) : text);

function freeId(title: string, used: Set<string>): string {
  const words = title
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/^q-/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const stem = `q-${words === '' ? 'gift' : words}`;
  let id = stem;
  for (let number = 2; used.has(id); number += 1) id = `${stem}-${String(number)}`;
  used.add(id);
  return id;
}
