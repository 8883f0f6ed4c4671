import mongoose from 'mongoose';
import { recentSessions } from '../recent-sessions.ts';

/** Where connect-mongo keeps sessions; stored as documents, so that a person's can be found. */
export const SESSIONS = 'sessions';

/** Signs a person out everywhere. */
export async function endSessionsOf(userId: string): Promise<void> {
  recentSessions.clear();
  await mongoose.connection.collection(SESSIONS).deleteMany({ 'session.passport.user.id': userId });
  // Once more: a request under way may have remembered one between the two.
  recentSessions.clear();
}
