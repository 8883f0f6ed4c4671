/** What stands between the braces of a GIFT question. */
import type { InBoth, Question } from '../../content/module.ts';
import { splitAt, unescape } from './blocks.ts';

type Lose = (es: string, en: string) => void;
type OwnPart<Q> = Q extends Question
  ? Omit<Q, 'id' | 'points' | 'objective' | 'prompt' | 'hint' | 'explanation'>
  : never;
export type Answers = OwnPart<Question>;

interface Answer {
  isRight: boolean;
  /** Per cent, where one is given. */
  weight: number | null;
  text: string;
  feedback: string;
}

/** @returns null for what cannot be a question here, after it was told */
export function readAnswers(text: string, lose: Lose): Answers | null {
  const trimmed = text.trim();
  if (trimmed === '') {
    lose('Una pregunta de respuesta libre.', 'A question answered in free text.');
    return null;
  }
  if (trimmed.startsWith('#')) return numeric(trimmed.slice(1), lose);
  const truth = /^(T|TRUE|F|FALSE)(?:#([^]*))?$/i.exec(trimmed);
  if (truth) return trueFalse((truth[1] ?? '').toUpperCase().startsWith('T'), truth[2] ?? '');
  const answers = answersOf(trimmed);
  if (answers.length === 0) {
    lose('Respuestas que no se entienden.', 'Answers that cannot be understood.');
    return null;
  }
  const pairs = answers.map(({ text: pair }) => splitAt(pair, '->'));
  if (pairs.every((parts) => parts.length === 2)) return match(pairs, lose);
  return answers.every(({ isRight }) => isRight) ? shortText(answers, lose) : choice(answers, lose);
}

/** Options are named in the order of the file. */
const letter = (index: number): string => String.fromCharCode(97 + index);

const both = (text: string): InBoth<string> => {
  const clean = unescape(text).trim();
  return { es: clean, en: clean };
};

/** Answers begin with `=` or `~`; `#` begins what is said to whoever chose them. */
function answersOf(text: string): Answer[] {
  const found = [...text.matchAll(/([=~])((?:\\[^]|[^\\=~])*)/g)];
  return found.map(([, mark, rest = '']) => {
    const [, percent, own = ''] = /^\s*(?:%(-?[\d.]+)%)?([^]*)$/.exec(rest) ?? [];
    const [answer = '', ...feedback] = splitAt(own, '#');
    const weight = percent === undefined ? null : Number(percent);
    return {
      isRight: mark === '=' || (weight !== null && weight > 0),
      weight,
      text: answer,
      feedback: feedback.join('#'),
    };
  });
}

function choice(answers: readonly Answer[], lose: Lose): Answers | null {
  if (answers.length < 2) {
    lose('Una sola opción.', 'A single option.');
    return null;
  }
  const rights = answers.filter(({ isRight }) => isRight).length;
  const weights = new Set(answers.filter(({ isRight }) => isRight).map(({ weight }) => weight ?? 100));
  if (weights.size > 1) lose('El peso de cada opción.', 'The weight of each option.');
  if (rights === 0) lose('No hay ninguna respuesta correcta.', 'There is no right answer.');
  return {
    kind: rights > 1 ? 'multiple' : 'single',
    options: answers.map(({ isRight, text, feedback }, index) => ({
      id: letter(index),
      right: isRight,
      text: both(text),
      feedback: feedback.trim() === '' ? null : both(feedback),
    })),
  };
}

function trueFalse(isTrue: boolean, feedback: string): Answers {
  // Moodle: what is said to a wrong answer comes first.
  const [wrong = '', right = ''] = splitAt(feedback, '#');
  const option = (id: string, es: string, en: string, isRight: boolean) => {
    const said = isRight ? right : wrong;
    return { id, right: isRight, text: { es, en }, feedback: said.trim() === '' ? null : both(said) };
  };
  return {
    kind: 'true-false',
    options: [option('a', 'Verdadero', 'True', isTrue), option('b', 'Falso', 'False', !isTrue)],
  };
}

function numeric(text: string, lose: Lose): Answers | null {
  const several = text.trim().startsWith('=') ? answersOf(text.trim()) : null;
  if (several && several.length > 1)
    lose('Solo se conserva la primera respuesta.', 'Only the first answer is kept.');
  const [answer = '', feedback = ''] = splitAt(several?.[0]?.text ?? text, '#');
  if (feedback.trim() !== '' || (several?.[0]?.feedback ?? '') !== '')
    lose('El comentario de la respuesta.', 'The feedback of the answer.');
  const clean = unescape(answer).trim();
  const range = /^(-?[\d.]+)\s*\.\.\s*(-?[\d.]+)$/.exec(clean);
  const around = /^(-?[\d.]+)(?:\s*:\s*([\d.]+))?$/.exec(clean);
  const [value, tolerance] = range
    ? [(Number(range[1]) + Number(range[2])) / 2, Math.abs(Number(range[2]) - Number(range[1])) / 2]
    : [Number(around?.[1] ?? NaN), Number(around?.[2] ?? 0)];
  if (Number.isFinite(value) && Number.isFinite(tolerance))
    return { kind: 'numeric', value, tolerance, unit: null };
  lose('Un número que no se entiende.', 'A number that cannot be understood.');
  return null;
}

function shortText(answers: readonly Answer[], lose: Lose): Answers {
  if (answers.some(({ weight }) => weight !== null && weight !== 100))
    lose('Las respuestas que valen una parte cuentan enteras.', 'Answers that count in part count whole.');
  if (answers.some(({ feedback }) => feedback.trim() !== ''))
    lose('Los comentarios de las respuestas.', 'The feedback of the answers.');
  const accepted = answers.map(({ text }) => unescape(text).trim()).filter((text) => text !== '');
  return { kind: 'text', accepted: { es: accepted, en: accepted } };
}

function match(pairs: readonly string[][], lose: Lose): Answers {
  const targets = [...new Set(pairs.map(([, target = '']) => unescape(target).trim()))];
  const items = pairs.filter(([item = '']) => item.trim() !== '');
  if (items.length < 2) lose('Menos de dos pares.', 'Fewer than two pairs.');
  return {
    kind: 'match',
    items: items.map(([item = '', target = ''], index) => ({
      id: letter(index),
      text: both(item),
      answer: String(targets.indexOf(unescape(target).trim()) + 1),
    })),
    targets: targets.map((target, index) => ({ id: String(index + 1), text: { es: target, en: target } })),
  };
}
