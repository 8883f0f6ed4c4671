/**
 * Finding the API that the LMS put into one of its windows (SCORM 1.2 RTE 3.3.6.1, SCORM 2004 RTE 3.3.1):
 * up the chain of parents, then the same from the opener of this window, of its parent and of the top one.
 * Openers of parents matter: some LMSs open a pop-up that holds the content in a frame.
 */
import type { ApiName, ApiObject, FoundApi } from './api.ts';

const HIGHEST = 500;

/** Looks for the API of the package's own edition first, then for the other, which its LMS may offer instead. */
export function findApi(preferred: ApiName): FoundApi | null {
  const other = preferred === 'API' ? 'API_1484_11' : 'API';
  for (const name of [preferred, other] as const) {
    const api = findByName(name);
    if (api) return { name, api };
  }
  return null;
}

function findByName(name: ApiName): ApiObject | null {
  const found = upwards(window, name);
  if (found) return found;
  for (const start of [() => window, () => window.parent, () => window.top]) {
    const opener = openerOf(start);
    const api = opener ? upwards(opener, name) : null;
    if (api) return api;
  }
  return null;
}

function upwards(start: Window, name: ApiName): ApiObject | null {
  let current = start;
  for (let level = 0; level < HIGHEST; level += 1) {
    // A window of another origin throws on every access: there the search ends.
    try {
      const api = (current as unknown as Record<string, unknown>)[name];
      if (api !== null && (typeof api === 'object' || typeof api === 'function')) return api as ApiObject;
      if (current.parent === current) return null;
      current = current.parent;
    } catch {
      return null;
    }
  }
  return null;
}

function openerOf(start: () => Window | null): Window | null {
  try {
    const opener = start()?.opener as Window | null | undefined;
    return opener && !opener.closed ? opener : null;
  } catch {
    return null;
  }
}

const WAIT_MS = 3000;
const STEP_MS = 150;

/** Looks again for three seconds: Open edX's block puts its API there after the content has loaded. */
export async function waitForApi(preferred: ApiName): Promise<FoundApi | null> {
  // A window by itself has nobody to wait for.
  const most = window.parent === window && !window.opener ? 0 : WAIT_MS;
  for (let waited = 0; ; waited += STEP_MS) {
    const found = findApi(preferred);
    if (found || waited >= most) return found;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
