import type { Language } from './content/module.ts';
import type { MessageKey, MessageValues } from './rendering/index.ts';

export type RefusalKind =
  'invalid' | 'signed-out' | 'forbidden' | 'not-found' | 'conflict' | 'too-many' | 'unavailable';

/** Where a refused person can go to put it right. */
export interface WayOut {
  url: (lang: Language) => string;
  label: MessageKey;
}

/** All the ways in which the product says no. Only `web/errors.ts` knows what that means in HTTP. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** The sentence for the person, in both catalogues. */
  readonly code: MessageKey;
  readonly values: MessageValues;
  readonly wayOut: WayOut | null;

  constructor(kind: RefusalKind, code: MessageKey, values: MessageValues = {}, wayOut: WayOut | null = null) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.values = values;
    this.wayOut = wayOut;
  }
}
