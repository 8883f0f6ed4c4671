import { hash, verify } from '@node-rs/argon2';

/** Argon2id with OWASP's least parameters: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFC'), parameters);
}

export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return await verify(passwordHash, password.normalize('NFC'));
}

/** Verified when nobody has that e-mail, so that an unknown address takes as long as a known one. */
const nobody = hashPassword('a password that nobody has');
export async function verifyNobody(password: string): Promise<false> {
  await verifyPassword(await nobody, password);
  return false;
}

/** Whether a guesser would try it first: one thing repeated, a run of keys, or the person's own data. */
export function isGuessable(password: string, personal: string[]): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5) return true;
  if (/^(.{1,5})\1+$/u.test(plain)) return true;
  if ('0123456789012345678901234567890'.includes(plain) || 'qwertyuiopasdfghjklñzxcvbnm'.includes(plain))
    return true;
  if (/^(contrase[nñ]a|password|rumbo|bienvenid[oa])[\d!.@#]*$/u.test(plain)) return true;
  return personal.some((own) => own.length > 3 && plain === own.toLowerCase());
}
