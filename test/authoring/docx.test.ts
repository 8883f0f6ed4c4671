/** A Word document becomes a lesson of a draft, whatever the file may be. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose from 'mongoose';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';
import { judgeDocument } from '../../server/authoring/docx/judging.ts';
import { readDocument } from '../../server/authoring/docx/reading.ts';
import type { Loss } from '../../server/authoring/docx/losses.ts';
import {
  elementsOf,
  parseXml,
  printXml,
  type XmlElement,
  type XmlNode,
} from '../../server/authoring/docx/xml.ts';
import { DraftModel } from '../../server/authoring/draft.model.ts';
import {
  bold,
  graphic,
  italic,
  item,
  link,
  makeDocx,
  note,
  paragraph,
  picture,
  run,
  table,
  type DocxParts,
} from '../support/docx.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const DRAFT = '/es/trainer/drafts/overview-2';
const DOCX = `${DRAFT}/docx`;
const NEW = { place: 'es', number: '9', name: 'water-for-all' };
const PATH = 'es/09-water-for-all.md';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
let png: Buffer;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'ines@example.org');
  png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#247' } })
    .png()
    .toBuffer();
});
beforeEach(async () => {
  await DraftModel.deleteMany({});
  await trainer.post('/es/trainer/workshop', '/es/trainer/workshop/overview-2/open', {});
});
afterAll(async () => {
  await rumbo.stop();
});

const draft = async () => {
  const found = await DraftModel.findById('overview-2').lean();
  if (!found) throw new Error('The draft is not there.');
  return found;
};
const textAt = async (path: string) => (await draft()).texts.find((text) => text.path === path)?.text;
const stored = async () => [
  (await draft()).version,
  await mongoose.connection.collection('originals.files').countDocuments({}),
];
const bring = async (bytes: Buffer, fields: Record<string, string> = NEW, name = 'Informe del agua.docx') => {
  const opened = String((await draft()).openedAt.getTime());
  return await trainer.upload(DOCX, DOCX, { opened, ...fields }, { name, bytes });
};
/** What is read of a document, in this thread. */
const readAsIs = async (bytes: Buffer) => {
  const { document } = await judgeDocument('x.docx', bytes);
  if (!document) throw new Error('It was refused.');
  return await readDocument({ ...document, others: [...document.others.keys()], language: 'es', gapWords });
};
const gapWords = {
  equation: 'falta una ecuación',
  chart: 'falta un gráfico',
  diagram: 'falta un diagrama',
  embedded: 'falta un documento',
  picture: 'falta una imagen',
};
/** What the checker holds against the draft. */
const errorsTold = async () =>
  [...(await trainer.get(DRAFT)).text.matchAll(/data-sentence>([^<:]*)/g)].map(([, words]) => words ?? '');
const decode = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9A-F]+)|(\w+));/gi, (_, code: string | undefined, name: string) =>
      code
        ? String.fromCodePoint(parseInt(code, 16))
        : ({ quot: '"', lt: '<', gt: '>', amp: '&' }[name] ?? ''),
    );

const REPORT: DocxParts = {
  body: [
    paragraph('El agua en Altamar', 'Ttulo'),
    paragraph(
      `${run('En 2022, el ')}${bold('61 %')}${run(' de los hogares tenía agua ')}${italic('segura')}${run('.')}${note('2')}${run(' Según ')}${link('rId90', 'el censo')}${run(', faltan US$100 millones.')}`,
    ),
    paragraph('<w:r><w:br w:type="page"/></w:r>'),
    paragraph('Por qué importa', 'Ttulo1'),
    paragraph('Un hogar con agua:'),
    item('ahorra tiempo', 'bullet'),
    item('de las mujeres', 'bullet', 1),
    item('gasta menos en <salud> y [otros]', 'bullet'),
    paragraph('Los pasos', 'Ttulo3'),
    item('Medir', 'number'),
    item('Decidir', 'number'),
    paragraph('Tabla 1. Cobertura de agua', 'Descripcin'),
    table([
      ['Indicador', '2022', '2025'],
      ['Hogares (%)', '61', '66'],
    ]),
    paragraph(''),
    paragraph(picture('rId80', 'El agua subió de 61 a 66 %; la meta es 80 %.')),
    paragraph('Figura 1: La meta del agua', 'Descripcin'),
    paragraph('Lo que sigue', 'Ttulo1'),
    paragraph('Anote qué mide su ministerio.'),
  ].join(''),
  footnotes: { '2': 'Con datos del país ficticio.' },
  links: { rId90: 'https://www.example.org/censo?a=1' },
};
const report = async () =>
  await makeDocx({ ...REPORT, pictures: { rId80: { name: 'image1.png', bytes: png } } });

