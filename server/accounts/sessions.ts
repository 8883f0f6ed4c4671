import mongoose from 'mongoose';

/** Where connect-mongo keeps sessions; stored as documents, so that a person's can be found. */
export const SESSIONS = 'sessions';

/** Signs a person out everywhere. */
export async function endSessionsOf(userId: string): Promise<void> {
  await mongoose.connection.collection(SESSIONS).deleteMany({ 'session.passport.user.id': userId });
}
