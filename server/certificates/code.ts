import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is read as a digit, none that makes a word (I, L, O, U). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** 80 random bits as 16 letters and digits. */
export function newCode(): string {
  let bits = BigInt(`0x${randomBytes((LENGTH * 5) / 8).toString('hex')}`);
  let code = '';
  for (let i = 0; i < LENGTH; i++) {
    code += ALPHABET[Number(bits & 31n)] ?? '';
    bits >>= 5n;
  }
  return code;
}

/** What a person typed or read off paper, as a code: case, hyphens and lookalikes do not matter. Null: no code. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return new RegExp(`^[${ALPHABET}]{${String(LENGTH)}}$`).test(code) ? code : null;
}

/** In groups of four, as it is printed. */
export function showCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
