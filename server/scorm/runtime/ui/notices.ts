/** What the learner must know of the LMS: nothing is kept, nothing is recorded, something was not saved. */
import type { Tracker } from '../tracker.ts';
import { all, make, one, show } from './dom.ts';
import { timeOfDay, type Words } from './words.ts';

export function showSaving(edition: HTMLElement, tracker: Tracker, words: Words): void {
  const { mode, saving, savedAt } = tracker;
  const kept = saving === 'saved' || saving === 'pending';
  const text = kept && savedAt ? words('saved.at', { time: timeOfDay(savedAt) }) : '';
  for (const line of all(edition, '[data-saved]')) line.textContent = text;
  show(one(edition, '[data-leave]'), saving !== 'untracked' && saving !== 'refused' && saving !== 'ended');
  const box = one(edition, '[data-notice]');
  const notice = noticeKey(saving, mode);
  show(box, notice !== null);
  if (!box || notice === null) {
    if (box) delete box.dataset.text;
    return;
  }
  // Said once, not at every change: it is a live region.
  if (box.dataset.text === notice) return;
  box.dataset.text = notice;
  box.classList.toggle('bad-p', saving === 'failed' || saving === 'refused');
  box.replaceChildren(make('p', {}, words(notice)));
  if (saving === 'failed') {
    const button = make('button', { type: 'button', class: 'btn' }, words('saved.retry'));
    button.addEventListener('click', () => tracker.flush());
    box.append(button);
  }
}

function noticeKey(saving: Tracker['saving'], mode: Tracker['mode']): string | null {
  switch (saving) {
    case 'untracked':
      return 'notice.untracked';
    case 'refused':
      return 'notice.refused';
    case 'read-only':
      return mode === 'browse' ? 'notice.browse' : 'notice.review';
    case 'failed':
      return 'notice.failed';
    case 'saved':
    case 'pending':
    case 'ended':
      return null;
  }
}
