import type { Request } from 'express';
import type { SignedIn } from '../web/visitor.ts';
import type { User } from './user.model.ts';

/** What the session keeps of an account. */
export function asSignedIn({ _id, name, role, language }: User): SignedIn {
  return { id: _id.toString(), name, role, language };
}

/** Signs in under a new session id (ASVS 7.2.4). */
export async function startSession(req: Request, user: User): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.login(asSignedIn(user), (error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('No session could be started.'));
      else resolve();
    });
  });
}

/** Ends the session in the database, so that its cookie is worth nothing any more. */
export async function endSession(req: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.session.destroy((error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The session could not be ended.'));
      else resolve();
    });
  });
}
