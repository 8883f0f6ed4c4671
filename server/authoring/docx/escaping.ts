/** Words of a document as Markdown that says the same: nothing in them is a mark of ours. */
import TurndownService from 'turndown';

/** What no text of a module may hold (`content/reading/source.ts`), and marks that only a word processor needs. */
const UNSEEN = /(?![\t\n])\p{Cc}|\p{Co}|[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
/** Symbol fonts of old have their signs in the private-use area: nobody without the font can tell them. */
export const UNKNOWN_SIGN = /\p{Co}/gu;
/** Marked links addresses by themselves; a backslash inside one would become part of it. */
const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>"[\]*`]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;
/** The openings of `content/markdown/extensions.ts` that turndown does not know, and those of HTML. */
const OURS: readonly (readonly [RegExp, string])[] = [
  [/<(?=[a-z/!?])/gi, '\\<'],
  [/&(?=#?\w+;)/g, '\\&'],
  [/~/g, '\\~'],
  // A number may be negative: only a space makes it a list.
  [/^\\-(?=\d)/, '-'],
  [/^: /, '\\: '],
  [/^(\d+)\) /, '$1\\) '],
  [/\{(?=[{#])/g, '&#123;'],
];

export const withoutUnseen = (text: string): string =>
  text.replace(UNSEEN, '').replace(/[\u00a0\u202f]/g, ' ');

const plain = new TurndownService();

export function escapeWords(text: string): string {
  return text
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? part : escapePart(part)))
    .join('');
}

const escapePart = (part: string): string =>
  OURS.reduce((escaped, [mark, safe]) => escaped.replace(mark, safe), plain.escape(part));

/** Only a dollar sign that would open a formula: the text is full of money. */
export const escapeFormulas = (block: string): string =>
  block
    .replace(/(?<!\\)\$(?=\$)/g, '\\$')
    .replace(/(?<![\p{L}\p{N}\\])\$(?=[^\s$](?:[^$\n]*[^\s$])?\$(?![\d\p{L}]))/gu, '\\$');
