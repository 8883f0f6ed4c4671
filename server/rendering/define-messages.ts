import type { InBoth } from '../content/module.ts';

/** A sentence with `{name}` places; one with a `count` may have a form for one and a form for others. */
export type Message = string | { one: string; other: string };

/** Declares the messages of one feature, both languages side by side. */
export function defineMessages<const T extends Record<string, InBoth<Message>>>(messages: T): T {
  return messages;
}
