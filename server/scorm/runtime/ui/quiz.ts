/** The quiz: an attempt drawn from the bank, submitted once, shown with its feedback, retaken at will. */
import type { Language } from '../../../content/module.ts';
import type { CourseData } from '../../course.ts';
import { arrangeAttempt, newAttempt, type ArrangedQuestion } from '../state/attempts.ts';
import { without, type Attempt } from '../state/state.ts';
import type { Tracker } from '../tracker.ts';
import type { Component } from './check.ts';
import { all, focusOn, make, one, show } from './dom.ts';
import { clearFeedback, showFeedback } from './feedback.ts';
import { enableOrdering } from './ordering.ts';
import { showResult } from './quiz-result.ts';
import { submitAttempt, Timing } from './quiz-submission.ts';
import { arrange, fillResponse, readResponse } from './responses.ts';
import type { Words } from './words.ts';

export function enableQuiz(
  view: HTMLElement,
  tracker: Tracker,
  words: Words,
  language: Language,
): Component[] {
  const { quiz } = tracker.course;
  const form = one(view, 'form[data-quiz]');
  return quiz && form ? [new QuizView({ view, form, quiz, tracker, words, language })] : [];
}

interface Parts {
  view: HTMLElement;
  form: HTMLElement;
  quiz: NonNullable<CourseData['quiz']>;
  tracker: Tracker;
  words: Words;
  language: Language;
}

class QuizView implements Component {
  private readonly parts: Parts;
  private readonly questions: ReadonlyMap<string, HTMLElement>;
  /** Whether the learner was told of unanswered questions already: the second time counts. */
  private warned = false;

  constructor(parts: Parts) {
    this.parts = parts;
    this.questions = new Map(
      all(parts.form, '[data-question]').map((element) => [element.dataset.question ?? '', element]),
    );
    for (const [id, element] of this.questions) {
      const changed = () => this.save(id, element);
      enableOrdering(element, parts.words, changed);
      element.addEventListener('input', changed);
    }
    parts.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
  }

  sync(): void {
    const { form, tracker, view, words } = this.parts;
    const attempt = this.attempt();
    const submitted = attempt.submittedAt !== null;
    const drawn = this.arranged();
    for (const element of this.questions.values()) show(element, false);
    drawn.forEach((arranged, index) => {
      const element = this.questions.get(arranged.question);
      if (!element) return;
      const response = attempt.responses[arranged.question] ?? null;
      form.insertBefore(element, one(form, '[data-submit-row]'));
      show(element, true);
      const number = one(element, '[data-number]');
      if (number) number.textContent = words('quiz.number', { number: index + 1, count: drawn.length });
      arrange(element, arranged);
      fillResponse(element, arranged, response);
      if (submitted) showFeedback(element, arranged.key, response, words);
      else clearFeedback(element);
    });
    this.warned = false;
    show(one(view, '[data-unanswered]'), false);
    show(one(form, '[data-submit-row]'), !submitted);
    for (const part of all(view, '[data-before]')) show(part, !submitted);
    const retake = () => this.retake();
    showResult(view, { tracker, words, language: this.parts.language, attempt, drawn, retake });
    this.showProgress();
  }

  /** The attempt that is open or was submitted last; the first one is drawn when it is first looked at. */
  private attempt(): Attempt {
    const { quiz, tracker } = this.parts;
    tracker.state.attempt ??= newAttempt(quiz, 1, newSeed());
    Timing.begin(tracker.state.attempt.number);
    return tracker.state.attempt;
  }

  private arranged(): ArrangedQuestion[] {
    return arrangeAttempt(this.parts.quiz, this.attempt());
  }

  private save(id: string, element: HTMLElement): void {
    const { quiz, tracker } = this.parts;
    const attempt = this.attempt();
    const key = quiz.questions.find((question) => question.id === id);
    if (!key || attempt.submittedAt !== null) return;
    const response = readResponse(element, key);
    const others = without(attempt.responses, id);
    attempt.responses = response === null ? others : { ...others, [id]: response };
    if (response !== null) Timing.answered(id);
    this.showProgress();
    tracker.change('later');
  }

  private submit(): void {
    const { tracker, language, view } = this.parts;
    const attempt = this.attempt();
    if (attempt.submittedAt !== null) return;
    const drawn = this.arranged();
    const open = drawn.filter(({ question }) => attempt.responses[question] === undefined);
    if (open.length > 0 && !this.warned) {
      this.warn(drawn, open);
      return;
    }
    const wording = (id: string) => one(this.questions.get(id) ?? view, '[data-title]')?.textContent ?? '';
    submitAttempt(tracker, attempt, drawn, { language, wording });
    this.sync();
    window.scrollTo(0, 0);
    focusOn(one(view, '[data-result] h2'));
  }

  private warn(drawn: readonly ArrangedQuestion[], open: readonly ArrangedQuestion[]): void {
    const { view, words } = this.parts;
    const box = one(view, '[data-unanswered]');
    const links = open.map((question) => {
      const href = `#${this.questions.get(question.question)?.id ?? ''}`;
      return make(
        'li',
        {},
        make('a', { href }, words('quiz.question', { number: drawn.indexOf(question) + 1 })),
      );
    });
    box?.replaceChildren(
      make('h2', {}, words('quiz.unanswered', { count: open.length })),
      make('p', {}, words('quiz.unanswered.how')),
      make('ul', {}, ...links),
    );
    this.warned = true;
    show(box, true);
    box?.scrollIntoView();
    focusOn(box);
  }

  private retake(): void {
    const { quiz, tracker, view } = this.parts;
    tracker.state.attempt = newAttempt(quiz, this.attempt().number + 1, newSeed());
    this.sync();
    tracker.change('now');
    window.scrollTo(0, 0);
    focusOn(one(view, 'h1'));
  }

  private showProgress(): void {
    const { view, words } = this.parts;
    const { questions, responses } = this.attempt();
    const answered = questions.filter((id) => responses[id] !== undefined).length;
    const line = one(view, '[data-answered]');
    if (line) line.textContent = words('quiz.answered', { done: answered, count: questions.length });
    const cells = questions.map((id) => make('i', responses[id] === undefined ? {} : { class: 'd' }));
    one(view, '[data-answered-scale]')?.replaceChildren(...cells);
  }
}

/** Any whole number; `Math.random` is enough for the order of questions. */
const newSeed = (): number => Math.floor(Math.random() * 0x7fff_ffff);
