/** What the runtime needs of a module: keys and shapes, made for `course.ts`. */
import type { Language, Module, Question, Worksheet } from '../../content/module.ts';
import { isGivenCell, type GivenCell } from '../../content/worksheet.ts';
import { sheetShape } from '../../content/worksheet-shape.ts';
import { messagesUnder } from '../../rendering/index.ts';
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
    words: Object.fromEntries(
      options.languages.map((language) => [language, messagesUnder('scorm.run.', language)]),
    ),
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

function courseWorksheet(worksheet: Worksheet): CourseWorksheet {
  const { id, parts, sample } = worksheet;
  const samples = Object.entries(sample ?? {}).flatMap(([part, rows]) =>
    Object.entries(rows).flatMap(([row, cells]) =>
      isGivenCell(cells)
        ? [[`${part}/${row}`, written(cells)] as const]
        : Object.entries(cells).map(([column, cell]) => [`${part}/${row}/${column}`, written(cell)] as const),
    ),
  );
  const starts = new Map(
    parts.map((part) => [part.id, part.kind === 'table' ? part.free?.start : undefined]),
  );
  const shapes = sheetShape(worksheet).parts.map((shape): CoursePart =>
    shape.kind === 'form' ? shape : { ...shape, start: starts.get(shape.id) ?? 1 },
  );
  return { id, parts: shapes, sample: Object.fromEntries(samples) };
}

const written = (cell: GivenCell): string | Record<Language, string> =>
  typeof cell === 'object' ? cell : String(cell);
