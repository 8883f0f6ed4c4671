import { advice, error, type Finding } from '../finding.ts';
import type { QuizDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

const FEWEST = 8;

export const quizSize: Rule = {
  name: 'quiz-size',
  reason: {
    es: 'Con pocas preguntas, la nota depende del azar.',
    en: 'With few questions, the score depends on chance.',
  },
  check: ({ es, en }) => [es.quiz, en.quiz].flatMap((quiz) => (quiz ? checkQuiz(quiz) : [])),
};

function checkQuiz({ questions, settings, source, bodyOffset, at }: QuizDraft): Finding[] {
  const findings: Finding[] = [];
  const count = questions.length;
  if (settings.draw !== null && settings.draw > count) {
    findings.push(
      error(
        'quiz-size',
        at('draw'),
        `Se sortean ${settings.draw} preguntas, pero hay ${count}.`,
        `${settings.draw} questions are drawn, but there are ${count}.`,
      ),
    );
  }
  if (count < FEWEST) {
    findings.push(
      advice(
        'quiz-size',
        source.at(bodyOffset),
        `Preguntas: ${count}; conviene que sean ${FEWEST} o más.`,
        `Questions: ${count}; ${FEWEST} or more are better.`,
      ),
    );
  }
  for (const question of questions.filter(({ id }) => id.startsWith('check-'))) {
    findings.push(
      error(
        'quiz-size',
        question.at,
        '«check-» es para las preguntas dentro de una lección; en el cuestionario use «q-».',
        '“check-” is for questions inside a lesson; in the quiz use “q-”.',
      ),
    );
  }
  return findings;
}
