/**
 * A quiz in Moodle's GIFT format (docs.moodle.org, "GIFT format"). What GIFT has no place for is listed, question by
 * question.
 */
import type { InBoth, Language, Question, Quiz } from '../../content/module.ts';

/** Something of one question that does not come along. */
export interface Loss {
  question: string;
  message: InBoth<string>;
}

export interface GiftFile {
  text: string;
  losses: Loss[];
}

export function writeGift({ intro, draw, questions }: Quiz, language: Language): GiftFile {
  const losses: Loss[] = [];
  const lose = (question: string) => (es: string, en: string) =>
    losses.push({ question, message: { es, en } });
  if (intro) lose('quiz.md')('La introducción del cuestionario.', 'The quiz’s introduction.');
  if (draw !== null)
    lose('quiz.md')(
      `Cuántas preguntas se sortean (${String(draw)}).`,
      `How many questions are drawn (${String(draw)}).`,
    );
  const written = questions.flatMap((question) => {
    const answer = answerOf(question, language);
    if (answer === null) {
      lose(question.id)('GIFT no tiene preguntas de ordenar.', 'GIFT has no ordering questions.');
      return [];
    }
    tellLosses(question, language, lose(question.id));
    const { id, prompt, explanation } = question;
    const general = explanation ? `\n####${escape(explanation[language])}` : '';
    return [`::${escape(id)}::[markdown]${escape(prompt[language])} {\n${answer}${general}\n}\n`];
  });
  return { text: written.join('\n'), losses };
}

function tellLosses(question: Question, language: Language, lose: (es: string, en: string) => void): void {
  if (question.hint) lose('La pista.', 'The hint.');
  if (question.points !== 1) lose('Los puntos.', 'The points.');
  if (question.prompt[language].includes('![')) lose('La imagen.', 'The image.');
  if (question.kind === 'numeric' && question.unit) lose('La unidad.', 'The unit.');
  if (question.kind === 'match') {
    const used = new Set(question.items.map(({ answer }) => answer));
    if (question.targets.some(({ id }) => !used.has(id))) lose('Los distractores.', 'The distractors.');
    if (question.items.length < 3)
      lose('Moodle pide al menos tres pares.', 'Moodle asks for three pairs at least.');
  }
}

/** @returns null for a kind that GIFT does not have */
function answerOf(question: Question, language: Language): string | null {
  switch (question.kind) {
    case 'order':
      return null;
    case 'single':
    case 'true-false':
      return question.options
        .map(({ right, text, feedback }) => line(right ? '=' : '~', text[language], feedback?.[language]))
        .join('\n');
    case 'multiple': {
      const rights = question.options.filter(({ right }) => right).length;
      const wrongs = question.options.length - rights;
      const weight = (right: boolean) => share(right ? 100 / rights : -100 / Math.max(1, wrongs));
      return question.options
        .map(({ right, text, feedback }) => line(`~%${weight(right)}%`, text[language], feedback?.[language]))
        .join('\n');
    }
    case 'numeric':
      return `#${String(question.value)}:${String(question.tolerance)}`;
    case 'text':
      return question.accepted[language].map((text) => line('=', text)).join('\n');
    case 'match':
      return question.items
        .map(({ text, answer }) => {
          const target = question.targets.find(({ id }) => id === answer)?.text[language] ?? '';
          return `=${escape(text[language])} -> ${escape(target)}`;
        })
        .join('\n');
  }
}

const line = (mark: string, text: string, feedback?: string): string =>
  `${mark}${escape(text)}${feedback ? `#${escape(feedback)}` : ''}`;

/** Moodle knows weights to five decimals. */
const share = (percent: number): string => String(Number(percent.toFixed(5)));

/** The marks of the format, and line breaks, which would end an answer. */
const escape = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n');
