/**
 * The second wall: our renderer escapes what it writes; this lets nothing through that it never writes.
 * svg, math, style, form and textarea are never allowed (docs: CVE-2026-63670, CVE-2026-84371); formulas are put
 * in afterwards, from our own step.
 */
import sanitizeHtml from 'sanitize-html';

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: (
    'p br hr h2 h3 h4 h5 h6 ul ol li dl dt dd div section blockquote pre code figure figcaption img a b strong em del sub sup kbd abbr span ' +
    'table caption thead tbody tr th td'
  ).split(' '),
  allowedAttributes: {
    '*': ['class', 'id', 'role', 'aria-label', 'aria-labelledby', 'tabindex', 'lang'],
    a: ['href', 'title'],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    abbr: ['title'],
    ol: ['start'],
    th: ['scope'],
    td: ['data-label'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
};

/** Only markup can do harm; text without it is already escaped. */
export const sanitise = (html: string): string => (html.includes('<') ? sanitizeHtml(html, OPTIONS) : html);
