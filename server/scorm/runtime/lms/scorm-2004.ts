/** SCORM 2004, 3rd and 4th edition (Run-Time Environment, chapter 4.2): completion and success are apart. */
import { toPercent } from '../../../assessment/scoring/index.ts';
import { QUIZ_OBJECTIVE } from '../../course.ts';
import type { Calls } from './calls.ts';
import { identifier2004 } from './identifiers.ts';
import type { Interaction, Launch, Lms, Report } from './lms.ts';
import { decimal, readNumber } from './numbers.ts';
import { inLanguage, patterns2004, response2004, type2004 } from './responses-2004.ts';
import { timespan2004, timestamp2004 } from './times.ts';

/** The standard promises 64,000 characters; a beacon sent at the end by the LMS holds 64 KiB in all. */
const ROOM = 32_000;
const LONGEST_PLACE = 1000;
const LONGEST_DESCRIPTION = 240;
/** What only the session's end is for. */
const AT_THE_END = ['cmi.session_time', 'cmi.exit', 'adl.nav.request'];

export function openScorm2004(calls: Calls): Lms | null {
  return calls.open('cmi.completion_status') ? new Scorm2004(calls) : null;
}

class Scorm2004 implements Lms {
  readonly launch: Launch;
  readonly room = ROOM;
  private readonly calls: Calls;
  private readonly writes: boolean;
  private interactions = 0;
  private readonly objectives = new Map<string, number>();

  constructor(calls: Calls) {
    this.calls = calls;
    const mode = calls.get('cmi.mode');
    const scaled = readNumber(calls.get('cmi.score.scaled'));
    this.launch = {
      mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
      completed: calls.get('cmi.completion_status') === 'completed',
      passed: calls.get('cmi.success_status') === 'passed',
      score: scaled,
      suspended: calls.get('cmi.suspend_data'),
      passMark: readNumber(calls.get('cmi.scaled_passing_score')),
      language: calls.get('cmi.learner_preference.language'),
    };
    this.writes = this.launch.mode === 'normal';
    if (this.writes) this.begin();
  }

  private begin(): void {
    const { calls } = this;
    this.interactions = readNumber(calls.get('cmi.interactions._count')) ?? 0;
    const count = readNumber(calls.get('cmi.objectives._count')) ?? 0;
    for (let index = 0; index < count; index += 1)
      this.objectives.set(calls.get(`cmi.objectives.${index}.id`), index);
    if (!this.launch.completed) calls.set('cmi.completion_status', 'incomplete');
    // Early: a session that is cut off would lose its data otherwise (adapt-contrib-spoor#320).
    calls.set('cmi.exit', 'suspend');
    calls.commit();
  }

  report(report: Report): void {
    if (!this.writes) return;
    const { calls, launch } = this;
    calls.set('cmi.location', report.place.slice(0, LONGEST_PLACE));
    calls.set('cmi.suspend_data', report.suspended);
    calls.set('cmi.session_time', timespan2004(report.elapsed));
    calls.set('cmi.progress_measure', decimal(launch.completed ? 1 : report.progress));
    if (report.score !== null) this.reportScore('cmi', report.score);
    if (launch.passed || report.passed !== null) {
      const success = launch.passed || report.passed === true ? 'passed' : 'failed';
      calls.set('cmi.success_status', success);
      if (report.score !== null) this.reportObjective(QUIZ_OBJECTIVE, report.score, success);
    }
    calls.set('cmi.completion_status', launch.completed || report.complete ? 'completed' : 'incomplete');
    for (const { id, score, passed } of report.objectives) {
      this.reportObjective(identifier2004('objective', id), score, passed ? 'passed' : 'failed');
    }
  }

  /** All four: Moodle's grade is raw, others take scaled. */
  private reportScore(
    element: string,
    score: number,
    write = (name: string, value: string) => this.calls.set(name, value),
  ): void {
    write(`${element}.score.min`, '0');
    write(`${element}.score.max`, '100');
    write(`${element}.score.raw`, decimal(toPercent(score, 2), 2));
    write(`${element}.score.scaled`, decimal(toPercent(score, 4) / 100, 6));
  }

  private reportObjective(id: string, score: number, success: 'passed' | 'failed'): void {
    const offer = (name: string, value: string) => this.calls.offer(name, value);
    // The LMS makes those of the manifest itself; their ids cannot be set again (351).
    const index = this.objectives.get(id) ?? this.objectives.size;
    const element = `cmi.objectives.${index}`;
    if (!this.objectives.has(id) && !offer(`${element}.id`, id)) return;
    this.objectives.set(id, index);
    this.reportScore(element, score, offer);
    offer(`${element}.success_status`, success);
  }

  record({ module, question, response, result, description, language, at, latency }: Interaction): void {
    if (!this.writes) return;
    const element = `cmi.interactions.${this.interactions}`;
    const offer = (name: string, value: string) => this.calls.offer(`${element}.${name}`, value);
    if (!offer('id', identifier2004(module, question.id))) return;
    this.interactions += 1;
    // The type comes before whatever depends on it (408).
    offer('type', type2004(question));
    if (question.objective !== null)
      offer('objectives.0.id', identifier2004('objective', question.objective));
    offer('timestamp', timestamp2004(at));
    patterns2004(question).forEach((pattern, index) => offer(`correct_responses.${index}.pattern`, pattern));
    offer('weighting', decimal(question.points));
    const written = response2004(question, response, language);
    if (written !== '') offer('learner_response', written);
    offer(
      'result',
      result.verdict === 'right'
        ? 'correct'
        : result.verdict === 'partly'
          ? decimal(result.fraction)
          : 'incorrect',
    );
    if (latency !== null) offer('latency', timespan2004(latency));
    if (description !== '') offer('description', inLanguage(language, description, LONGEST_DESCRIPTION));
  }

  commit(): boolean {
    return !this.writes || this.calls.commit();
  }

  finish({ exit, leaving }: { exit: 'suspend' | 'normal'; leaving: boolean }): boolean {
    if (this.writes) {
      this.calls.set('cmi.exit', exit);
      // Asks the LMS to take back its frame (adapt-contrib-spoor#371); never when the window closes by itself.
      if (leaving) this.calls.offer('adl.nav.request', exit === 'suspend' ? 'suspendAll' : 'exitAll');
      // Ending stores as well. In a window that closes a commit's request is refused by browsers and costs time.
      if (this.calls.holdsMoreThan(AT_THE_END)) this.calls.commit();
    }
    return this.calls.finish();
  }
}
