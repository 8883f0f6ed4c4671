/** What an LMS hands to a course when it is launched: SCORM 1.2 RTE 3.4, SCORM 2004 RTE 4.2. */
import type { PlayerData } from '../../../server/packages/player-data.ts';

/** Data model elements as scorm-again commits them. */
export interface Cmi {
  [name: string]: Cmi | string | undefined;
}

export type Mode = 'normal' | 'no-credit' | 'browse' | 'review';

const LEARNER = { id: 'rumbo-trial', name: 'Prueba, Ana' };

export function startingData(data: PlayerData, mode: Mode, kept: Cmi | null): Cmi {
  return data.edition === '1.2' ? startingData12(data, mode, kept) : startingData2004(data, mode, kept);
}

const credit = (mode: Mode): string => (mode === 'normal' ? 'credit' : 'no-credit');
const lessonMode = (mode: Mode): string => (mode === 'no-credit' ? 'normal' : mode);

function startingData12({ passMark }: PlayerData, mode: Mode, kept: Cmi | null): Cmi {
  const core = (kept?.core ?? {}) as Cmi;
  return {
    ...kept,
    student_data: { mastery_score: passMark },
    core: {
      ...core,
      student_id: LEARNER.id,
      student_name: LEARNER.name,
      lesson_mode: lessonMode(mode),
      credit: credit(mode),
      lesson_status: core.lesson_status ?? 'not attempted',
      entry: kept === null ? 'ab-initio' : core.exit === 'suspend' ? 'resume' : '',
      exit: '',
      session_time: '',
    },
  };
}

/** Only a suspended attempt goes on; after any other exit a new one starts with nothing (RTE 4.2.8). */
function startingData2004({ objective, passMark }: PlayerData, mode: Mode, kept: Cmi | null): Cmi {
  const resumed = kept?.exit === 'suspend';
  return {
    ...(resumed ? kept : { objectives: { 0: { id: objective } } }),
    learner_id: LEARNER.id,
    learner_name: LEARNER.name,
    scaled_passing_score: passMark,
    mode: lessonMode(mode),
    credit: credit(mode),
    entry: resumed ? 'resume' : 'ab-initio',
    exit: '',
    session_time: '',
  };
}
