/**
 * The second wall: our renderer escapes what it writes; this lets nothing through that it never writes.
 * svg, math, style, form and textarea are never allowed (docs: CVE-2026-63670, CVE-2026-84371); formulas are put
 * in afterwards, from our own step.
 */
import sanitizeHtml from 'sanitize-html';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, asSanitised } from './known-markup.ts';

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...ALLOWED_TAGS],
  allowedAttributes: ALLOWED_ATTRIBUTES,
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
};

/** What the sanitiser makes of any HTML. */
export const sanitiseAnything = (html: string): string => sanitizeHtml(html, OPTIONS);

/** Only markup can do harm; text without it is already escaped. */
export const sanitise = (html: string): string =>
  html.includes('<') ? (asSanitised(html) ?? sanitiseAnything(html)) : html;
