import session from 'express-session';
import { FRESH_FOR, recentSessions } from '../recent-sessions.ts';

/** Puts the memory of recent sessions before the store that keeps them. */
export class RecentSessionStore extends session.Store {
  readonly #kept: session.Store;

  constructor(kept: session.Store) {
    super();
    this.#kept = kept;
  }

  override get(id: string, callback: (error: unknown, session?: session.SessionData | null) => void): void {
    const seen = recentSessions.get(id);
    if (seen && Date.now() - seen.at < FRESH_FOR) {
      callback(null, structuredClone(seen.session));
      return;
    }
    this.#kept.get(id, (error: unknown, found) => {
      if (found) recentSessions.set(id, { session: structuredClone(found), at: Date.now() });
      callback(error, found);
    });
  }

  override set(id: string, changed: session.SessionData, callback?: (error?: unknown) => void): void {
    recentSessions.delete(id);
    this.#kept.set(id, changed, callback);
  }

  override destroy(id: string, callback?: (error?: unknown) => void): void {
    recentSessions.delete(id);
    this.#kept.destroy(id, callback);
  }

  override touch(id: string, current: session.SessionData, callback?: () => void): void {
    if (this.#kept.touch) this.#kept.touch(id, current, callback);
    else callback?.();
  }
}
