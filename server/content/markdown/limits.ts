/**
 * What no lesson needs and a parser should not be asked: marked's time grows with the square of a single
 * paragraph and with the depth of nesting, so both are bounded before it sees the text.
 */
import { error, type Finding } from '../finding.ts';
import type { Source } from '../reading/source.ts';

const MOST_LINES = 5_000;
const MOST_LINE = 6_000;
const MOST_PARAGRAPH = 16_000;
const MOST_NESTING = 8;
/** Of each mark that may open something: no lesson has a tenth of it. */
const MOST_MARKS = 4_000;
/** Of the marks of emphasis in one paragraph or table: each may close any other, so time grows with the square. */
const MOST_EMPHASIS = 1_000;
const EMPHASIS = /[*_~]/g;
const MARKS = ['*', '_', '~', '[', '<', '`', '!', '$'];
const MARKERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const DEEPEST_INDENT = 24;

/** Findings that keep the text from being parsed at all. */
export function beyondLimits(source: Source, from: number): Finding[] {
  const { text } = source;
  for (const mark of MARKS) {
    const many = placeOfMark(text, mark, MOST_MARKS);
    if (many !== null) {
      return [
        error(
          'size',
          source.at(many),
          `Hay más de ${MOST_MARKS} signos «${mark}» en el archivo.`,
          `There are more than ${MOST_MARKS} marks “${mark}” in the file.`,
        ),
      ];
    }
  }
  let paragraph = 0;
  let emphasis = 0;
  let lines = 0;
  for (let at = from; at < text.length;) {
    lines += 1;
    if (lines > MOST_LINES) {
      return [
        error(
          'size',
          source.at(at),
          `El archivo tiene más de ${MOST_LINES} líneas.`,
          `The file has more than ${MOST_LINES} lines.`,
        ),
      ];
    }
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const length = end - at;
    if (length > MOST_LINE) {
      return [
        error(
          'size',
          source.at(at),
          `La línea tiene más de ${MOST_LINE} caracteres.`,
          `The line has more than ${MOST_LINE} characters.`,
        ),
      ];
    }
    const line = text.slice(at, end);
    const isBlank = line.trim() === '';
    paragraph = isBlank ? 0 : paragraph + length + 1;
    emphasis = isBlank ? 0 : emphasis + (line.match(EMPHASIS)?.length ?? 0);
    if (emphasis > MOST_EMPHASIS) {
      return [
        error(
          'size',
          source.at(at),
          `Hay más de ${MOST_EMPHASIS} signos «*», «_» o «~» sin una línea en blanco.`,
          `There are more than ${MOST_EMPHASIS} marks “*”, “_” or “~” without a blank line.`,
        ),
      ];
    }
    if (paragraph > MOST_PARAGRAPH) {
      return [
        error(
          'size',
          source.at(at),
          `Hay más de ${MOST_PARAGRAPH} caracteres sin una línea en blanco.`,
          `There are more than ${MOST_PARAGRAPH} characters without a blank line.`,
        ),
      ];
    }
    if (nesting(line) > MOST_NESTING) {
      return [
        error(
          'size',
          source.at(at),
          `Hay listas o citas anidadas a más de ${MOST_NESTING} niveles.`,
          `Lists or quotes are nested more than ${MOST_NESTING} levels deep.`,
        ),
      ];
    }
    at = end + 1;
  }
  return [];
}

/** Where a mark stands for the n-th time and once more; null when it does not. */
function placeOfMark(text: string, mark: string, most: number): number | null {
  let at = -1;
  for (let count = 0; count <= most; count += 1) {
    at = text.indexOf(mark, at + 1);
    if (at === -1) return null;
  }
  return at;
}

function nesting(line: string): number {
  const markers = MARKERS.exec(line)?.[0].match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  const indent = /^[ \t>]*/.exec(line)?.[0].replace(/\t/g, '    ').length ?? 0;
  return markers + (indent > DEEPEST_INDENT ? MOST_NESTING : 0);
}
