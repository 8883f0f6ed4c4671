import type { AssignmentsInLearning } from '../../learning/index.ts';
import { WorkModel } from './assignment.model.ts';
import { countWaiting } from './marking.ts';

/** Final assignments as a track's page and “my learning” show them. */
export const assignmentsInLearning: AssignmentsInLearning = {
  async standings(user, tracks) {
    const ids = tracks.filter(({ assignment }) => assignment).map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const works = await WorkModel.find(
      { user, track: { $in: ids } },
      { track: 1, state: 1, since: 1 },
    ).lean();
    return new Map(works.map(({ track, state, since }) => [track, { state, since }]));
  },
  waitingFor: countWaiting,
};