const LESSON = `---
title: El agua en Altamar
minutes: 1
objectives:
  - o1
---

En 2022, el **61 %** de los hogares tenía agua *segura*.[^1] Según [el censo](https://www.example.org/censo?a=1), faltan US$100 millones.

## Por qué importa

Un hogar con agua:

- ahorra tiempo
  - de las mujeres
- gasta menos en \\<salud> y \\[otros\\]

### Los pasos

1. Medir
2. Decidir

Tabla: Cobertura de agua

| Indicador | 2022 | 2025 |
| --- | ---: | ---: |
| Hogares (%) | 61 | 66 |

![El agua subió de 61 a 66 %; la meta es 80 %.](../assets/informe-del-agua-1.png "La meta del agua")

## Lo que sigue

Anote qué mide su ministerio.

[^1]: Con datos del país ficticio.
`;

test('a report becomes a lesson with its image, in one change, and the checker asks only for its twin', async () => {
  const before = (await draft()).version;
  const answer = await bring(await report());
  expect(answer.status).toBe(200);
  expect(answer.text).toContain('Se agregó la lección «El agua en Altamar».');
  expect(answer.text).not.toContain('Lo que no se pudo traer tal como estaba');
  expect(await textAt(PATH)).toBe(LESSON);
  expect((await draft()).version).toBe(before + 1);
  const image = await trainer.download('/drafts/overview-2/assets/informe-del-agua-1.png');
  expect(await sharp(image.body as Buffer).metadata()).toMatchObject({ width: 40, height: 20 });
  const findings = decode(
    (await trainer.get(DRAFT)).text.split('class="findings"')[1]?.split('</ul>')[0] ?? '',
  );
  expect(findings).toContain('Su versión en el otro idioma falta');
  expect(findings.match(/Error, línea/g) ?? []).toHaveLength(1);
});

test('the same form twice changes nothing more', async () => {
  await bring(await report());
  const before = await stored();
  const again = await bring(await report());
  expect(again.status).toBe(200);
  expect(again.text).toContain('Se agregó la lección');
  expect(await stored()).toEqual(before);
});

test('the other language is offered next, and shares minutes, objectives, ids and the same image', async () => {
  await bring(await report());
  await DraftModel.updateOne(
    { _id: 'overview-2', 'texts.path': PATH },
    {
      $set: {
        'texts.$.text': LESSON.replace('minutes: 1', 'minutes: 12')
          .replace('- o1', '- o2')
          .replace('## Por qué importa', '## Por qué importa {#why}'),
      },
    },
  );
  const form = (await trainer.get(DOCX)).text;
  expect(decode(form)).toContain('La versión en inglés de «El agua en Altamar»');
  expect(form).toContain('<option value="en/09-water-for-all.md" selected>');
  const english = await makeDocx({
    body: REPORT.body
      .replace('El agua en Altamar', 'Water in Altamar')
      .replace('Por qué importa', 'Why it matters')
      .replace('Tabla 1.', 'Table 1.'),
    footnotes: { '2': 'A fictional country.' },
    links: { rId90: 'https://www.example.org/' },
    pictures: { rId80: { name: 'image7.png', bytes: png } },
  });
  await bring(english, { place: 'en/09-water-for-all.md', number: '', name: '' }, 'Water.docx');
  const text = await textAt('en/09-water-for-all.md');
  expect(text).toMatch(/^---\ntitle: Water in Altamar\nminutes: 12\nobjectives:\n {2}- o2\n---\n/);
  expect(text).toContain('## Why it matters {#why}');
  expect(text).toContain('Table: Cobertura');
  expect(text).toContain('](../assets/informe-del-agua-1.png ');
  expect((await draft()).assets.filter(({ path }) => /agua|water/.test(path))).toHaveLength(1);
  expect((await trainer.get(DRAFT)).text).not.toContain('Su versión en el otro idioma falta');
});

