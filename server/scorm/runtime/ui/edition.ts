/** A course in one language: its views, of which one is shown, and what marks the learner's way through them. */
import type { Language } from '../../../content/module.ts';
import type { Place } from '../state/state.ts';
import type { Tracker } from '../tracker.ts';
import { enableChecks, type Component } from './check.ts';
import { all, focusOn, icon, one, show } from './dom.ts';
import { showSaving } from './notices.ts';
import { enableQuiz } from './quiz.ts';
import { percent, wordsIn, type Words } from './words.ts';
import { enableWorksheets } from './worksheets.ts';

export class Edition {
  readonly language: Language;
  readonly element: HTMLElement;
  private readonly tracker: Tracker;
  private readonly words: Words;
  private readonly components: readonly Component[];
  private readonly quiz: readonly Component[];

  constructor(element: HTMLElement, language: Language, tracker: Tracker) {
    this.element = element;
    this.language = language;
    this.tracker = tracker;
    this.words = wordsIn(tracker.course, language);
    const quizView = this.view('quiz');
    this.components = [
      ...enableChecks(element, tracker, this.words),
      ...enableWorksheets(element, tracker, this.words, language),
    ];
    this.quiz = quizView ? enableQuiz(quizView, tracker, this.words, language) : [];
    for (const part of all(element, '[data-tools]')) part.hidden = false;
    for (const link of all(element, '[data-done]')) {
      link.addEventListener('click', () => this.finishLesson(link.dataset.done ?? ''));
    }
    this.watchEnds();
  }

  view(place: string): HTMLElement | null {
    return one(this.element, `[data-view="${place}"]`);
  }

  /** Shows the whole edition as the state is. */
  sync(): void {
    for (const component of this.components) component.sync();
    this.showPlace();
    this.showProgress();
    this.showSaving();
  }

  showSaving(): void {
    showSaving(this.element, this.tracker, this.words);
  }

  /** Shows the state's place alone. */
  showPlace(): void {
    const { place } = this.tracker.state;
    const current = this.view(place) ?? this.view('contents');
    for (const view of all(this.element, '[data-view]')) show(view, view === current);
    for (const link of all(this.element, '[data-to]')) {
      if (link.dataset.to === place) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    // The first sight of the quiz draws its attempt, and no sooner.
    if (place === 'quiz') for (const component of this.quiz) component.sync();
    for (const menu of all(this.element, 'details[data-menu]')) menu.removeAttribute('open');
  }

  /** Moves the reading position to the view's heading, or to a part of it. */
  focus(target: HTMLElement | null): void {
    const view = target?.closest<HTMLElement>('[data-view]') ?? this.view(this.tracker.state.place);
    if (target && target !== view) {
      target.scrollIntoView();
      focusOn(target);
    } else {
      window.scrollTo(0, 0);
      focusOn(view ? one(view, 'h1') : null);
    }
  }

  showEnd(how: 'saved' | 'lost' | 'unrecorded'): void {
    for (const part of all(this.element, '[data-ended]')) show(part, part.dataset.ended === how);
    for (const view of all(this.element, '[data-view]')) show(view, view.dataset.view === 'ended');
    for (const part of all(this.element, '[data-tools], [data-way]')) part.hidden = true;
    focusOn(one(this.element, `[data-ended="${how}"] h1`));
  }

  showProgress(): void {
    const { course, state, standing, passMark } = this.tracker;
    for (const place of [...course.lessons.map((id) => `lesson/${id}`), 'quiz']) {
      const done =
        place === 'quiz' ? standing.passed === true : state.done.has(place.slice('lesson/'.length));
      for (const mark of all(this.element, `[data-state="${place}"]`)) {
        mark.className = done ? 'state done' : '';
        mark.replaceChildren(...(done ? [icon('done')] : []));
        if (done && mark.dataset.worded !== undefined)
          mark.append(this.words(place === 'quiz' ? 'progress.passed' : 'progress.read'));
      }
      for (const cell of all(this.element, `[data-cell-of="${place}"]`))
        cell.className = done ? 'd' : state.place === place ? 'h' : '';
    }
    const done = course.lessons.length - standing.unread.length;
    for (const line of all(this.element, '[data-progress]')) {
      line.textContent = this.words('progress.lessons', { done, count: course.lessons.length });
    }
    for (const mark of all(this.element, '[data-pass]')) mark.textContent = percent(passMark, this.language);
    const start = one(this.element, '[data-start]');
    const next = standing.unread[0];
    const target = this.view(next === undefined ? 'quiz' : `lesson/${next}`);
    if (!start || !target) return;
    start.setAttribute('href', `#${target.id}`);
    const title = (one(target, 'h1')?.textContent ?? '').trim();
    const begun = done > 0 || state.attempt !== null;
    if (begun) start.textContent = this.words('contents.continue', { title });
  }

  private finishLesson(id: string): void {
    const { state } = this.tracker;
    if (state.done.has(id) || !this.tracker.course.lessons.includes(id)) return;
    state.done.add(id);
    this.showProgress();
    this.tracker.change('now');
  }

  /** A lesson counts as read when its end has been in view for a moment, or when the learner goes on from it. */
  private watchEnds(): void {
    const timers = new Map<Element, number>();
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        window.clearTimeout(timers.get(target));
        if (!isIntersecting) continue;
        const id = (target as HTMLElement).dataset.end ?? '';
        timers.set(
          target,
          window.setTimeout(() => this.finishLesson(id), 1500),
        );
      }
    });
    for (const end of all(this.element, '[data-end]')) observer.observe(end);
  }

  go(place: Place): void {
    this.tracker.state.place = place;
    this.showPlace();
    this.showProgress();
  }
}
