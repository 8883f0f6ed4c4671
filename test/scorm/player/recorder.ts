/** What the calls of a session must be, beyond what scorm-again enforces (shared notes on the standard, section 5). */
import { expect } from '@jest/globals';
import type { ApiName } from '../../../server/scorm/runtime/lms/api.ts';
import type { Call, Play } from './lms.ts';

const SETTERS = ['LMSSetValue', 'SetValue'];
const STARTS = ['LMSInitialize', 'Initialize'];
const COMMITS = ['LMSCommit', 'Commit'];
const ENDS = ['LMSFinish', 'Terminate'];

/** The last value that the course wrote into each element. */
export function written(calls: readonly Call[]): Map<string, string> {
  return new Map(
    calls
      .filter(({ method }) => SETTERS.includes(method))
      .map(({ values: [name = '', value = ''] }) => [name, value]),
  );
}

/**
 * The session's calls, all of them accepted and in the standard's own form.
 * @param closed whether the window was closed: browsers refuse the request of a commit then, and the session's end,
 * which scorm-again sends as a beacon, stores everything
 */
export async function expectCleanCalls(play: Play, { closed = false } = {}): Promise<Call[]> {
  const calls = await play.calls();
  const refused = calls.filter(
    ({ method, error }, index) =>
      error !== '0' &&
      !(method === 'GetValue' && error === '403') &&
      !(closed && COMMITS.includes(method) && ENDS.includes(calls[index + 1]?.method ?? '')),
  );
  expect(refused).toEqual([]);
  const methods = calls.map(({ method }) => method);
  expect(methods.filter((method) => STARTS.includes(method))).toHaveLength(1);
  expect(STARTS).toContain(methods[0]);
  const end = methods.findIndex((method) => ENDS.includes(method));
  if (end !== -1) expect(methods.slice(end + 1)).toEqual([]);
  for (const { method, values } of calls) {
    expect(values.every((value) => typeof value === 'string')).toBe(true);
    if (method === 'LMSSetValue') expectForm12(values[0] ?? '', values[1] ?? '');
    if (method === 'SetValue') expectForm2004(values[0] ?? '', values[1] ?? '');
  }
  return calls;
}

type Rule = readonly [element: RegExp, value: RegExp];

/** SCORM 1.2 RTE 3.4; Moodle's and ADL's stricter readings of identifiers and times. */
const RULES_12: readonly Rule[] = [
  [/^cmi\.suspend_data$/, /^[\x20-\x7e]{0,4096}$/],
  [/^cmi\.core\.lesson_location$/, /^[\x20-\x7e]{0,255}$/],
  [/^cmi\.core\.lesson_status$/, /^(passed|completed|failed|incomplete)$/],
  [/^cmi\.core\.exit$/, /^(suspend|)$/],
  [/^cmi\.core\.session_time$/, /^\d{4}:\d{2}:\d{2}\.\d{2}$/],
  [/score\.(raw|min|max)$/, /^(100|\d{1,2}(\.\d{1,2})?)$/],
  [/^cmi\.(interactions|objectives)\.\d+(\.objectives\.\d+)?\.id$/, /^\w{1,255}$/],
  [/^cmi\.objectives\.\d+\.status$/, /^(passed|failed)$/],
  [/\.type$/, /^(true-false|choice|fill-in|matching|sequencing|numeric)$/],
  [/\.time$/, /^\d{2}:\d{2}:\d{2}$/],
  [/\.(student_response|pattern)$/, /^.{1,255}$/],
  [/\.result$/, /^(correct|wrong|0\.\d{1,4})$/],
  [/\.latency$/, /^\d{4}:\d{2}:\d{2}\.\d{2}$/],
  [/\.weighting$/, /^\d+(\.\d+)?$/],
];
const DURATION = /^PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S$/;
const RULES_2004: readonly Rule[] = [
  [/^cmi\.suspend_data$/, /^[\x20-\x7e]{0,32000}$/],
  [/^cmi\.location$/, /^[\x20-\x7e]{0,1000}$/],
  [/^cmi\.completion_status$/, /^(completed|incomplete)$/],
  [/success_status$/, /^(passed|failed)$/],
  [/^cmi\.progress_measure$/, /^(1|0(\.\d{1,7})?)$/],
  [/score\.scaled$/, /^(1|0(\.\d{1,7})?)$/],
  [/score\.(raw|min|max)$/, /^(100|\d{1,2}(\.\d{1,2})?)$/],
  [/^cmi\.exit$/, /^(suspend|normal)$/],
  [/^cmi\.session_time$/, DURATION],
  [/\.latency$/, DURATION],
  [/\.timestamp$/, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/],
  [/^cmi\.(interactions|objectives)\.\d+(\.objectives\.\d+)?\.id$/, /^[\w:.-]{1,250}$/],
  [/\.type$/, /^(true-false|choice|fill-in|matching|sequencing|numeric)$/],
  [/\.result$/, /^(correct|incorrect|0\.\d{1,4})$/],
  [/\.weighting$/, /^\d+(\.\d+)?$/],
  [/\.(learner_response|pattern)$/, /^.{1,4000}$/s],
  [/\.description$/, /^\{lang=(es|en)\}.{1,240}$/s],
  [/^adl\.nav\.request$/, /^(suspendAll|exitAll)$/],
];

const expectForm12 = (element: string, value: string) => expectForm(RULES_12, element, value);
const expectForm2004 = (element: string, value: string) => expectForm(RULES_2004, element, value);

/** Each value in its element's own form. */
export function expectFormsOf(name: ApiName, all: readonly (readonly [string, string])[]): void {
  for (const [element, value] of all) expectForm(name === 'API' ? RULES_12 : RULES_2004, element, value);
}

/** Each element that is written has a rule: one that is new here is new to the standard's reader too. */
function expectForm(rules: readonly Rule[], element: string, value: string): void {
  const rule = rules.find(([pattern]) => pattern.test(element));
  expect({ element, value, fits: rule?.[1].test(value) ?? 'no such element' }).toEqual({
    element,
    value,
    fits: true,
  });
}
