/** What a person who knows everything types into a quiz's form. */
import type { Question } from '../../server/content/module.ts';

/** @param id the name the question has on the page, where it is not its own */
export function rightAnswer(question: Question, id = question.id): Record<string, string | string[]> {
  const name = `r.${id}`;
  switch (question.kind) {
    case 'single':
    case 'true-false':
    case 'multiple':
      return { [name]: question.options.filter(({ right }) => right).map((option) => option.id) };
    case 'order':
      return { [name]: question.items.map((item) => item.id) };
    case 'match':
      return Object.fromEntries(question.items.map((item) => [`${name}.${item.id}`, item.answer]));
    case 'numeric':
      return { [name]: String(question.value) };
    case 'text':
      return { [name]: question.accepted.es[0] ?? '' };
  }
}
