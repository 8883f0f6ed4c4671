import { Calls } from './calls.ts';
import type { FoundApi } from './api.ts';
import type { Lms } from './lms.ts';
import { openScorm12 } from './scorm-1.2.ts';
import { openScorm2004 } from './scorm-2004.ts';

/** Opens the session; null when the LMS refuses it. */
export function openSession(found: FoundApi): Lms | null {
  const calls = new Calls(found);
  return found.name === 'API' ? openScorm12(calls) : openScorm2004(calls);
}
