/** SCORM 1.2 (Run-Time Environment, chapter 3.4). Everything is a string; nothing of 2004's is ever touched. */
import { toPercent } from '../../../assessment/scoring/index.ts';
import type { Calls } from './calls.ts';
import { identifier12 } from './identifiers.ts';
import type { Interaction, Launch, Lms, Report } from './lms.ts';
import { decimal, readNumber } from './numbers.ts';
import { patterns12, response12, type12 } from './responses-1.2.ts';
import { time12, timespan12 } from './times.ts';

/** The standard promises 4,096 characters of suspend data; some LMSs count a little differently. */
const ROOM = 4000;
const LONGEST_PLACE = 255;
/** What only the session's end is for. */
const AT_THE_END = ['cmi.core.session_time', 'cmi.core.exit'];

export function openScorm12(calls: Calls): Lms | null {
  return calls.open('cmi.core.lesson_status') ? new Scorm12(calls) : null;
}

class Scorm12 implements Lms {
  readonly launch: Launch;
  readonly room = ROOM;
  private readonly calls: Calls;
  private readonly writes: boolean;
  /** Whether the LMS turns a score into passed or failed by a mastery score of its own at the end. */
  private readonly judges: boolean;
  private readonly failedBefore: boolean;
  private interactions = 0;
  private readonly takesInteractions: boolean;
  private readonly objectives = new Map<string, number>();
  private readonly takesObjectives: boolean;

  constructor(calls: Calls) {
    this.calls = calls;
    const mode = calls.get('cmi.core.lesson_mode');
    const status = calls.get('cmi.core.lesson_status');
    const mastery = readNumber(calls.get('cmi.student_data.mastery_score'));
    const raw = readNumber(calls.get('cmi.core.score.raw'));
    this.judges = mastery !== null;
    this.failedBefore = status === 'failed';
    this.launch = {
      mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
      completed: status === 'completed' || status === 'passed',
      passed: status === 'passed',
      score: raw === null ? null : raw / 100,
      suspended: calls.get('cmi.suspend_data'),
      passMark: mastery === null ? null : mastery / 100,
      language: calls.get('cmi.student_preference.language'),
    };
    this.writes = this.launch.mode === 'normal';
    this.takesInteractions = this.writes && calls.get('cmi.interactions._children') !== '';
    this.takesObjectives = this.writes && calls.get('cmi.objectives._children') !== '';
    if (this.takesInteractions) this.interactions = readNumber(calls.get('cmi.interactions._count')) ?? 0;
    if (this.takesObjectives) this.readObjectives();
    if (this.writes) this.begin(status);
  }

  /** Moodle turns an untouched "not attempted" into "completed" at the end; a lost session must not lose its data. */
  private begin(status: string): void {
    if (!this.launch.completed && status !== 'failed') this.calls.set('cmi.core.lesson_status', 'incomplete');
    this.calls.set('cmi.core.exit', 'suspend');
    this.calls.commit();
  }

  private readObjectives(): void {
    const count = readNumber(this.calls.get('cmi.objectives._count')) ?? 0;
    for (let index = 0; index < count; index += 1) {
      this.objectives.set(this.calls.get(`cmi.objectives.${index}.id`), index);
    }
  }

  report(report: Report): void {
    if (!this.writes) return;
    const { calls } = this;
    calls.set('cmi.core.lesson_location', report.place.slice(0, LONGEST_PLACE));
    calls.set('cmi.suspend_data', report.suspended);
    calls.set('cmi.core.session_time', timespan12(report.elapsed));
    // Score before status: Cornerstone reports 0 otherwise (adapt_framework#2604).
    this.reportScore(report);
    calls.set('cmi.core.lesson_status', this.statusOf(report));
    if (this.takesObjectives) this.reportObjectives(report);
  }

  /**
   * A passing score waits until the lessons are read where the LMS judges by scores: it would call the course
   * passed at once, and the course would contradict it.
   */
  private reportScore({ score, passed, complete }: Report): void {
    if (score === null || (passed === true && !complete && this.judges && !this.launch.completed)) return;
    this.calls.set('cmi.core.score.min', '0');
    this.calls.set('cmi.core.score.max', '100');
    this.calls.set('cmi.core.score.raw', decimal(toPercent(score, 2), 2));
  }

  /**
   * One word for completion and success. "Failed" only where the LMS would say so itself, by its mastery score:
   * attempts are not limited, and some LMSs lock a failed course.
   */
  private statusOf({ complete, passed }: Report): string {
    if (this.launch.passed) return 'passed';
    if (complete || this.launch.completed) return passed === true ? 'passed' : 'completed';
    return (passed === false && this.judges) || this.failedBefore ? 'failed' : 'incomplete';
  }

  private reportObjectives({ objectives }: Report): void {
    for (const { id, score, passed } of objectives) {
      const name = identifier12(id);
      const index = this.objectives.get(name) ?? this.objectives.size;
      const element = `cmi.objectives.${index}`;
      if (!this.objectives.has(name) && !this.calls.offer(`${element}.id`, name)) return;
      this.objectives.set(name, index);
      this.calls.offer(`${element}.score.min`, '0');
      this.calls.offer(`${element}.score.max`, '100');
      this.calls.offer(`${element}.score.raw`, decimal(toPercent(score, 2), 2));
      this.calls.offer(`${element}.status`, passed ? 'passed' : 'failed');
    }
  }

  record({ module, question, response, result, at, latency }: Interaction): void {
    if (!this.takesInteractions) return;
    const element = `cmi.interactions.${this.interactions}`;
    const offer = (name: string, value: string) => this.calls.offer(`${element}.${name}`, value);
    // A refused id leaves the index free for the next one.
    if (!offer('id', identifier12(module, question.id))) return;
    this.interactions += 1;
    if (question.objective !== null) offer('objectives.0.id', identifier12(question.objective));
    offer('type', type12(question));
    offer('time', time12(at));
    patterns12(question).forEach((pattern, index) => offer(`correct_responses.${index}.pattern`, pattern));
    offer('weighting', decimal(question.points));
    const written = response12(question, response);
    if (written !== '') offer('student_response', written);
    offer(
      'result',
      result.verdict === 'right'
        ? 'correct'
        : result.verdict === 'partly'
          ? decimal(result.fraction)
          : 'wrong',
    );
    if (latency !== null) offer('latency', timespan12(latency));
  }

  commit(): boolean {
    return !this.writes || this.calls.commit();
  }

  finish({ exit }: { exit: 'suspend' | 'normal' }): boolean {
    if (this.writes) {
      // An empty exit ends the attempt; "logout" would sign the learner out of the LMS.
      this.calls.set('cmi.core.exit', exit === 'suspend' ? 'suspend' : '');
      // Ending stores as well. In a window that closes a commit's request is refused by browsers and costs time.
      if (this.calls.holdsMoreThan(AT_THE_END)) this.calls.commit();
    }
    return this.calls.finish();
  }
}
