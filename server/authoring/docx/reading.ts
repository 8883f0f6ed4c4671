/** A document that was judged, read by mammoth and written as Markdown. It runs in a thread that may be stopped. */
import { buffer } from 'node:stream/consumers';
import mammoth from 'mammoth';
import { ZipFile } from 'yazl';
import type { Language } from '../../content/module.ts';
import { placeCaptions } from './captions.ts';
import { escapeFormulas, UNKNOWN_SIGN, withoutUnseen } from './escaping.ts';
import { takeTitle } from './headings.ts';
import type { Gap, Loss } from './losses.ts';
import { toMarkdown } from './markdown.ts';
import { tellNumbering } from './numbering.ts';
import { prepare } from './preparing.ts';
import { allOf, parseXml, printXml, wordsOf, type XmlElement } from './xml.ts';

export interface DocumentInput {
  /** The part that holds the text: `word/document.xml`. */
  main: string;
  /** The XML that makes the document, by path. */
  parts: ReadonlyMap<string, string>;
  /** Where its other files lie, images among them. */
  others: readonly string[];
  language: Language;
  /** The words that stand where something is missing. */
  gapWords: Readonly<Record<Gap, string>>;
}

export interface ReadDocument {
  /** Null where the document has none. */
  title: string | null;
  /** The text; an image's source is `sourceOfPicture` of its place in `pictures`. */
  markdown: string;
  /** Where the images lie that the text shows. */
  pictures: string[];
  losses: Loss[];
}

const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name^='toc '] => !",
  "p[style-name='table of figures'] => !",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  // Word's own styles for lists say their level by their name alone.
  ...[2, 3, 4, 5].flatMap((level) => [
    `p[style-name='List Bullet ${String(level)}'] => ${'ul|ol > li > '.repeat(level - 1)}ul > li:fresh`,
    `p[style-name='List Number ${String(level)}'] => ${'ul|ol > li > '.repeat(level - 1)}ol > li:fresh`,
  ]),
  'br[type="page"] => !',
  'br[type="column"] => !',
  // Mammoth knows five levels of lists; deeper ones stand on the fifth.
  ...[6, 7, 8, 9].flatMap((level) =>
    (['unordered', 'ordered'] as const).map((kind) => {
      const above = 'ul|ol > li > '.repeat(4);
      return `p:${kind}-list(${String(level)}) => ${above}${kind === 'ordered' ? 'ol' : 'ul'} > li:fresh`;
    }),
  ),
];

/** @throws Error when it is not what it says it is */
export async function readDocument(input: DocumentInput): Promise<ReadDocument> {
  const losses: Loss[] = [];
  const lose = (kind: Loss['kind'], place: string) => losses.push({ kind, place });
  const parts = prepareParts(input, lose);
  const pictures: string[] = [];
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: await archiveOf(parts, input.others) },
    {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => {
        // In the archive that mammoth was given, an image's bytes are its path.
        const path = (await image.readAsBuffer()).toString();
        if (!pictures.includes(path)) pictures.push(path);
        return { src: path };
      }),
    },
  );
  for (const { type, message } of messages) {
    if (type === 'error') lose('picture-missing', '');
    const sign = /unsupported character was ignored: char (\w+) in font (.+)$/.exec(message);
    if (sign) lose('sign', `${sign[2] ?? ''} ${sign[1] ?? ''}`);
  }
  for (const [sign] of value.matchAll(UNKNOWN_SIGN))
    lose('sign', `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`);
  const { title, html } = takeTitle(tidy(value));
  if (title === null) lose('title', '');
  const blocks = toMarkdown(html, pictures, lose).split(/\n{2,}/);
  const markdown = placeCaptions(blocks, input.language).map(escapeFormulas).join('\n\n');
  return { title, markdown, pictures, losses };
}

/** Spaces that do not part and empty line breaks at the edges of paragraphs: the page sets its own. */
const tidy = (html: string): string =>
  withoutUnseen(html)
    .normalize('NFC')
    .replace(/(?:<br \/>\s*)+(?=(?:<\/(?:strong|em|s|sub|sup|a)>)*<\/(?:p|li|h\d|td|th)>)/g, '')
    .replace(/(<(?:p|li|h\d|td|th)(?: [^>]*)?>(?:<(?:strong|em|s|sub|sup)>)*)(?:<br \/>\s*)+/g, '$1');

function prepareParts(
  { main, parts, gapWords }: DocumentInput,
  lose: (kind: Loss['kind'], place: string) => void,
): Map<string, string> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const prepared = new Map(parts);
  const tree = (path: string): XmlElement | null => {
    const text = parts.get(path);
    return text === undefined ? null : parseXml(text);
  };
  for (const path of [main, `${folder}footnotes.xml`, `${folder}endnotes.xml`]) {
    const part = tree(path);
    if (!part) continue;
    if (path === main) tellNumbering(part, tree(`${folder}numbering.xml`), lose);
    prepare(part, { lose, gapWords });
    prepared.set(path, printXml(part));
  }
  for (const comment of allOf(tree(`${folder}comments.xml`) ?? NOTHING, 'w:comment'))
    lose('comment', wordsOf(comment));
  const margins = [...parts.keys()].filter((path) => /\/(?:header|footer)\d*\.xml$/.test(path));
  for (const words of new Set(margins.map((path) => wordsOf(tree(path) ?? NOTHING))))
    if (/\p{L}/u.test(words)) lose('header', words);
  return prepared;
}

const NOTHING: XmlElement = { name: '', attributes: new Map(), children: [] };

async function archiveOf(parts: ReadonlyMap<string, string>, others: readonly string[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of parts) zip.addBuffer(Buffer.from(text), path, { compress: false });
  for (const path of others) zip.addBuffer(Buffer.from(path), path, { compress: false });
  zip.end();
  return await buffer(zip.outputStream);
}
