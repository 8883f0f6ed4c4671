/** Small Word documents, made from their XML as Word writes it. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface DocxParts {
  /** What stands in `w:body`. */
  body: string;
  footnotes?: Record<string, string>;
  comments?: string[];
  header?: string;
  /** Images by the id that a picture names. */
  pictures?: Record<string, { name: string; bytes: Buffer }>;
  /** Addresses by the id that a link names. */
  links?: Record<string, string>;
  /** Other files by path, or others in place of those made here. */
  files?: Record<string, string | Buffer>;
  mainType?: string;
}

export async function makeDocx(parts: DocxParts): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries({ ...filesOf(parts), ...parts.files }))
    zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return await buffer(zip.outputStream);
}

const part = (name: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${NAMESPACES}>${inside}</w:${name}>`;

function filesOf({
  body,
  footnotes = {},
  comments = [],
  header,
  pictures = {},
  links = {},
  mainType,
}: DocxParts) {
  const notes = Object.entries(footnotes).map(
    ([id, words]) => `<w:footnote w:id="${id}">${paragraph(words, 'footnote text')}</w:footnote>`,
  );
  const said = comments.map((words, id) => `<w:comment w:id="${String(id)}">${paragraph(words)}</w:comment>`);
  const related = [
    ...['styles', 'numbering', 'footnotes', 'comments'].map((name) =>
      relationship(name, name, `${name}.xml`),
    ),
    ...Object.entries(pictures).map(([id, { name }]) => relationship(id, 'image', `media/${name}`)),
    ...Object.entries(links).map(([id, href]) =>
      relationship(id, 'hyperlink', href, ' TargetMode="External"'),
    ),
  ];
  const files: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${mainType ?? `${WORD}.document.main+xml`}"/></Types>`,
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': relationships(related),
    'word/styles.xml': part('styles', STYLES.map(([id, name]) => style(id, name)).join('')),
    'word/numbering.xml': part('numbering', NUMBERING),
    'word/footnotes.xml': part('footnotes', notes.join('')),
    'word/comments.xml': part('comments', said.join('')),
  };
  if (header !== undefined) files['word/header1.xml'] = part('hdr', paragraph(header));
  for (const { name, bytes } of Object.values(pictures)) files[`word/media/${name}`] = bytes;
  return files;
}

const relationships = (inside: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`;
const relationship = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIP}/${type}" Target="${target}"${more}/>`;

/** As Word in Spanish calls them: ids differ, names do not. */
const STYLES = [
  ['Ttulo', 'Title'],
  ['Ttulo1', 'heading 1'],
  ['Ttulo2', 'heading 2'],
  ['Ttulo3', 'heading 3'],
  ['Descripcin', 'caption'],
  ['TDC1', 'toc 1'],
] as const;
const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

const level = (at: number, format: string): string =>
  `<w:lvl w:ilvl="${String(at)}"><w:numFmt w:val="${format}"/><w:lvlText w:val="%${String(at + 1)}."/></w:lvl>`;
const list = (id: number, format: string): string =>
  `<w:abstractNum w:abstractNumId="${String(id)}">${[0, 1, 2, 3, 4, 5].map((at) => level(at, format)).join('')}</w:abstractNum>`;
const NUMBERING = `${list(1, 'bullet')}${list(2, 'decimal')}${list(3, 'lowerLetter')}${[1, 2, 3]
  .map((id) => `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(id)}"/></w:num>`)
  .join('')}`;
const LISTS = { bullet: '1', number: '2', letter: '3' };

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const run = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escape(words)}</w:t></w:r>`;
export const bold = (words: string): string => run(words, '<w:b/>');
export const italic = (words: string): string => run(words, '<w:i/>');
export const link = (id: string, words: string): string =>
  `<w:hyperlink r:id="${id}">${run(words)}</w:hyperlink>`;
export const note = (id: string): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

/** @param inside words, or runs */
export const paragraph = (inside: string, styleId = ''): string =>
  `<w:p>${styleId && `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>`}${inside.startsWith('<') ? inside : run(inside)}</w:p>`;

export const item = (words: string, kind: keyof typeof LISTS, at = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${String(at)}"/><w:numId w:val="${LISTS[kind]}"/></w:numPr></w:pPr>${run(words)}</w:p>`;

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      (cells) =>
        `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

export const picture = (id: string, alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/>${graphic(
    'http://schemas.openxmlformats.org/drawingml/2006/picture',
    `<pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic>`,
  )}</wp:inline></w:drawing></w:r>`;

export const graphic = (uri: string, inside = ''): string =>
  `<a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic>`;
