/**
 * Keeps the learner's state, and keeps it in the LMS. Every change is set at once and stored soon: an LMS's calls
 * may block the page for seconds, so that commits are at least five seconds apart, unless the window is leaving
 * or the change matters.
 */
import type { CourseData } from '../course.ts';
import { Clock } from './clock.ts';
import type { Interaction, Lms } from './lms/lms.ts';
import { objectiveResults, standingOf, type Standing } from './state/standing.ts';
import { emptyState, type CourseState } from './state/state.ts';
import { suspendFormat, type SuspendFormat } from './state/suspend.ts';

/** `ended` is after the learner left, `refused` when the LMS does not open a session. */
export type Saving = 'untracked' | 'refused' | 'read-only' | 'saved' | 'pending' | 'failed' | 'ended';

const DEBOUNCE_MS = 2000;
const LEAST_BETWEEN_MS = 5000;
const RETRIES_MS = [5000, 15_000, 45_000];

export class Tracker {
  readonly course: CourseData;
  state: CourseState = emptyState();
  saving: Saving = 'untracked';
  savedAt: Date | null = null;
  /** Worksheet cells that found no room in the LMS. */
  left = 0;
  private readonly clock = new Clock();
  private readonly format: SuspendFormat;
  private readonly onSaving: () => void;
  private lms: Lms | null = null;
  private timer = 0;
  private lastCommit = 0;
  private failures = 0;

  constructor(course: CourseData, onSaving: () => void) {
    this.course = course;
    this.format = suspendFormat(course);
    this.onSaving = onSaving;
  }

  /** Goes on where the LMS says that the learner left off. */
  attach(lms: Lms): void {
    this.lms = lms;
    const { launch } = lms;
    // Entry is not asked: some LMSs say "ab-initio" and have data all the same (chamilo-lms#2988).
    const restored = this.format.read(launch.suspended);
    if (restored) this.state = restored;
    if (launch.score !== null && (this.state.best ?? -1) < launch.score) this.state.best = launch.score;
    this.tell(launch.mode === 'normal' ? 'saved' : 'read-only');
  }

  get passMark(): number {
    return this.lms?.launch.passMark ?? this.course.passMark;
  }

  get mode(): 'normal' | 'browse' | 'review' | null {
    return this.lms?.launch.mode ?? null;
  }

  get language(): string {
    return this.lms?.launch.language ?? '';
  }

  get standing(): Standing {
    return standingOf(this.course, this.state, this.passMark);
  }

  /** @param soon `now` for what the learner must not lose: a submitted quiz, a finished lesson */
  change(soon: 'now' | 'later', ...interactions: readonly Interaction[]): void {
    if (!this.lms || this.saving === 'ended' || this.mode !== 'normal') return;
    for (const interaction of interactions) this.lms.record(interaction);
    this.report();
    if (soon === 'now') {
      this.commit();
      return;
    }
    this.tell(this.saving === 'failed' ? 'failed' : 'pending');
    this.schedule(Math.max(DEBOUNCE_MS, this.lastCommit + LEAST_BETWEEN_MS - Date.now()));
  }

  /** Stores what is not stored yet: the window may be gone in a moment. @returns whether nothing is left to store */
  flush(): boolean {
    if (!this.lms || this.saving === 'ended' || this.mode !== 'normal') return true;
    this.report();
    return this.commit();
  }

  /**
   * Ends the session, once. Nothing is written after it.
   * @returns whether the LMS says that it has everything
   */
  end({ leaving }: { leaving: boolean }): boolean {
    if (!this.lms || this.saving === 'ended') return true;
    window.clearTimeout(this.timer);
    if (this.mode === 'normal') this.report();
    const exit = this.standing.complete ? this.course.exitWhenComplete : 'suspend';
    // Even when the last commit fails the session must be ended (adapt_framework#2222).
    const kept = this.lms.finish({ exit, leaving });
    this.tell('ended');
    return kept;
  }

  refuse(): void {
    this.tell('refused');
  }

  private report(): void {
    const { lms, state } = this;
    if (!lms) return;
    const { text, left } = this.format.write(state, lms.room);
    const { progress, complete, passed } = this.standing;
    this.left = left;
    lms.report({
      place: state.place,
      suspended: text,
      elapsed: this.clock.elapsed(),
      progress,
      complete,
      passed,
      score: this.course.quiz ? state.best : null,
      objectives: objectiveResults(this.course, state.attempt, this.passMark),
    });
  }

  private commit(): boolean {
    window.clearTimeout(this.timer);
    this.lastCommit = Date.now();
    if (this.lms?.commit() === true) {
      this.failures = 0;
      this.savedAt = new Date();
      this.tell('saved');
      return true;
    }
    const wait = RETRIES_MS[this.failures];
    this.failures += 1;
    if (wait !== undefined) this.schedule(wait);
    this.tell('failed');
    return false;
  }

  private schedule(wait: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), wait);
  }

  private tell(saving: Saving): void {
    this.saving = saving;
    this.onSaving();
  }
}
