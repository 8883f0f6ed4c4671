import type { Request } from 'express';
import type {} from 'passport';
import { languages, type Language } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { isAllowed, type Role, type Who } from '../policy.ts';

/** What the session keeps of a signed-in person, so that a page costs no read of the account. */
export interface SignedIn {
  id: string;
  name: string;
  role: Role;
  language: Language;
}

declare global {
  // Passport types `req.user` through this namespace.
  namespace Express {
    interface User extends SignedIn {}
  }
}

/** The person behind a request, or null. */
export function visitorOf(req: Request): SignedIn | null {
  return req.user ?? null;
}

/** The signed-in person. @throws Refusal signed-out */
export function signedIn(req: Request): SignedIn {
  if (!req.user) throw new Refusal('signed-out', 'accounts.signInFirst');
  return req.user;
}

/** @throws Refusal signed-out or forbidden when this visitor may not go to an address for `who` */
export function admitVisitor(visitor: SignedIn | null, who: Who): void {
  if (mayVisit(visitor, who)) return;
  throw visitor
    ? new Refusal('forbidden', 'common.notForYourRole')
    : new Refusal('signed-out', 'accounts.signInFirst');
}

/** Whether links to addresses for `who` are worth showing. */
export function mayVisit(visitor: SignedIn | null, who: Who): boolean {
  return isAllowed(visitor?.role ?? 'signed-out', who);
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The language that a page is asked in: by its address, else what the person or the browser prefers. */
export function languageOf(req: Request): Language {
  const first = req.path.split('/')[1];
  return isLanguage(first) ? first : preferredLanguage(req);
}

/** Spanish unless the account or the browser says English. */
export function preferredLanguage(req: Request): Language {
  return req.user?.language ?? (req.acceptsLanguages([...languages]) === 'en' ? 'en' : 'es');
}
