/**
 * Markup in exactly the forms that our renderer writes: each tag, attribute and address is held against the
 * allow-list, tags are closed in order and stand where they may. Of such markup the sanitiser leaves every byte
 * (test/content/sanitise.test.ts holds both against each other), at eight times the cost. All else goes to it.
 */
const INLINE = 'a b strong em del sub sup kbd abbr span code img br'.split(' ');
const BLOCK = 'p h2 h3 h4 h5 h6 ul ol dl div section blockquote pre figure figcaption table hr'.split(' ');
const PARTS = 'li dt dd caption thead tbody tr th td'.split(' ');
const VOID = new Set(['br', 'hr', 'img']);

export const ALLOWED_TAGS: readonly string[] = [...BLOCK, ...PARTS, ...INLINE];
export const ALLOWED_ATTRIBUTES: Record<string, string[]> = {
  '*': ['class', 'id', 'role', 'aria-label', 'aria-labelledby', 'tabindex', 'lang'],
  a: ['href', 'title'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
  abbr: ['title'],
  ol: ['start'],
  th: ['scope'],
  td: ['data-label'],
};

const inline = new Set(INLINE);
const flow = new Set([...INLINE, ...BLOCK]);
/** What may stand in what; an element that would close the one around it is for the sanitiser to mend. */
const CHILDREN = new Map<string, ReadonlySet<string>>([
  ...[...INLINE, 'p', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'dt', 'dd', 'caption', 'th', 'td'].map(
    (name): [string, ReadonlySet<string>] => [name, inline],
  ),
  ...['div', 'section', 'blockquote', 'figure', 'figcaption', 'li'].map(
    (name): [string, ReadonlySet<string>] => [name, flow],
  ),
  ['ul', new Set(['li'])],
  ['ol', new Set(['li'])],
  ['dl', new Set(['dt', 'dd'])],
  ['table', new Set(['caption', 'thead', 'tbody'])],
  ['thead', new Set(['tr'])],
  ['tbody', new Set(['tr'])],
  ['tr', new Set(['th', 'td'])],
]);

const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>&]+")*)( \/)?>/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const ADDRESS = /^(?:https?:\/\/|mailto:|#|\/(?![/\\])|\.{1,2}\/)/;
const UNKNOWN_IN_TEXT = />|&(?!(?:amp|lt|gt|quot|#39);)/;

/** @returns the same bytes that the sanitiser gives, or null when it has to be asked */
export function asSanitised(html: string): string | null {
  const open: string[] = [];
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next === -1 ? html.length : next;
    if (end > at && UNKNOWN_IN_TEXT.test(html.slice(at, end))) return null;
    if (next === -1) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(html);
    if (!tag) return null;
    const [whole, close, name = '', attributes = '', selfClosed] = tag;
    if (close === '/') {
      if (open.pop() !== name || attributes !== '' || selfClosed !== undefined) return null;
    } else {
      const around = open.at(-1);
      const mayStand = (around === undefined ? flow : CHILDREN.get(around))?.has(name) ?? false;
      if (!mayStand || (attributes !== '' && !areKnown(name, attributes))) return null;
      if (VOID.has(name) !== (selfClosed !== undefined)) return null;
      if (selfClosed === undefined) open.push(name);
    }
    at = next + whole.length;
  }
  // Only text holds entities here, and in text the sanitiser writes quotation marks plainly.
  return open.length === 0 ? html.replaceAll('&quot;', '"').replaceAll('&#39;', "'") : null;
}

function areKnown(name: string, attributes: string): boolean {
  const names: string[] = [];
  for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    const isAllowed =
      (ALLOWED_ATTRIBUTES['*']?.includes(attribute) ?? false) ||
      (ALLOWED_ATTRIBUTES[name]?.includes(attribute) ?? false);
    const isAddress = attribute === 'href' || attribute === 'src';
    if (!isAllowed || names.includes(attribute) || (isAddress && !ADDRESS.test(value))) return false;
    names.push(attribute);
  }
  return true;
}
