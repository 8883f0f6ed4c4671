import { Types } from 'mongoose';
import { getTrack, type PublishedTrack } from '../catalogue/index.ts';
import { Refusal } from '../errors.ts';
import { LimitedMap } from '../limited-map.ts';
import { paths } from '../paths.ts';
import { EnrolmentModel, type Enrolment } from './enrolment.model.ts';
import { ProgressModel } from './progress.model.ts';

/** Where a person stands before a track. */
export type Access =
  | { state: 'signed-out' }
  /** May be entered; `left` is the enrolment of a person who was in it before. */
  | { state: 'open'; left?: Enrolment }
  | { state: 'enrolled'; enrolment: Enrolment }
  /** Locked until the other track is finished, a trainer admits the person, or the placement quiz is passed. */
  | { state: 'locked'; track: PublishedTrack; after: PublishedTrack; modulesToGo: number };

/**
 * Enrolments seen a moment ago, so that a lesson page need not read them again. Nobody is put out of a track: a
 * person who has left it may meet an open lesson in another process, and loses nothing by it.
 */
const seen = new LimitedMap<string, true>(10_000);

/** @param user the person's id, null when signed out */
export async function findAccess(user: string | null, track: PublishedTrack): Promise<Access> {
  if (user === null) return track.opensAfter === null ? { state: 'signed-out' } : await lockedBy(track, null);
  const enrolment = await EnrolmentModel.findOne({ user, track: track.id }).lean();
  if (enrolment) {
    return enrolment.leftAt ? { state: 'open', left: enrolment } : { state: 'enrolled', enrolment };
  }
  return track.opensAfter === null ? { state: 'open' } : await lockedBy(track, user);
}

async function lockedBy(track: PublishedTrack, user: string | null): Promise<Access> {
  const after = await getTrack(track.opensAfter ?? track.id);
  const needed = after.published.map(({ id }) => id);
  if (user === null) return { state: 'locked', track, after, modulesToGo: needed.length };
  if (await EnrolmentModel.exists({ user, track: after.id, finishedAt: { $ne: null } }))
    return { state: 'open' };
  const finished = await ProgressModel.countDocuments({
    user,
    module: { $in: needed },
    finishedAt: { $ne: null },
  });
  return { state: 'locked', track, after, modulesToGo: needed.length - finished };
}

/** Of the tracks that a person takes now. */
export async function enrolmentsOf(user: string): Promise<Enrolment[]> {
  return await EnrolmentModel.find({ user, leftAt: null }).lean();
}

/**
 * Enrols a person in a track, or lets them come back to it as they left it. Safe to repeat.
 * @throws Refusal forbidden `learning.locked` while the track is not open to them
 */
export async function enrol(user: string, track: PublishedTrack): Promise<void> {
  const access = await findAccess(user, track);
  if (access.state === 'locked') throw new Refusal('forbidden', 'learning.locked');
  if (access.state === 'open') await ensureEnrolment(user, track.id, { way: 'self' });
}

/** Lets a person into a track that is not open to them yet. Safe to repeat: the first admission stays. */
export async function admit(user: string, track: PublishedTrack, by: string): Promise<void> {
  await ensureEnrolment(user, track.id, { way: 'admission', admittedBy: new Types.ObjectId(by) });
}

/** Lets in a person who passed the track's placement quiz. Safe to repeat. */
export async function admitByPlacement(user: string, track: PublishedTrack): Promise<void> {
  await ensureEnrolment(user, track.id, { way: 'placement' });
}

async function ensureEnrolment(user: string, track: string, how: Partial<Enrolment>): Promise<void> {
  await EnrolmentModel.updateOne(
    { user, track },
    { $setOnInsert: { ...how, since: new Date() }, $unset: { leftAt: '' } },
    { upsert: true },
  );
}

/**
 * Lets a person leave a track. Progress, attempts, worksheets and the way they came in stay: coming back needs no
 * admission. A finished track is nothing to leave. Safe to repeat.
 */
export async function leave(user: string, track: PublishedTrack): Promise<void> {
  await EnrolmentModel.updateOne(
    { user, track: track.id, finishedAt: null, leftAt: null },
    { $set: { leftAt: new Date() } },
  );
  seen.delete(seenKey(user, track));
}

const seenKey = (user: string, { id }: PublishedTrack): string => `${user}/${id}`;

/** @throws Refusal forbidden when the person is not enrolled in the track: `learning.locked` or `learning.notEnrolled` */
export async function requireEnrolment(user: string, track: PublishedTrack): Promise<void> {
  const key = seenKey(user, track);
  if (seen.get(key)) return;
  const access = await findAccess(user, track);
  if (access.state !== 'enrolled') {
    const code = access.state === 'locked' ? 'learning.locked' : 'learning.notEnrolled';
    throw new Refusal(
      'forbidden',
      code,
      {},
      { url: (lang) => paths.track({ lang, track: track.id }), label: 'learning.goToTrack' },
    );
  }
  seen.set(key, true);
}
