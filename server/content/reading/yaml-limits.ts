/**
 * What no YAML of ours needs and its parser should not be asked: a quarter megabyte of opening brackets ends the
 * whole process, beyond what can be caught (yaml 2.9.1, a regular expression as deep as the nesting).
 */
import { error, type Finding } from '../finding.ts';
import type { Source } from './source.ts';

const MOST_CHARACTERS = 96 * 1024;
const MOST_LINES = 5_000;
const MOST_LINE = 6_000;
const DEEPEST_INDENT = 60;
const MOST_MARKERS = 8;
const DEEPEST_BRACKETS = 40;

export function beyondYamlLimits(source: Source, from: number, to: number): Finding[] {
  const refuse = (offset: number, es: string, en: string): Finding[] => [
    error('size', source.at(offset), es, en),
  ];
  if (to - from > MOST_CHARACTERS) {
    return refuse(from, 'El YAML tiene más de 96 kB.', 'The YAML has more than 96 kB.');
  }
  let at = from;
  let open = 0;
  for (const [index, line] of source.text.slice(from, to).split('\n').entries()) {
    if (index >= MOST_LINES) {
      return refuse(
        at,
        `El YAML tiene más de ${MOST_LINES} líneas.`,
        `The YAML has more than ${MOST_LINES} lines.`,
      );
    }
    if (line.length > MOST_LINE) {
      return refuse(
        at,
        `La línea tiene más de ${MOST_LINE} caracteres.`,
        `The line has more than ${MOST_LINE} characters.`,
      );
    }
    const lead = /^[ \t]*(?:[-?:](?:[ \t]+|$))*/.exec(line)?.[0] ?? '';
    const markers = lead.replace(/[ \t]/g, '').length;
    // A value in plain words may hold a lone bracket; only many that stay open are nesting.
    for (const mark of line) {
      if (mark === '[' || mark === '{') open += 1;
      else if ((mark === ']' || mark === '}') && open > 0) open -= 1;
    }
    if (lead.length > DEEPEST_INDENT || markers > MOST_MARKERS || open > DEEPEST_BRACKETS) {
      return refuse(at, 'El YAML está anidado a demasiados niveles.', 'The YAML is nested too deep.');
    }
    at += line.length + 1;
  }
  return [];
}
