/** A save, as the server answers it (`server/authoring/text.routes.ts`). */
import type { MergedPart } from '../../../server/authoring/merging.ts';

export interface Clash {
  outcome: 'conflict';
  version: number;
  /** The other person's whole text. */
  theirs: string;
  parts: MergedPart[];
  told: string;
}

export type Answer =
  | { outcome: 'saved' | 'merged'; version: number; text: string; told: string }
  | Clash
  | { outcome: 'refused'; why: 'refused' | 'gone' | 'tooLong' }
  | { outcome: 'offline' };

/** What a browser still sends when its page is closing. */
const MOST_ON_LEAVING = 60_000;

export async function sendText(
  address: string,
  fields: { csrf: string; base: string; text: string },
): Promise<Answer> {
  const body = new URLSearchParams({ ...fields, then: 'save' });
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      keepalive: document.visibilityState === 'hidden' && body.toString().length < MOST_ON_LEAVING,
    });
    const isAnswer = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
    if (isAnswer && (response.ok || response.status === 409)) return (await response.json()) as Answer;
    // A server that is starting anew, or asks for patience, is asked again.
    if (response.status >= 500 || response.status === 429) return { outcome: 'offline' };
    const why =
      response.status === 404 ? 'gone' : [413, 422].includes(response.status) ? 'tooLong' : 'refused';
    return { outcome: 'refused', why };
  } catch {
    return { outcome: 'offline' };
  }
}
