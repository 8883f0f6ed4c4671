/** A module back into the files that a writer writes: for export, for the editor, for git. */
import { stringify } from 'yaml';
import type { Language, Lesson, Module, Question } from './module.ts';

const EXPLANATION: Record<Language, string> = { es: '**Explicación.**', en: '**Explanation.**' };
const STARTS_WITH_NUMBER = /^[-−+]?\d/;

/** Text files by path inside the module's folder. The assets' bytes lie with whoever keeps them. */
export function printModule(module: Module): Map<string, string> {
  const files = new Map<string, string>();
  const { id, title, summary, authors, licence, minutes, objectives, keywords, sources } = module;
  files.set(
    'module.yaml',
    yaml({ id, title, summary, authors, licence, minutes, objectives, keywords, sources }),
  );
  for (const language of ['es', 'en'] as const) {
    for (const [index, lesson] of module.lessons.entries()) {
      const number = String(index + 1).padStart(2, '0');
      files.set(`${language}/${number}-${lesson.id}.md`, printLesson(lesson, language));
    }
    files.set(`${language}/quiz.md`, printQuiz(module.quiz, language));
    if (module.facilitator) {
      const { title: guideTitle, minutes: length, markdown } = module.facilitator;
      files.set(
        `${language}/facilitator.md`,
        page({ title: guideTitle[language], minutes: length }, [markdown[language]]),
      );
    }
  }
  for (const worksheet of module.worksheets) files.set(`worksheets/${worksheet.id}.yaml`, yaml(worksheet));
  return files;
}

const yaml = (data: unknown): string => stringify(data, { lineWidth: 0 });
const page = (frontMatter: unknown, parts: readonly string[]): string =>
  `---\n${yaml(frontMatter)}---\n\n${parts.join('\n\n')}\n`;

function printLesson({ title, minutes, objectives, segments }: Lesson, language: Language): string {
  const parts = segments.map((segment) => {
    if (segment.kind === 'markdown') return segment.markdown[language];
    return segment.kind === 'worksheet'
      ? `{{worksheet:${segment.id}}}`
      : printQuestion(segment.question, language);
  });
  return page({ title: title[language], minutes, objectives }, parts);
}

function printQuiz(
  { intro, draw, shuffle, pauseMinutes, questions }: Module['quiz'],
  language: Language,
): string {
  const settings = { draw, shuffle, pause: pauseMinutes };
  return page(settings, [
    ...(intro ? [intro[language]] : []),
    ...questions.map((question) => printQuestion(question, language)),
  ]);
}

export function printQuestion(question: Question, language: Language): string {
  const { id, points, objective, prompt, hint, explanation } = question;
  const [title = '', ...details] = prompt[language].split('\n\n');
  const attributes = [
    `#${id}`,
    ...(points === 1 ? [] : [`points=${points}`]),
    ...(objective === null ? [] : [`objective=${objective}`]),
    ...typeOf(question, language),
  ];
  const parts = [`### ${title} {${attributes.join(' ')}}`, ...details];
  if (hint) parts.push(indented(hint[language], '> '));
  parts.push(printAnswer(question, language));
  if (explanation) parts.push(`${EXPLANATION[language]} ${explanation[language]}`);
  return parts.join('\n\n');
}

/** Only where the kind does not show in the way that the answer is written. */
function typeOf(question: Question, language: Language): string[] {
  switch (question.kind) {
    case 'order':
    case 'match':
      return [`type=${question.kind}`];
    case 'multiple':
      return question.options.filter(({ right }) => right).length === 1 ? ['type=multiple'] : [];
    case 'text':
      return STARTS_WITH_NUMBER.test(question.accepted[language][0] ?? '') ? ['type=text'] : [];
    default:
      return [];
  }
}

function printAnswer(question: Question, language: Language): string {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return question.options
        .map(({ right, text, feedback }) => {
          const own = `- [${right ? 'x' : ' '}] ${hanging(text[language], '  ')}`;
          return feedback ? `${own}\n${indented(feedback[language], '  > ')}` : own;
        })
        .join('\n');
    case 'order':
      return question.items
        .map(({ text }, index) => `${index + 1}. ${hanging(text[language], '   ')}`)
        .join('\n');
    case 'match': {
      const used = new Set(question.items.map(({ answer }) => answer));
      const target = (sought: string) =>
        question.targets.find(({ id }) => id === sought)?.text[language] ?? '';
      const rows = question.items.map(
        ({ text, answer }) => `| ${cell(text[language])} | ${cell(target(answer))} |`,
      );
      const distractors = question.targets
        .filter(({ id }) => !used.has(id))
        .map(({ text }) => `| | ${cell(text[language])} |`);
      return ['| | |', '| --- | --- |', ...rows, ...distractors].join('\n');
    }
    case 'numeric': {
      const { value, unit, tolerance } = question;
      return [
        '=',
        String(value),
        ...(unit ? [unit[language]] : []),
        ...(tolerance === 0 ? [] : ['±', String(tolerance)]),
      ].join(' ');
    }
    case 'text':
      return `= ${question.accepted[language].join(' | ')}`;
  }
}

const indented = (text: string, lead: string): string =>
  text
    .split('\n')
    .map((line) => (lead + line).trimEnd())
    .join('\n');
const hanging = (text: string, indent: string): string => text.replaceAll('\n', `\n${indent}`);
const cell = (text: string): string => text.replaceAll('|', '\\|');