describe('what a document has and a lesson does not is told, and the text says what is left', () => {
  const drawing = (inside: string) => `<w:r><w:drawing><wp:inline>${inside}</wp:inline></w:drawing></w:r>`;
  const box = `<wps:txbx><w:txbxContent>${paragraph('Del cuadro')}</w:txbxContent></wps:txbx>`;
  const office = 'http://schemas.openxmlformats.org/drawingml/2006';

  test.each<[string, string, Partial<DocxParts>, Loss[], string]>([
    [
      'an equation',
      paragraph(`${run('La brecha es ')}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>${run('.')}`),
      {},
      [{ kind: 'equation', place: 'La brecha es .' }],
      'La brecha es \\[falta una ecuación\\].',
    ],
    [
      'a chart and a diagram',
      paragraph('Antes') +
        paragraph(drawing(graphic(`${office}/chart`)) + drawing(graphic(`${office}/diagram`))),
      {},
      [
        { kind: 'chart', place: 'Antes' },
        { kind: 'diagram', place: 'Antes' },
      ],
      'Antes\n\n\\[falta un gráfico\\]\\[falta un diagrama\\]',
    ],
    [
      'a text box without a fallback',
      paragraph(
        `${run('Al lado')}<mc:AlternateContent><mc:Choice Requires="wps">${drawing(graphic('urn:x', box))}</mc:Choice></mc:AlternateContent>`,
      ),
      {},
      [{ kind: 'text-box', place: 'Del cuadro' }],
      'Al lado\n\nDel cuadro',
    ],
    [
      'tracked changes',
      paragraph(
        `${run('Son ')}<w:ins w:id="1">${run('61')}</w:ins><w:del w:id="2"><w:r><w:delText>60</w:delText></w:r></w:del>${run(' hogares')}`,
      ),
      {},
      [
        { kind: 'changes', place: 'Son 61 hogares' },
        { kind: 'changes', place: 'Son 61 hogares' },
      ],
      'Son 61 hogares',
    ],
    [
      'comments, headers and footers',
      paragraph(`${run('Revisar')}<w:r><w:commentReference w:id="0"/></w:r>`),
      { comments: ['¿Seguro?'], header: 'Ministerio' },
      [
        { kind: 'comment', place: '¿Seguro?' },
        { kind: 'header', place: 'Ministerio' },
      ],
      'Revisar',
    ],
    [
      'merged cells',
      table([[`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('Unidas')}`], ['a', 'b']]),
      {},
      [{ kind: 'merged-cells', place: 'Unidas a b' }],
      '| Unidas | |\n| --- | --- |\n| a | b |',
    ],
    [
      'a table in a table',
      table([[table([['x', 'y']]) + paragraph('z'), 'b']]),
      {},
      [{ kind: 'nested-table', place: 'x y z' }],
      '| x – y<br>z | b |\n| --- | --- |',
    ],
    [
      'a list of letters',
      item('Uno', 'letter') + item('Dos', 'letter'),
      {},
      [{ kind: 'numbering', place: 'Uno' }],
      '1. Uno\n2. Dos',
    ],
    [
      'a list that goes on',
      item('Uno', 'number') + paragraph('Entre los dos') + item('Dos', 'number'),
      {},
      [{ kind: 'numbering', place: 'Dos' }],
      '1. Uno\n\nEntre los dos\n\n1. Dos',
    ],
    [
      'a list six levels deep',
      item('Uno', 'bullet') + item('Hondo', 'bullet', 5),
      {},
      [{ kind: 'list-depth', place: 'Hondo' }],
      'Hondo',
    ],
    [
      'links to a file, to a place in it and to what runs',
      paragraph(
        `${link('rId8', 'el anexo')}<w:hyperlink w:anchor="_Ref1">${run(' y arriba')}</w:hyperlink>${link('rId9', ' o aquí')}`,
      ),
      { links: { rId8: 'file:///C:/anexo.docx', rId9: 'javascript:alert(1)' } },
      [
        { kind: 'link', place: 'el anexo (file:///C:/anexo.docx)' },
        { kind: 'link', place: ' y arriba (#_Ref1)' },
        { kind: 'link', place: ' o aquí (javascript:alert(1))' },
      ],
      'el anexo y arriba o aquí',
    ],
    [
      'an image that is only linked',
      paragraph(run('Foto') + picture('rId8', 'x').replace('r:embed', 'r:link')),
      { links: { rId8: 'https://example.org/foto.png' } },
      [{ kind: 'picture-missing', place: '' }],
      'Foto',
    ],
    [
      'hidden text',
      paragraph(`${run('Se ve')}${run(' y esto no', '<w:vanish/>')}`),
      {},
      [{ kind: 'hidden', place: 'y esto no' }],
      'Se ve y esto no',
    ],
    [
      'a table of contents',
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('Uno 3', 'TDC1')}</w:sdtContent></w:sdt>${paragraph('Texto')}`,
      {},
      [{ kind: 'contents', place: '' }],
      'Texto',
    ],
    [
      'a sign of a symbol font',
      paragraph(`${run('Vea \uf0e8')}<w:r><w:sym w:font="Rara" w:char="F0FF"/></w:r>`),
      {},
      [
        { kind: 'sign', place: 'Rara F0FF' },
        { kind: 'sign', place: 'U+F0E8' },
      ],
      'Vea',
    ],
    [
      'wrappers that only a word processor needs keep their words',
      paragraph(
        `<w:fldSimple w:instr="AUTHOR">${run('Ana')}</w:fldSimple><w:bdo w:val="ltr">${run(' y ')}</w:bdo><w:ruby><w:rt>${run('x')}</w:rt><w:rubyBase>${run('Luis')}</w:rubyBase></w:ruby>`,
      ),
      {},
      [],
      'Ana y Luis',
    ],
  ])('%s', async (_, body, parts, losses, markdown) => {
    const read = await readAsIs(await makeDocx({ body: paragraph('T', 'Ttulo') + body, ...parts }));
    expect(read.losses).toEqual(losses);
    expect(
      read.markdown
        .split('\n')
        .map((line) => line.replace(/^ +- (?=Hondo)/, ''))
        .join('\n'),
    ).toContain(markdown);
  });

  test('on the page, and at the top of the lesson as the writer’s own note, which nobody else sees', async () => {
    const emf = { name: 'image3.emf', bytes: Buffer.from('\x01\0\0\0 EMF'.repeat(20)) };
    const bytes = await makeDocx({
      body: `${item('Uno', 'letter')}${paragraph(picture('rId8', 'El mapa'))}`,
      header: 'Nota --> <b>fin</b>',
      pictures: { rId8: emf },
    });
    const answer = await bring(bytes);
    const list = decode(/aria-labelledby="losses"([^]*?)<\/section>/.exec(answer.text)?.[1] ?? '');
    const text = (await textAt(PATH)) ?? '';
    const own = /<!--([^]*?)-->/.exec(text)?.[1];
    for (const told of [
      'Una lista con letras',
      'Un encabezado o pie de página. «Nota',
      'de un formato que la web no muestra, como EMF o WMF',
      '«image3.emf (type)»',
      'la lección se llama como el archivo',
    ]) {
      expect(list).toContain(told);
      expect(own).toContain(told);
    }
    expect(text).toMatch(/^---\ntitle: Informe del agua\n/);
    expect(text).toMatch(/-->\n\n1\. Uno\n\n\\\[falta una imagen: El mapa\\\]\n$/);
    const page = await trainer.post(`${DRAFT}/texts/${PATH}`, `${DRAFT}/preview/${PATH}`, { text });
    expect(page.text).toContain('falta una imagen');
    expect(page.text).not.toContain('image3.emf');
    expect(await errorsTold()).toEqual(['Su versión en el otro idioma falta']);
  });
});

test('whatever stands around them, no words are left behind', async () => {
  const around = {
    inline: [
      (inside: string) => inside,
      (inside: string) => `<w:ins w:id="1">${inside}</w:ins>`,
      (inside: string) => `<w:fldSimple w:instr="REF a">${inside}</w:fldSimple>`,
      (inside: string) => `<w:smartTag><w:customXml>${inside}</w:customXml></w:smartTag>`,
      (inside: string) => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
      (inside: string) => `<w:hyperlink w:anchor="a"><w:bdo>${inside}</w:bdo></w:hyperlink>`,
      (inside: string) => `<w:unheardOf>${inside}</w:unheardOf>`,
      (inside: string) =>
        `<mc:AlternateContent><mc:Choice Requires="w15">${inside}</mc:Choice></mc:AlternateContent>`,
    ],
    block: [
      (inside: string) => inside,
      (inside: string) => table([[inside, paragraph('x')], [paragraph('x')]]),
      (inside: string) => table([[inside]]),
      (inside: string) => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
      (inside: string) => `<w:unheardOf>${inside}</w:unheardOf>`,
      (inside: string) =>
        paragraph(
          `<w:r><w:pict><v:oval><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:oval></w:pict></w:r>`,
        ),
    ],
  };
  const oneOf = <T>(list: readonly T[]) => fc.constantFrom(...list);
  const wrapped = fc.record({
    inline: fc.array(oneOf(around.inline), { maxLength: 3 }),
    block: fc.array(oneOf(around.block), { maxLength: 3 }),
    style: oneOf(['', 'Ttulo1', 'Ttulo3', 'Descripcin', 'Rara']),
    properties: oneOf(['', '<w:b/>', '<w:i/>', '<w:strike/>', '<w:vertAlign w:val="superscript"/>']),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(wrapped, { minLength: 1, maxLength: 8 }), async (pieces) => {
      const words = pieces.map((_, at) => `palabra${String(at)}fin`);
      const body = pieces.map(({ inline, block, style, properties }, at) => {
        const own = inline.reduce((inside, wrap) => wrap(inside), run(words[at] ?? '', properties));
        return block.reduce((inside, wrap) => wrap(inside), paragraph(own, style));
      });
      const { title, markdown } = await readAsIs(await makeDocx({ body: body.join('') }));
      for (const word of words) expect(`${title ?? ''} ${markdown}`).toContain(word);
    }),
    { numRuns: 60 },
  );
});

test('whatever the words of a document are, they are only words', async () => {
  const pairs = [
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['# *a* _b_ `c` [d](e) ~~f~~', '\\# \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~\\~f\\~\\~'],
    ['- uno', '\\- uno'],
    ['1) uno', '1\\) uno'],
    ['-3.5 puntos', '-3.5 puntos'],
    ['De $5 a 10$ y $x$', 'De \\$5 a 10$ y \\$x$'],
    ['US$100 o $5 y $7', 'US$100 o $5 y $7'],
    ['{{worksheet:x}}', '&#123;{worksheet:x}}'],
    ['[[efecto]][^1]', '\\[\\[efecto\\]\\]\\[^1\\]'],
    ['> [!NOTE] x', '\\> \\[!NOTE\\] x'],
    [': definición', '\\: definición'],
    ['&lt;b>', '\\&lt;b>'],
    ['https://example.org/a_b_c', 'https://example.org/a_b_c'],
    ['a\u200bb\u00adc\u202ed\u00a0e', 'abcd e'],
  ] as const;
  const body = pairs.map(([words]) => paragraph(run(words))).join('');
  const { markdown } = await readAsIs(await makeDocx({ body }));
  expect(markdown.split('\n\n')).toEqual(pairs.map(([, expected]) => expected));
});

describe('a form that needs another look', () => {
  test.each([
    [{ ...NEW, place: 'fr' }, 'place', 'Elija qué lección es.'],
    [{ ...NEW, place: 'en/77-nothing.md' }, 'place', 'Esa lección ya no está en el otro idioma.'],
    [{ ...NEW, place: 'en/01-a-framework-of-ones-own.md' }, 'place', 'Esa lección ya está en ese idioma.'],
    [{ ...NEW, number: '0' }, 'number', 'Escriba un número de 1 a 99.'],
    [{ ...NEW, number: '1' }, 'number', 'Ya hay una lección con ese número.'],
    [{ ...NEW, name: '../escape' }, 'name', 'Use letras minúsculas sin tilde'],
    [{ ...NEW, number: '1', name: 'a-framework-of-ones-own' }, 'name', 'Ya hay una lección con ese nombre.'],
  ])(
    '%j: the sentence stands beside the field, what was typed stays, nothing is kept',
    async (fields, field, sentence) => {
      const before = await stored();
      const answer = await bring(await report(), fields);
      expect(answer.status).toBe(422);
      expect(answer.text).toMatch(new RegExp(`id="${field}-error">${sentence}`));
      expect(answer.text).toContain(`value="${fields.number}"`);
      expect(await stored()).toEqual(before);
    },
  );

  test('a lesson that is half there is not begun anew', async () => {
    await bring(await report());
    const answer = await bring(await report(), { ...NEW, place: 'en' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('elíjala en esta lista');
  });

  test('no file, and a draft that was begun since', async () => {
    const opened = String((await draft()).openedAt.getTime());
    const none = await trainer.post(DOCX, DOCX, { ...NEW, opened });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Elija un archivo.');
    expect((await bring(await report(), { ...NEW, opened: '1' })).status).toBe(409);
  });
});

async function zipOf(files: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return await buffer(zip.outputStream);
}
const TEXT = { body: paragraph('Texto') };
const renamed = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
const nested = (depth: number) =>
  `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;

test.each<[string, () => Promise<Buffer> | Buffer, string]>([
  ['an empty file', () => Buffer.alloc(0), 'El archivo está vacío'],
  [
    'the old format, or one with a password',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    'guárdelo como .docx, sin contraseña',
  ],
  ['a text', () => Buffer.from('{\\rtf1 hola}'), 'no es un documento de Word'],
  [
    'a PDF with a document behind it',
    async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), await makeDocx(TEXT)]),
    'no es un documento de Word',
  ],
  [
    'something more behind the document',
    async () => {
      const bytes = await makeDocx(TEXT);
      bytes.writeUInt16LE(9, bytes.length - 2);
      return Buffer.concat([bytes, Buffer.from('<script/>')]);
    },
    'lleva algo más escondido',
  ],
  ['an archive of something else', () => zipOf({ 'xl/workbook.xml': '<x/>' }), 'no es un documento de Word'],
  ['macros', () => makeDocx({ ...TEXT, files: { 'word/vbaProject.bin': 'x' } }), 'tiene macros'],
  [
    'a document that says that it has macros',
    () => makeDocx({ ...TEXT, mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    'tiene macros',
  ],
  [
    'a path that leaves',
    async () =>
      renamed(await makeDocx({ ...TEXT, files: { 'word/aa/x.xml': '<x/>' } }), 'word/aa/x', 'word/../x'),
    'sale de la carpeta',
  ],
  [
    'a bomb',
    () => makeDocx({ ...TEXT, files: { 'word/media/a.png': Buffer.alloc(50 * 1024 ** 2) } }),
    'parece hecho para llenar la memoria',
  ],
  [
    'too many entries',
    () =>
      makeDocx({
        ...TEXT,
        files: Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`x/${String(at)}`, ''])),
      }),
    'se aceptan 2000 como máximo',
  ],
  [
    'entities',
    () =>
      makeDocx({
        ...TEXT,
        files: {
          'word/document.xml':
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>',
        },
      }),
    'Declara entidades',
  ],
  [
    'another encoding',
    () => makeDocx({ ...TEXT, files: { 'word/document.xml': Buffer.from('<x/>', 'utf16le') } }),
    'no está en UTF-8',
  ],
  [
    'XML that is not closed',
    () => makeDocx({ ...TEXT, files: { 'word/document.xml': '<w:document' } }),
    'está dañado',
  ],
  ['tables a thousand deep', () => makeDocx({ body: nested(1_000) }), 'está dañado'],
  [
    'a text of 9 MB',
    () => makeDocx({ body: paragraph(Array.from({ length: 1_400_000 }, (_, at) => at).join(' ')) }),
    'Divida el documento',
  ],
  [
    'a text longer than a lesson',
    () => makeDocx({ body: paragraph('palabra '.repeat(6_000)).repeat(6) }),
    'el máximo de una lección',
  ],
  ['nothing in it', () => makeDocx({ body: paragraph('') }), 'no tiene texto ni imágenes'],
])('%s: a sentence that names the file, and nothing is stored', async (_, make, sentence) => {
  const before = await stored();
  const answer = await bring(await make());
  expect(answer.status).toBe(422);
  const told = decode(/id="file-error">([^<]*)</.exec(answer.text)?.[1] ?? '').replaceAll('\u00a0', ' ');
  expect(told).toContain(sentence);
  expect(told).toMatch(/Informe del agua\.docx|word\//);
  expect(await stored()).toEqual(before);
});

test('a document of 21 MB is not read to its end', async () => {
  const answer = await bring(Buffer.alloc(21 * 1024 ** 2, 'a'));
  expect(answer.status).toBe(422);
  expect(decode(answer.text).replaceAll('\u00a0', ' ')).toContain('El archivo pesa más de 20 MB');
});

test('a learner brings in nothing', async () => {
  const learner = await rumbo.person('learner', 'rosa@example.org');
  const opened = String((await draft()).openedAt.getTime());
  const file = { name: 'x.docx', bytes: await report() };
  expect((await learner.upload('/es/account', DOCX, { ...NEW, opened }, file)).status).toBe(403);
  expect((await learner.get(DOCX)).status).toBe(403);
});

test('a mutated document is read or refused; whatever is read is text that a lesson may hold', async () => {
  let state = 20_261_130;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const rounds = Number(process.env.RUMBO_MUTATIONS ?? 200);
  const outcomes = { read: 0, refused: 0 };
  const { document } = await judgeDocument('x.docx', await report());
  const whole = await report();
  for (let round = 0; round < rounds; round += 1) {
    // Every other one is damaged inside, where an archive's checksums would have told it before.
    const isInside = round % 2 === 0 && document;
    const bytes = mutated(whole, next);
    const judged = isInside
      ? { ...document, parts: mutatedParts(document.parts, next) }
      : (await judgeDocument('x.docx', bytes)).document;
    const others = judged ? [...judged.others.keys()] : [];
    const read = judged
      ? await readDocument({ ...judged, others, language: 'es', gapWords }).catch((fault: unknown) => {
          if (!(fault instanceof Error)) throw new Error('What was thrown is no error.');
          return null;
        })
      : null;
    outcomes[read ? 'read' : 'refused'] += 1;
    expect(read?.markdown ?? '').not.toMatch(/(?![\t\n\0])\p{Cc}|\p{Co}|(?<!\\)<script/u);
  }
  expect(outcomes.read).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(0);
  expect(outcomes.read + outcomes.refused).toBe(rounds);
});

function mutated(whole: Buffer, next: (below: number) => number): Buffer {
  const bytes = Buffer.from(whole);
  for (let change = 0; change <= next(4); change += 1) bytes[next(bytes.length)] = next(256);
  return next(8) === 0 ? bytes.subarray(0, next(bytes.length)) : bytes;
}

/** Takes out, doubles, renames, moves or changes elements: the XML stays well-formed, the document makes no sense. */
function mutatedParts(
  parts: ReadonlyMap<string, string>,
  next: (below: number) => number,
): Map<string, string> {
  const paths = [...parts.keys()];
  const path = next(4) === 0 ? (paths[next(paths.length)] ?? '') : 'word/document.xml';
  if (!path.startsWith('word/') || path.endsWith('.rels')) return new Map(parts).set(path, '<x/>');
  const root = parseXml(parts.get(path) ?? '');
  for (let change = 0; change <= next(4); change += 1) {
    const holders = [root, ...elementsIn(root)].filter(({ children }) => children.length > 0);
    const holder = holders[next(holders.length)] ?? root;
    const at = next(holder.children.length);
    const child = holder.children[at] ?? '';
    const other = holders[next(holders.length)] ?? root;
    const kinds: XmlNode[][] = [
      [],
      [child, child],
      [other.children[0] ?? ''],
      typeof child === 'string' ? ['<script>alert(1)</script>\u0085'] : [{ ...child, name: other.name }],
      typeof child === 'string' ? [] : [{ ...child, attributes: odd(child.attributes, next) }],
      [{ name: other.name, attributes: other.attributes, children: [child] }],
    ];
    holder.children.splice(at, 1, ...structuredClone(kinds[next(kinds.length)] ?? []));
  }
  return new Map(parts).set(path, printXml(root));
}

const elementsIn = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) => [child, ...elementsIn(child)]);

const odd = (attributes: ReadonlyMap<string, string>, next: (below: number) => number): Map<string, string> =>
  new Map(
    [...attributes].map(([name]) => [
      name,
      ['', '-1', '99999999', '__proto__', 'javascript:x'][next(5)] ?? '',
    ]),
  );
