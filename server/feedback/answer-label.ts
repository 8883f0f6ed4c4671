import { isMessageKey, type Translate } from '../rendering/index.ts';
import type { Scale } from './scales.ts';

/** An answer in words: `length`, `long` is “Too long”. */
export function answerLabel(scale: Scale, answer: string, t: Translate): string {
  const key = `feedback.${scale}.${answer}`;
  if (!isMessageKey(key)) throw new Error(`No message is called ${key}.`);
  return t(key);
}
