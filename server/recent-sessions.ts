/**
 * Sessions seen in the last seconds, so that the pages and answers of one visit read the session once. What ends
 * a session forgets it here at once; another process notices within `FRESH_FOR`.
 */
import type { SessionData } from 'express-session';
import { LimitedMap } from './limited-map.ts';

/** Milliseconds that a process may go on with a session that another one has ended. */
export const FRESH_FOR = 3_000;

interface Seen {
  /** Each request gets a copy of its own to change. */
  session: SessionData;
  at: number;
}

export const recentSessions = new LimitedMap<string, Seen>(5_000);
