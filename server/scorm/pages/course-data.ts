/** What the runtime needs of a module: keys and shapes, made for `course.ts`. */
import type { InBoth, Language, Module, Question, Worksheet } from '../../content/module.ts';
import type { Message } from '../../rendering/define-messages.ts';
import { messages } from '../../rendering/messages/index.ts';
import type { CourseData, CoursePart, CourseQuestion, CourseWorksheet } from '../course.ts';
import type { PackageFormat, PackageLanguages } from '../format.ts';

export interface CourseOptions {
  format: PackageFormat;
  languages: PackageLanguages;
  revision: number;
  passMark: number;
  exitWhenComplete: 'suspend' | 'normal';
}

export function courseData(module: Module, options: CourseOptions): CourseData {
  const { lessons, quiz } = module;
  const checks = lessons.flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === 'check' ? [courseQuestion(segment.question)] : [])),
  );
  return {
    module: module.id,
    revision: options.revision,
    format: options.format === '1.2' ? '1.2' : '2004',
    languages: options.languages,
    passMark: options.passMark,
    exitWhenComplete: options.exitWhenComplete,
    lessons: lessons.map(({ id }) => id),
    teaches: Object.fromEntries(lessons.map(({ id, objectives }) => [id, objectives])),
    checks,
    quiz: {
      draw: quiz.draw,
      shuffle: quiz.shuffle,
      pauseMinutes: quiz.pauseMinutes,
      questions: quiz.questions.map(courseQuestion),
    },
    worksheets: usedWorksheets(module).map(courseWorksheet),
    words: Object.fromEntries(options.languages.map((language) => [language, runtimeWords(language)])),
  };
}

/** Those that a lesson shows. */
export function usedWorksheets({ lessons, worksheets }: Module): Worksheet[] {
  const shown = lessons.flatMap(({ segments }) =>
    segments.flatMap((one) => (one.kind === 'worksheet' ? [one.id] : [])),
  );
  return worksheets.filter(({ id }) => shown.includes(id));
}

function courseQuestion(question: Question): CourseQuestion {
  const { id, points, objective } = question;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { id, points, objective, kind: question.kind, options: keys(question.options) };
    case 'true-false': {
      const truth = question.options.find(
        ({ text }) => /^(verdadero|true)\W*$/i.test(text.es) || /^true\W*$/i.test(text.en),
      );
      const options = keys(question.options);
      return { id, points, objective, kind: question.kind, options, ...(truth ? { truth: truth.id } : {}) };
    }
    case 'order':
      return { id, points, objective, kind: 'order', items: question.items.map((item) => ({ id: item.id })) };
    case 'match': {
      const items = question.items.map((item) => ({ id: item.id, answer: item.answer }));
      return {
        id,
        points,
        objective,
        kind: 'match',
        items,
        targets: question.targets.map((target) => ({ id: target.id })),
      };
    }
    case 'numeric': {
      const { value, tolerance, unit } = question;
      return { id, points, objective, kind: 'numeric', value, tolerance, unit };
    }
    case 'text':
      return { id, points, objective, kind: 'text', accepted: question.accepted };
  }
}

const keys = (options: readonly { id: string; right: boolean }[]) =>
  options.map(({ id, right }) => ({ id, right }));

type Part = Worksheet['parts'][number];
type Cell = NonNullable<NonNullable<Extract<Part, { kind: 'table' }>['rows']>[number]['given']>[string];

function courseWorksheet({ id, parts, sample }: Worksheet): CourseWorksheet {
  const samples = Object.entries(sample ?? {}).flatMap(([part, rows]) =>
    Object.entries(rows).flatMap(([row, cells]) =>
      isCell(cells)
        ? [[`${part}/${row}`, written(cells)] as const]
        : Object.entries(cells).map(([column, cell]) => [`${part}/${row}/${column}`, written(cell)] as const),
    ),
  );
  return { id, parts: parts.map(coursePart), sample: Object.fromEntries(samples) };
}

function coursePart(part: Part): CoursePart {
  if (part.kind === 'form')
    return { kind: 'form', id: part.id, fields: part.fields.map(({ id, type }) => ({ id, type })) };
  const rows = part.rows ?? [];
  return {
    kind: 'table',
    id: part.id,
    columns: part.columns.map(({ id, type, formula, total }) => ({
      id,
      type,
      ...(formula === undefined ? {} : { formula }),
      ...(total === undefined ? {} : { total }),
    })),
    rows: part.rows ? rows.map(({ id }) => id) : null,
    start: part.free?.start ?? 1,
    most: part.free?.most ?? 20,
    given: Object.fromEntries(
      rows.flatMap(({ id, given }) => {
        const cells = Object.entries(given ?? {}).map(
          ([column, cell]) => [column, givenValue(cell)] as const,
        );
        return cells.length > 0 ? [[id, Object.fromEntries(cells)]] : [];
      }),
    ),
  };
}

/** Formulas read numbers; a given text only says that nothing is typed there. */
const givenValue = (cell: Cell): string => (typeof cell === 'object' ? cell.es : String(cell));

const isCell = (value: Cell | Record<string, Cell>): value is Cell =>
  typeof value !== 'object' || ('es' in value && 'en' in value && typeof value.es === 'string');

const written = (cell: Cell): string | Record<Language, string> =>
  typeof cell === 'object' ? cell : String(cell);

const PREFIX = 'scorm.run.';

/** The runtime's sentences: `scorm.run.quiz.number` as `quiz.number`, a plural's form for one as `….one`. */
function runtimeWords(language: Language): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [key, message] of Object.entries<InBoth<Message>>(messages)) {
    if (!key.startsWith(PREFIX)) continue;
    const name = key.slice(PREFIX.length);
    const sentence = message[language];
    words[name] = typeof sentence === 'string' ? sentence : sentence.other;
    if (typeof sentence !== 'string') words[`${name}.one`] = sentence.one;
  }
  return words;
}
