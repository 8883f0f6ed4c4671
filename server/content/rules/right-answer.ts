import { error, type Finding } from '../finding.ts';
import { questionsOf, type QuestionDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

export const rightAnswer: Rule = {
  name: 'right-answer',
  reason: {
    es: 'Una pregunta sin respuesta correcta, o con dos opciones iguales, no se puede responder.',
    en: 'A question without a right answer, or with two equal options, cannot be answered.',
  },
  check: (draft) => [draft.es, draft.en].flatMap((language) => questionsOf(language).flatMap(checkQuestion)),
};

function checkQuestion({ id, at, answer }: QuestionDraft): Finding[] {
  const find = (es: string, en: string) => error('right-answer', at, `«${id}»: ${es}`, `“${id}”: ${en}`);
  const texts = textsOf(answer);
  const findings: Finding[] = [];
  if (texts.length < 2 && answer.kind !== 'numeric' && answer.kind !== 'text') {
    findings.push(find('hacen falta al menos dos opciones.', 'at least two options are needed.'));
  }
  if (texts.length > 26) findings.push(find('hay más de 26 opciones.', 'there are more than 26 options.'));
  if (texts.includes('')) findings.push(find('hay una opción vacía.', 'there is an empty option.'));
  if (new Set(texts).size < texts.length)
    findings.push(find('dos opciones dicen lo mismo.', 'two options say the same.'));
  if (answer.kind === 'choice' && !answer.options.some(({ right }) => right)) {
    findings.push(
      find(
        'ninguna opción está marcada como correcta con «[x]».',
        'no option is marked as right with “[x]”.',
      ),
    );
  }
  if (answer.kind === 'text' && answer.accepted.length === 0)
    findings.push(find('falta la respuesta.', 'the answer is missing.'));
  return findings;
}

function textsOf(answer: QuestionDraft['answer']): string[] {
  switch (answer.kind) {
    case 'choice':
      return answer.options.map(({ text }) => text.trim());
    case 'order':
      return answer.items;
    case 'match':
      return answer.rows.map(({ left }) => left).filter((left) => left !== '');
    case 'text':
      return answer.accepted;
    case 'numeric':
      return [];
  }
}
