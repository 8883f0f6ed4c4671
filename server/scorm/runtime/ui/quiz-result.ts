/** The result of a submitted attempt: score, pass mark, what to do next. */
import { passes, scoreQuiz } from '../../../assessment/scoring/index.ts';
import type { Language } from '../../../content/module.ts';
import type { ArrangedQuestion } from '../state/attempts.ts';
import { objectiveResults } from '../state/standing.ts';
import type { Attempt } from '../state/state.ts';
import type { Tracker } from '../tracker.ts';
import { make, one, show, type Child } from './dom.ts';
import { percent, timeOfDay, type Words } from './words.ts';

interface Shown {
  tracker: Tracker;
  words: Words;
  language: Language;
  attempt: Attempt;
  drawn: readonly ArrangedQuestion[];
  retake: () => void;
}

export function showResult(view: HTMLElement, shown: Shown): void {
  const panel = one(view, '[data-result]');
  if (!panel) return;
  const { attempt, drawn, language, tracker, words } = shown;
  show(panel, attempt.submittedAt !== null);
  if (attempt.submittedAt === null) return;
  const { score, results } = scoreQuiz(
    drawn.map(({ key }) => key),
    attempt.responses,
  );
  const passed = passes(score, tracker.passMark);
  const right = Object.values(results).filter(({ verdict }) => verdict === 'right').length;
  panel.className = `panel ${passed ? 'ok-p' : 'bad-p'}`;
  panel.replaceChildren(
    make('p', { class: 'tag' }, words('result.attempt', { number: attempt.number })),
    make('h2', {}, words(passed ? 'result.passed' : 'result.failed')),
    make(
      'p',
      { class: 'score' },
      `${percent(score, language)} `,
      make('small', {}, words('result.least', { mark: percent(tracker.passMark, language) })),
    ),
    make('p', {}, words('result.right', { right, count: drawn.length })),
    ...next(shown, view, passed),
    make('p', { class: 'row mt' }, ...buttons(shown, passed)),
  );
}

/** What is still missing, or what is worth reading again. */
function next({ attempt, tracker, words, language }: Shown, view: HTMLElement, passed: boolean): Child[] {
  const { complete, unread } = tracker.standing;
  const best = tracker.state.best;
  const lines: Child[] = [];
  if (!passed && best !== null && passes(best, tracker.passMark)) {
    lines.push(make('p', {}, words('result.best', { score: percent(best, language) })));
  }
  if (complete) lines.push(make('p', {}, words('result.complete')));
  else if (tracker.standing.passed === true)
    lines.push(make('p', {}, words('result.unread'), ...lessonLinks(view, unread)));
  if (!passed) {
    const weak = objectiveResults(tracker.course, attempt, tracker.passMark).filter(
      (result) => !result.passed,
    );
    const lessons = tracker.course.lessons.filter((lesson) =>
      weak.some(({ id }) => tracker.course.teaches[lesson]?.includes(id) === true),
    );
    if (lessons.length > 0) lines.push(make('p', {}, words('result.review'), ...lessonLinks(view, lessons)));
  }
  return lines;
}

function lessonLinks(view: HTMLElement, lessons: readonly string[]): Child[] {
  const edition = view.closest<HTMLElement>('[data-edition]');
  const links = lessons.flatMap((lesson) => {
    const target = edition ? one(edition, `[data-view="lesson/${lesson}"]`) : null;
    const title = target ? one(target, 'h1')?.textContent : null;
    return target && title ? [make('a', { href: `#${target.id}` }, title.trim())] : [];
  });
  return links.flatMap((link, index) => [index === 0 ? ' ' : ' · ', link]);
}

function buttons({ attempt, retake, tracker, words }: Shown, passed: boolean): Child[] {
  const wait = (attempt.submittedAt ?? 0) + (tracker.course.quiz?.pauseMinutes ?? 0) * 60_000;
  if (wait > Date.now()) return [words('result.pause', { time: timeOfDay(new Date(wait)) })];
  const button = make('button', { type: 'button', class: passed ? 'btn' : 'btn go' }, words('result.again'));
  button.addEventListener('click', retake);
  return [button];
}
