/**
 * ASCII text as a third of its length, in ASCII: filled-in worksheets of 6 of our 14 modules do not fit into the
 * 4,096 characters of SCORM 1.2 otherwise (the longest takes 8,700, packed 2,900). Of our own, because browsers compress
 * only asynchronously, too late for a window that closes. An arithmetic coder (Witten, Neal, Cleary, 1987) over the
 * predictor's guesses.
 */
import { CODE_LENGTH, hash } from './codes.ts';
import { Predictor } from './predictor.ts';

/** Those of URLs: whatever way an LMS carries them, by address, in XML or in a script, none is written otherwise. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS_A_LETTER = 6;
/** How many letters were packed, in as many digits to the base of 36. */
const LENGTH_DIGITS = 4;
const HEAD = CODE_LENGTH + LENGTH_DIGITS;
/** No LMS keeps more, packed or not. */
const LONGEST = 100_000;

/** @param text of seven bits a letter, 100,000 letters at most */
export function pack(text: string): string {
  const bits: number[] = [];
  let [low, high] = [0, 0xffff_ffff];
  const predictor = new Predictor();
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) & 127;
    for (let place = 6; place >= 0; place -= 1) {
      const bit = (letter >> place) & 1;
      const middle = split(low, high, predictor.chanceOfOne());
      if (bit === 1) high = middle;
      else low = middle + 1;
      predictor.learn(bit);
      while (low >>> 31 === high >>> 31) {
        bits.push(high >>> 31);
        [low, high] = [(low << 1) >>> 0, ((high << 1) | 1) >>> 0];
      }
    }
  }
  // One bit more names a number between both.
  bits.push(1);
  return hash(text) + text.length.toString(36).padStart(LENGTH_DIGITS, '0') + lettersOf(bits);
}

/** The text; null when it is not what `pack` wrote. */
export function unpack(packed: string): string | null {
  const [sum, length] = [packed.slice(0, CODE_LENGTH), parseInt(packed.slice(CODE_LENGTH, HEAD), 36)];
  if (!(length <= LONGEST)) return null;
  const bits = bitsOf(packed.slice(HEAD));
  let [low, high, value, next] = [0, 0xffff_ffff, 0, 0];
  const take = () => bits[next++] ?? 0;
  for (let index = 0; index < 32; index += 1) value = ((value << 1) | take()) >>> 0;
  const predictor = new Predictor();
  let text = '';
  while (text.length < length) {
    let letter = 0;
    for (let place = 0; place < 7; place += 1) {
      const middle = split(low, high, predictor.chanceOfOne());
      const bit = value <= middle ? 1 : 0;
      if (bit === 1) high = middle;
      else low = middle + 1;
      predictor.learn(bit);
      letter = (letter << 1) | bit;
      while (low >>> 31 === high >>> 31) {
        [low, high] = [(low << 1) >>> 0, ((high << 1) | 1) >>> 0];
        value = ((value << 1) | take()) >>> 0;
      }
    }
    text += String.fromCharCode(letter);
  }
  return hash(text) === sum ? text : null;
}

/** Where the range of a one ends: never at either end, so that both bits stay possible. */
function split(low: number, high: number, chance: number): number {
  return low + Math.floor(((high - low) / 4096) * chance);
}

function lettersOf(bits: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bits.length; at += BITS_A_LETTER) {
    let value = 0;
    for (let index = 0; index < BITS_A_LETTER; index += 1) value = (value << 1) | (bits[at + index] ?? 0);
    text += LETTERS.charAt(value);
  }
  return text;
}

function bitsOf(text: string): number[] {
  return Array.from(text).flatMap((letter) => {
    const value = LETTERS.indexOf(letter);
    return Array.from({ length: BITS_A_LETTER }, (_, index) => (value >> (BITS_A_LETTER - 1 - index)) & 1);
  });
}
