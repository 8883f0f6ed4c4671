/** Between a question on the page and a response: reading what was answered, showing what was answered before. */
import { cleanResponse, type Response } from '../../../assessment/scoring/index.ts';
import type { CourseQuestion } from '../../course.ts';
import type { ArrangedQuestion } from '../state/attempts.ts';
import { all, one } from './dom.ts';

/** Puts options, items and targets into the order of the attempt. */
export function arrange(element: HTMLElement, { options, targets }: ArrangedQuestion): void {
  const parts = all(element, '[data-input] [data-option]');
  for (const id of options ?? []) {
    const part = parts.find((candidate) => candidate.dataset.option === id);
    part?.parentElement?.append(part);
  }
  for (const select of element.querySelectorAll('select')) {
    for (const id of targets ?? []) {
      const target = [...select.options].find((option) => option.value === id);
      if (target) select.append(target);
    }
  }
}

export function readResponse(element: HTMLElement, key: CourseQuestion): Response | null {
  return cleanResponse(key, readValue(element, key));
}

function readValue(element: HTMLElement, key: CourseQuestion): unknown {
  switch (key.kind) {
    case 'single':
    case 'true-false':
      return checked(element)[0];
    case 'multiple':
      return checked(element);
    case 'order':
      // The order in which it is first shown is nobody's answer.
      return element.dataset.moved === undefined ? null : orderOf(element);
    case 'match':
      return Object.fromEntries(
        all(element, '[data-input] [data-option]').map((part) => [
          part.dataset.option,
          part.querySelector('select')?.value,
        ]),
      );
    case 'numeric':
    case 'text':
      return element.querySelector<HTMLInputElement>('[data-input] input')?.value;
  }
}

export const orderOf = (element: HTMLElement): string[] =>
  all(element, '[data-input] [data-option]').map((part) => part.dataset.option ?? '');

function checked(element: HTMLElement): string[] {
  return [...element.querySelectorAll<HTMLInputElement>('[data-input] input:checked')].map(
    ({ value }) => value,
  );
}

/** Shows an earlier answer, or an empty question. */
export function fillResponse(
  element: HTMLElement,
  arranged: ArrangedQuestion,
  response: Response | null,
): void {
  const { key } = arranged;
  const answer = response === null ? null : cleanResponse(key, response);
  switch (key.kind) {
    case 'single':
    case 'true-false':
    case 'multiple':
      for (const input of element.querySelectorAll<HTMLInputElement>('[data-input] input')) {
        input.checked = [answer].flat().includes(input.value);
      }
      break;
    case 'order':
      if (answer === null) delete element.dataset.moved;
      else element.dataset.moved = '';
      arrange(element, { ...arranged, options: answer === null ? arranged.options : (answer as string[]) });
      break;
    case 'match':
      for (const part of all(element, '[data-input] [data-option]')) {
        const select = part.querySelector('select');
        const chosen =
          answer === null ? undefined : (answer as Record<string, string>)[part.dataset.option ?? ''];
        if (select) select.value = chosen ?? '';
      }
      break;
    case 'numeric':
    case 'text': {
      const input = one(element, '[data-input] input') as HTMLInputElement | null;
      if (input) input.value = typeof answer === 'string' ? answer : '';
      break;
    }
  }
}
