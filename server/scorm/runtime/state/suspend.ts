/**
 * The state as `cmi.suspend_data`: ASCII, positional, versioned.
 *
 *     1|s|lUc7x|Uc7xQp2a|checks|best|attempt|cells
 *
 * language, place, lessons done, answers to self-checks, best score, the last attempt, worksheet cells
 * (written-cells.ts). Parts of lists end with `;`. What a newer revision no longer has is dropped; an unknown
 * version is no state at all.
 */
import { cleanResponse, type Response } from '../../../assessment/scoring/index.ts';
import type { CourseData, CourseQuestion } from '../../course.ts';
import { fromAscii, toAscii } from './ascii.ts';
import { cellsOf } from './cells.ts';
import { CODE_LENGTH, makeCodes, type Codes } from './codes.ts';
import { readCells, writeCells } from './written-cells.ts';
import { emptyState, type Attempt, type CourseState, type Place } from './state.ts';

const VERSION = '1';
const LANGUAGES = { es: 's', en: 'n' } as const;
const PLACES = { contents: 'c', quiz: 'q', glossary: 'g' } as const;
const SCORE_DIGITS = 1e9;

export interface Suspended {
  text: string;
  /** How many worksheet cells found no room. */
  left: number;
}

export interface SuspendFormat {
  write(state: CourseState, room: number): Suspended;
  /** The state, or null when there is none that this version understands. */
  read(text: string): CourseState | null;
}

export function suspendFormat(course: CourseData): SuspendFormat {
  const questions = new Map(
    [...course.checks, ...(course.quiz?.questions ?? [])].map((question) => [question.id, question]),
  );
  const cells = cellsOf(course.worksheets);
  const codes = makeCodes([...course.lessons, ...questions.keys(), ...cells]);
  return {
    write: (state, room) => write(state, room, codes, questions),
    read: (text) => read(text, codes, { lessons: course.lessons, questions, cells: new Set(cells) }),
  };
}

function write(
  state: CourseState,
  room: number,
  codes: Codes,
  questions: ReadonlyMap<string, CourseQuestion>,
): Suspended {
  const answers = (responses: Readonly<Record<string, Response>>) =>
    Object.entries(responses)
      .map(([id, response]) => `${codes.code(id)}${writeResponse(questions.get(id), response)};`)
      .join('');
  const head = [
    VERSION,
    state.language === null ? '' : LANGUAGES[state.language],
    writePlace(state.place, codes),
    [...state.done].map((id) => codes.code(id)).join(''),
    answers(state.checks),
    state.best === null ? '' : Math.round(state.best * SCORE_DIGITS).toString(36),
    state.attempt ? writeAttempt(state.attempt, codes, answers) : '',
    '',
  ].join('|');
  const { text, left } = writeCells(state.cells, room - head.length, codes);
  return { text: head + text, left };
}

function writeAttempt(
  attempt: Attempt,
  codes: Codes,
  answers: (responses: Record<string, Response>) => string,
): string {
  const numbers = [
    attempt.number,
    attempt.seed,
    attempt.submittedAt === null ? '' : Math.round(attempt.submittedAt / 1000),
  ];
  const head = numbers.map((number) => (number === '' ? '' : number.toString(36))).join(':');
  return `${head}:${attempt.questions.map((id) => codes.code(id)).join('')}:${answers(attempt.responses)}`;
}

function writePlace(place: Place, codes: Codes): string {
  return place.startsWith('lesson/')
    ? `l${codes.code(place.slice('lesson/'.length))}`
    : PLACES[place as keyof typeof PLACES];
}

function writeResponse(question: CourseQuestion | undefined, response: Response): string {
  if (typeof response === 'string') return question && 'options' in question ? response : toAscii(response);
  if (Array.isArray(response)) return response.join('');
  return Object.entries(response)
    .map(([item, target]) => item + target)
    .join('');
}

interface Known {
  lessons: readonly string[];
  questions: ReadonlyMap<string, CourseQuestion>;
  cells: ReadonlySet<string>;
}

function read(text: string, codes: Codes, { lessons, questions, cells }: Known): CourseState | null {
  const [version, language, place = '', done = '', checks = '', best = '', attempt = '', written = ''] =
    text.split('|');
  if (version !== VERSION) return null;
  const state = emptyState();
  if (language === 's' || language === 'n') state.language = language === 's' ? 'es' : 'en';
  const lesson = codes.id(place.slice(1));
  if (place.startsWith('l') && lesson !== null && lessons.includes(lesson)) state.place = `lesson/${lesson}`;
  if (place === 'q') state.place = 'quiz';
  if (place === 'g') state.place = 'glossary';
  state.done = new Set(idsIn(done, codes).filter((id) => lessons.includes(id)));
  state.checks = readAnswers(checks, codes, questions);
  const score = parseInt(best, 36) / SCORE_DIGITS;
  if (score >= 0 && score <= 1) state.best = score;
  state.attempt = readAttempt(attempt, codes, questions);
  state.cells = readCells(written, codes, cells);
  return state;
}

function idsIn(text: string, codes: Codes): string[] {
  return (text.match(/.{4}/g) ?? []).map((code) => codes.id(code)).filter((id) => id !== null);
}

function readAttempt(
  text: string,
  codes: Codes,
  questions: ReadonlyMap<string, CourseQuestion>,
): Attempt | null {
  const [number = '', seed = '', submitted = '', drawn = '', answers = ''] = text.split(':');
  const ids = idsIn(drawn, codes).filter((id) => questions.has(id));
  if (ids.length === 0) return null;
  return {
    number: parseInt(number, 36) || 1,
    seed: parseInt(seed, 36) || 1,
    questions: ids,
    responses: readAnswers(answers, codes, questions),
    submittedAt: submitted === '' ? null : parseInt(submitted, 36) * 1000,
  };
}

function readAnswers(
  text: string,
  codes: Codes,
  questions: ReadonlyMap<string, CourseQuestion>,
): Record<string, Response> {
  const answers: Record<string, Response> = {};
  for (const part of text.split(';')) {
    const question = questions.get(codes.id(part.slice(0, CODE_LENGTH)) ?? '');
    if (!question) continue;
    const response = cleanResponse(question, readResponse(question, part.slice(CODE_LENGTH)));
    if (response !== null) answers[question.id] = response;
  }
  return answers;
}

function readResponse(question: CourseQuestion, text: string): unknown {
  switch (question.kind) {
    case 'multiple':
    case 'order':
      return text.split('');
    case 'match':
      return Object.fromEntries(
        (text.match(/[a-z]\d+/g) ?? []).map((pair) => [pair.charAt(0), pair.slice(1)]),
      );
    case 'single':
    case 'true-false':
      return text;
    case 'numeric':
    case 'text':
      return fromAscii(text);
  }
}
