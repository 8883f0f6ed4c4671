import { advice, error, type Finding } from '../finding.ts';
import { questionsOf, type QuestionDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

export const feedback: Rule = {
  name: 'feedback',
  reason: {
    es: 'Se aprende de la respuesta equivocada solo cuando alguien dice por qué lo es.',
    en: 'A wrong answer teaches only when someone says why it is wrong.',
  },
  check: (draft) => [draft.es, draft.en].flatMap((language) => questionsOf(language).flatMap(checkQuestion)),
};

function checkQuestion({ id, at, answer, explanation }: QuestionDraft): Finding[] {
  const silent = answer.kind === 'choice' ? answer.options.filter((option) => option.feedback === null) : [];
  const saysNothing =
    explanation === null && (answer.kind !== 'choice' || silent.length === answer.options.length);
  if (saysNothing) {
    return [
      error(
        'feedback',
        at,
        `«${id}» no explica nada después de responder: agregue retroalimentación a las opciones o «**Explicación.**».`,
        `“${id}” explains nothing after the answer: add feedback to its options or “**Explanation.**”.`,
      ),
    ];
  }
  return silent.map((option) =>
    advice('feedback', option.at, 'Esta opción no tiene retroalimentación.', 'This option has no feedback.'),
  );
}
