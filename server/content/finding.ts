/** What a reader or a rule has to say about a file, with the place where a writer mends it. */
import type { InBoth } from './module.ts';

export type Severity = 'error' | 'advice';

/** Lines and columns count from 1; files are named from the content folder. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export interface Finding extends Place {
  rule: string;
  /** An error keeps the module from being published; advice does not. */
  severity: Severity;
  message: InBoth<string>;
}

export const error = (rule: string, at: Place, es: string, en: string): Finding => ({
  file: at.file,
  line: at.line,
  column: at.column,
  rule,
  severity: 'error',
  message: { es, en },
});

export const advice = (rule: string, at: Place, es: string, en: string): Finding => ({
  ...error(rule, at, es, en),
  severity: 'advice',
});

export const hasError = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');

/** The order in which a writer walks through the files; the same on every machine. */
export function inFileOrder(findings: readonly Finding[]): Finding[] {
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return findings.toSorted(
    (a, b) =>
      byName(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      byName(a.rule, b.rule) ||
      byName(a.message.en, b.message.en),
  );
}
