/** Every answer to every question there can be, told to an LMS that reads the standard strictly: nothing is refused. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as library from 'scorm-again';
import { cleanResponse, scoreQuiz, type Response } from '../../server/assessment/scoring/index.ts';
import type { CourseQuestion } from '../../server/scorm/course.ts';
import { courseData } from '../../server/scorm/pages/course-data.ts';
import type { ApiName, ApiObject } from '../../server/scorm/runtime/lms/api.ts';
import { openSession } from '../../server/scorm/runtime/lms/open.ts';
import { anyModule } from './modules.ts';
import { expectFormsOf } from './player/recorder.ts';

type StandardApi = new (settings: object) => Record<string, (...values: string[]) => string>;
// Its own types cannot be resolved by Node's rules.
const standards = library as unknown as Record<'Scorm12API' | 'Scorm2004API', StandardApi>;
const editions = { API: standards.Scorm12API, API_1484_11: standards.Scorm2004API };
const options = { revision: 1, passMark: 0.7, exitWhenComplete: 'suspend', format: '1.2' } as const;

const anyAnswer = (question: CourseQuestion): fc.Arbitrary<Response | null> => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom('{lang=es}', 'a[,]b', '{case_matters=true}x', '1.234,5', '-7', '1e3'),
  );
  const answers = (): fc.Arbitrary<unknown> => {
    switch (question.kind) {
      case 'single':
      case 'true-false':
        return fc.constantFrom(...question.options.map(({ id }) => id));
      case 'multiple':
        return fc.subarray(question.options.map(({ id }) => id));
      case 'order':
        return fc.shuffledSubarray(
          question.items.map(({ id }) => id),
          { minLength: question.items.length },
        );
      case 'match':
        return fc
          .subarray([...question.items])
          .map((items) =>
            Object.fromEntries(items.map(({ id }, index) => [id, question.items[index]?.answer ?? '1'])),
          );
      case 'numeric':
      case 'text':
        return typed;
    }
  };
  return fc.option(answers()).map((answer) => (answer === null ? null : cleanResponse(question, answer)));
};

/** A quiz of any questions with any answer to each. */
const anyAttempt = anyModule.chain((module) => {
  const { quiz } = courseData(module, { ...options, languages: ['es', 'en'] });
  const questions = quiz?.questions ?? [];
  return fc.record({
    module: fc.constant(module.id),
    answered: fc.tuple(
      ...questions.map((question) =>
        fc.record({
          question: fc.constant(question),
          response: anyAnswer(question),
          latency: fc.option(fc.integer({ min: 0, max: 1e9 })),
          // As the course hands words over: spaces and ends of lines are one space.
          description: fc
            .string({ unit: 'grapheme', maxLength: 400 })
            .map((text) => text.replace(/\s+/g, ' ').trim()),
        }),
      ),
    ),
  });
});

/** As far as SCORM 2004 has years: 1970 to 2038. */
const anyTime = fc.date({ min: new Date(2020, 0), max: new Date(2037, 0), noInvalidDate: true });

test.each(['API', 'API_1484_11'] as const)('%s takes them all, in the form of the standard', (name) => {
  fc.assert(
    fc.property(anyAttempt, anyTime, ({ module, answered }, at) => {
      const { api, refused, written } = recorded(name);
      const lms = openSession({ name, api });
      const { results } = scoreQuiz(
        answered.map(({ question }) => question),
        Object.fromEntries(
          answered.flatMap(({ question, response }) => (response === null ? [] : [[question.id, response]])),
        ),
      );
      for (const { question, response, latency, description } of answered) {
        const result = results[question.id];
        if (result)
          lms?.record({ module, question, response, result, latency, description, language: 'es', at });
      }
      expect(refused).toEqual([]);
      expect(lms?.commit()).toBe(true);
      expectFormsOf(name, written);
      expect(written.filter(([element]) => element.endsWith('.result'))).toHaveLength(answered.length);
    }),
  );
});

/** The library's API, with what it was given and what it did not take. */
function recorded(name: ApiName) {
  const standard = new editions[name]({ autocommit: false, logLevel: 5, mastery_override: false });
  const [set, error] = name === 'API' ? ['LMSSetValue', 'LMSGetLastError'] : ['SetValue', 'GetLastError'];
  const written: [string, string][] = [];
  const refused: string[][] = [];
  const api: ApiObject = new Proxy(standard, {
    get:
      (target, method: string) =>
      (...values: string[]) => {
        const answer = target[method]?.(...values);
        if (method === set) {
          written.push([values[0] ?? '', values[1] ?? '']);
          if (answer !== 'true') refused.push([...values, target[error]?.() ?? '']);
        }
        return answer;
      },
  });
  return { api, written, refused };
}
