/** Just enough to write XML that is well-formed whatever the texts hold. */

export type Attributes = Record<string, string | number | boolean | null>;
export type Xml = string;

/**
 * An element on lines of its own.
 * @param content text, or elements made by this function; null elements are left out
 */
export function element(
  name: string,
  attributes: Attributes,
  content?: string | readonly (Xml | null)[],
): Xml {
  const opening = [
    name,
    ...Object.entries(attributes)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `${key}="${escapeXml(String(value))}"`),
  ].join(' ');
  if (typeof content === 'string') return `<${opening}>${escapeXml(content)}</${name}>`;
  const children = (content ?? []).filter((child) => child !== null);
  if (children.length === 0) return `<${opening}/>`;
  return [`<${opening}>`, ...children.map((child) => child.replace(/^/gm, '  ')), `</${name}>`].join('\n');
}

/** A document: the declaration on byte 0 and no byte order mark, which hand-made parsers of LMSs choke on. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

export function escapeXml(text: string): string {
  return withoutControls(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** XML 1.0 has no way to write control characters, halves of surrogate pairs and U+FFFE, U+FFFF. Space is one space. */
function withoutControls(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

/** The text shortened to a limit of characters, at a word's end where there is one. */
export function shorten(text: string, limit: number): string {
  const plain = text.trim();
  if (plain.length <= limit) return plain;
  const cut = plain.slice(0, limit - 1);
  const word = cut.lastIndexOf(' ');
  return `${(word > limit / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
