/** The title of a document, and headings without a level left out. */
export interface Titled {
  title: string | null;
  /** Without the title. */
  html: string;
}

const HEADING = /<h1( class="title")?>([^]*?)<\/h1>/g;
/** A whole document in the style of a title has none. */
const LONGEST_TITLE = 150;

/**
 * The paragraph in the style “Title”; else the first heading of the first level, when it is the only one or stands
 * before everything else.
 * @param html as mammoth writes it: its text is escaped, its tags are its own
 */
export function takeTitle(html: string): Titled {
  const all = [...html.matchAll(HEADING)];
  const [first] = all;
  const found =
    all.find(([, style]) => style !== undefined) ??
    (first && (all.length === 1 || textOf(html.slice(0, first.index)) === '') ? first : undefined);
  const title = textOf(found?.[2] ?? '');
  if (!found || title === '' || title.length > LONGEST_TITLE) return { title: null, html };
  return { title, html: html.slice(0, found.index) + html.slice(found.index + found[0].length) };
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

const textOf = (html: string): string =>
  html
    .replace(/<sup><a [^]*?<\/a><\/sup>|<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

const FIRST = 2;
const LAST = 6;

/** @returns what the depth of the next heading is: one below the nearest one above it, `##` the least */
export function depths(): (level: number) => number {
  const above: number[] = [];
  return (level) => {
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    return Math.min(LAST, FIRST + above.length - 1);
  };
}
