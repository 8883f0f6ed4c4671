/** "Check yourself": a question in a lesson with its feedback at once. It does not count. */
import type { Response } from '../../../assessment/scoring/index.ts';
import { arrangeCheck } from '../state/attempts.ts';
import { without } from '../state/state.ts';
import type { Tracker } from '../tracker.ts';
import { all, focusOn, one, show } from './dom.ts';
import { clearFeedback, showFeedback } from './feedback.ts';
import { enableOrdering } from './ordering.ts';
import { arrange, fillResponse, readResponse } from './responses.ts';
import type { Words } from './words.ts';

export interface Component {
  /** Shows the state as it is now: the learner may have changed it in the other language. */
  sync(): void;
}

export function enableChecks(edition: HTMLElement, tracker: Tracker, words: Words): Component[] {
  return all(edition, 'form[data-check]').flatMap((form) => {
    const key = tracker.course.checks.find(({ id }) => id === form.dataset.check);
    const element = one(form, '[data-question]');
    if (!key || !element) return [];
    const arranged = arrangeCheck(key);
    const shown = (response: Response | null) => {
      if (response === null) clearFeedback(element);
      else showFeedback(element, key, response, words);
      show(one(form, '[data-submit]'), response === null);
      show(one(form, '[data-again]'), response !== null);
    };
    arrange(element, arranged);
    enableOrdering(element, words, () => undefined);
    show(one(form, '[data-buttons]'), true);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const response = readResponse(element, key);
      const missing = one(form, '[data-missing]');
      show(missing, response === null);
      if (response === null) return;
      tracker.state.checks[key.id] = response;
      shown(response);
      focusOn(one(element, '[data-feedback]'));
      tracker.change('later');
    });
    one(form, '[data-again]')?.addEventListener('click', () => {
      tracker.state.checks = without(tracker.state.checks, key.id);
      fillResponse(element, arranged, null);
      shown(null);
      focusOn(one(element, '[data-input]'));
      tracker.change('later');
    });
    const sync = () => {
      const response = tracker.state.checks[key.id] ?? null;
      fillResponse(element, arranged, response);
      shown(response);
    };
    return [{ sync }];
  });
}
