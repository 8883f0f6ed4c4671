/**
 * Short names for the ids of a course: suspend data in SCORM 1.2 has room for 4,096 characters.
 * A code is a hash of the id, so that it stays the same when a new revision adds lessons or questions.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const CODE_LENGTH = 4;

export interface Codes {
  code(id: string): string;
  id(code: string): string | null;
}

export function makeCodes(ids: readonly string[]): Codes {
  const codes = new Map<string, string>();
  const byCode = new Map<string, string>();
  for (const id of ids) {
    if (codes.has(id)) continue;
    let code = hash(id);
    // Two ids with one hash are one in 30,000 for a large module; the later one gets another.
    for (let salt = 1; byCode.has(code); salt += 1) code = hash(`${id}#${salt}`);
    codes.set(id, code);
    byCode.set(code, id);
  }
  return { code: (id) => codes.get(id) ?? hash(id), id: (code) => byCode.get(code) ?? null };
}

/** FNV-1a, four digits to the base of 62. */
export function hash(id: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    value = Math.imul(value ^ id.charCodeAt(index), 0x01000193) >>> 0;
  }
  let code = '';
  for (let digit = 0; digit < CODE_LENGTH; digit += 1) {
    code += ALPHABET.charAt(value % 62);
    value = Math.floor(value / 62);
  }
  return code;
}
