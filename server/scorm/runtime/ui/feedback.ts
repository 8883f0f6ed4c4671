/** What a learner sees after answering: the verdict, each part with its mark and its why, the explanation. */
import { scoreQuestion, type QuestionResult, type Response } from '../../../assessment/scoring/index.ts';
import type { CourseQuestion } from '../../course.ts';
import { all, icon, make, one, show, stateLine } from './dom.ts';
import type { Words } from './words.ts';

/** Shows the answers of the page in place of the fields, marked by what the learner answered. */
export function showFeedback(
  element: HTMLElement,
  key: CourseQuestion,
  response: Response | null,
  words: Words,
): void {
  const result = scoreQuestion(key, response);
  clearFeedback(element);
  const source = one(element, '[data-key] [data-answers]');
  if (!source) return;
  const answers = source.cloneNode(true) as HTMLElement;
  markParts(answers, key, response, result, words);
  const box = make('div', { 'data-feedback': '' }, verdict(result, words));
  const mine = typed(key, response);
  if (mine !== null) box.append(make('p', { class: 'mine' }, words('answer.yours', { answer: mine })));
  box.append(answers);
  element.append(box);
  for (const part of all(element, '[data-input], [data-how], [data-key]')) show(part, false);
}

/** Back to the fields. */
export function clearFeedback(element: HTMLElement): void {
  one(element, '[data-feedback]')?.remove();
  for (const part of all(element, '[data-input], [data-how]')) show(part, true);
  show(one(element, '[data-key]'), false);
}

function verdict({ verdict: kind, fraction }: QuestionResult, words: Words): HTMLElement {
  if (kind === 'right') return stateLine('done', 'done', words('verdict.right'));
  if (kind === 'partly')
    return stateLine('now', 'here', words('verdict.partly', { share: Math.floor(fraction * 100 + 1e-6) }));
  return stateLine('bad', 'no', words(kind === 'wrong' ? 'verdict.wrong' : 'verdict.unanswered'));
}

function typed(key: CourseQuestion, response: Response | null): string | null {
  return (key.kind === 'numeric' || key.kind === 'text') && typeof response === 'string' ? response : null;
}

function markParts(
  answers: HTMLElement,
  key: CourseQuestion,
  response: Response | null,
  result: QuestionResult,
  words: Words,
): void {
  for (const part of all(answers, '[data-part]')) {
    const id = part.dataset.part ?? '';
    const note = partNote(part, key, id, response, result, words);
    const mark = one(part, '[data-mark]');
    if (mark && note) {
      mark.className = note.right ? 'ok' : 'bad';
      mark.replaceChildren(icon(note.right ? 'done' : 'no'));
    }
    if (note?.mine === true) part.classList.add('mine');
    const said = one(part, '[data-note]');
    if (said) said.textContent = note?.text ?? '';
  }
}

interface PartNote {
  right: boolean;
  mine: boolean;
  text: string;
}

function partNote(
  part: HTMLElement,
  key: CourseQuestion,
  id: string,
  response: Response | null,
  result: QuestionResult,
  words: Words,
): PartNote | null {
  const fine = result.parts?.[id] === true;
  switch (key.kind) {
    case 'single':
    case 'multiple':
    case 'true-false': {
      const mine = response === id || (Array.isArray(response) && response.includes(id));
      const right = key.options.find((option) => option.id === id)?.right === true;
      if (mine) return { right, mine, text: words('answer.mine') };
      return right ? { right: true, mine, text: words('answer.right') } : null;
    }
    case 'order': {
      const place = Array.isArray(response) ? response.indexOf(id) : -1;
      if (place === -1) return null;
      return { right: fine, mine: false, text: fine ? '' : words('answer.placed', { place: place + 1 }) };
    }
    case 'match': {
      const chosen = response === null ? undefined : (response as Record<string, string>)[id];
      if (fine) return { right: true, mine: false, text: '' };
      const target = chosen === undefined ? null : targetText(part, chosen);
      return {
        right: false,
        mine: false,
        text: target === null ? words('answer.none') : words('answer.chose', { answer: target }),
      };
    }
    case 'numeric':
    case 'text':
      return null;
  }
}

/** The words of a target stand in the question's selects, which the answers were copied beside. */
function targetText(part: HTMLElement, id: string): string | null {
  const targets = part.closest<HTMLElement>('[data-answers]')?.dataset.targets ?? '{}';
  return (JSON.parse(targets) as Record<string, string>)[id] ?? null;
}
