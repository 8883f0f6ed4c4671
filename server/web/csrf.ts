/**
 * Two walls against forms sent from another site (OWASP CSRF sheet): what the browser says of the request's
 * origin, and a token kept in the session that every form of ours carries.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type {} from 'express-session';
import { Refusal } from '../errors.ts';

declare module 'express-session' {
  interface SessionData {
    csrf?: string;
  }
}

/** The session's token, made when a page with a form first needs it. */
export function csrfToken(req: Request): string {
  req.session.csrf ??= randomBytes(18).toString('base64url');
  return req.session.csrf;
}

/** @throws Refusal forbidden when the request does not come from a page of ours */
export function refuseForgery(req: Request): void {
  refuseForeignPage(req);
  if (!carriesToken(req)) throw new Refusal('forbidden', 'common.formExpired');
}

/** The first wall alone, for requests whose body is not worth reading otherwise. @throws Refusal forbidden */
export function refuseForeignPage(req: Request): void {
  if (!fromOurPages(req)) throw new Refusal('forbidden', 'common.formExpired');
}

function fromOurPages(req: Request): boolean {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  // Browsers before 2023, and plain HTTP, send no Fetch Metadata: the origin decides, where there is one.
  const origin = req.get('Origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === req.get('Host');
}

function carriesToken(req: Request): boolean {
  const expected = req.session.csrf;
  const given = (req.body as { csrf?: unknown } | undefined)?.csrf;
  if (expected === undefined || typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
