import type { MessageKey, MessageValues } from './rendering/index.ts';

export type RefusalKind =
  'invalid' | 'signed-out' | 'forbidden' | 'not-found' | 'conflict' | 'too-many' | 'unavailable';

/** All the ways in which the product says no. Only `web/errors.ts` knows what that means in HTTP. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** The sentence for the person, in both catalogues. */
  readonly code: MessageKey;
  readonly values: MessageValues;

  constructor(kind: RefusalKind, code: MessageKey, values: MessageValues = {}) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.values = values;
  }
}
