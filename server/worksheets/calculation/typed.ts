/** What a person typed into a cell, as a value. The same rules in the browser, which tells at once, and on the server. */
import { parseNumber } from '../../assessment/scoring/index.ts';
import { readQuarter } from './quarters.ts';

export const cellTypes = [
  'text',
  'long-text',
  'number',
  'percent',
  'choice',
  'date',
  'year',
  'quarter',
] as const;
export type CellType = (typeof cellTypes)[number];

/** Why a cell cannot be kept. */
export const problems = ['number', 'large', 'long', 'date', 'year', 'quarter', 'choice'] as const;
export type Problem = (typeof problems)[number];
export type Reading = { value: number | string | null } | { problem: Problem };

/** In characters. SCORM's suspend data and a printed page ask for no more. */
export const LONGEST_TEXT = 500;
export const LONGEST_LONG_TEXT = 4_000;
/** Fifteen digits are exact in JavaScript, in MongoDB and in a spreadsheet. */
const LARGEST = 1e12;
const DECIMALS = 6;

export const isNumeric = (type: string): boolean => type === 'number' || type === 'percent';

/**
 * @param choices ids that a `choice` may have
 * @returns the value to keep, null for an empty cell; or why it is none
 */
export function readTyped(type: CellType, typed: string, choices: readonly string[] = []): Reading {
  const text = cleaned(typed, type === 'long-text');
  if (text === '') return { value: null };
  switch (type) {
    case 'number':
    case 'percent':
      return readNumber(text);
    case 'choice':
      return choices.includes(text) ? { value: text } : { problem: 'choice' };
    case 'date':
      return isDate(text) ? { value: text } : { problem: 'date' };
    case 'year':
      return /^(19|20|21)\d{2}$/.test(text) ? { value: text } : { problem: 'year' };
    case 'quarter': {
      const quarter = readQuarter(text);
      return quarter === null ? { problem: 'quarter' } : { value: quarter };
    }
    case 'text':
      return text.length <= LONGEST_TEXT ? { value: text } : { problem: 'long' };
    case 'long-text':
      return text.length <= LONGEST_LONG_TEXT ? { value: text } : { problem: 'long' };
  }
}

function readNumber(text: string): Reading {
  const number = parseNumber(text);
  if (number === null) return { problem: 'number' };
  if (Math.abs(number) >= LARGEST) return { problem: 'large' };
  return { value: Number(number.toFixed(DECIMALS)) };
}

/** Without control characters; a single line keeps no line ends. */
function cleaned(typed: string, manyLines: boolean): string {
  const text = typed.normalize('NFC').replace(/\r\n?/g, '\n');
  return (manyLines ? text.replace(/[^\P{Cc}\n\t]/gu, '') : text.replace(/\p{Cc}+/gu, ' ')).trim();
}

function isDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
