/**
 * A certificate as one A4 page: tagged, with its language and title, fonts embedded, the same bytes at every
 * asking (PDFKit takes the file's identifier from its data, and the dates are the certificate's own).
 */
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import type { Language } from '../content/module.ts';
import { formatDate, translator } from '../rendering/index.ts';
import type { Certificate } from './certificate.model.ts';
import { showCode } from './code.ts';
import { fontOf, inTwoLines, isRightToLeft, runsOf, type LetterSet } from './lettering.ts';

const INK = '#17222c';
const INK_2 = '#48545d';
const INDIGO = '#1b4269';
const COCHINEAL = '#9a1b38';
const [WIDTH, HEIGHT, MARGIN] = [841.89, 595.28, 64];
const LEFT = MARGIN + 20;

/** @param url the certificate's public page, for the QR code */
export async function certificatePdf(
  certificate: Certificate,
  language: Language,
  url: string,
): Promise<Buffer> {
  const t = translator(language);
  const title = `${t('certificates.title')}: ${certificate.title[language]}`;
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: MARGIN,
    tagged: true,
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: title,
      Author: 'Rumbo',
      CreationDate: certificate.issuedAt,
      ModDate: certificate.issuedAt,
    },
  });
  const bytes = buffer(doc);
  frame(doc);

  const page = doc.struct('Document');
  doc.addStructure(page);
  const write = (
    tag: string,
    text: string,
    size: number,
    weight: 400 | 700,
    colour: string,
    y: number,
  ): void => {
    // Read aloud in the order of its letters, whatever order they stand in.
    const spoken = isRightToLeft(text) ? { actual: text } : {};
    const style = { size, weight, colour, x: LEFT, y };
    page.add(doc.struct(tag, spoken, () => line(doc, text, style)));
  };
  write('P', 'Rumbo', 22, 700, INK, 78);
  write('P', t('certificates.title'), 13, 700, INK_2, 158);
  const name = nameLines(doc, certificate.name);
  page.add(
    doc.struct('H1', { actual: certificate.name }, () => {
      for (const [index, text] of name.lines.entries()) {
        const y = name.lines.length === 1 ? 182 : 184 + index * 30;
        line(doc, text, { size: name.size, weight: 700, colour: INK, x: LEFT, y });
      }
    }),
  );
  write('P', t('certificates.finished'), 15, 400, INK, 252);
  write('H2', certificate.title[language], 22, 700, INK, 276);
  const facts = [
    t('certificates.hours', { count: certificate.hours }),
    t('catalogue.modules', { count: certificate.modules }),
    formatDate(certificate.finishedAt, language),
  ];
  write('P', facts.join('   ·   '), 13, 400, INK_2, 330);
  write('P', t('certificates.programme'), 12, 400, INK_2, 462);
  write('P', t('certificates.code', { code: showCode(certificate.code) }), 12, 700, INK, 482);
  write('P', t('certificates.verifyAt', { url: url.replace(/^https?:\/\//, '') }), 9.5, 400, INK_2, 502);
  page.add(
    doc.struct('Figure', { alt: t('certificates.qr') }, () =>
      qrCode(doc, url, WIDTH - MARGIN - 130, 410, 110),
    ),
  );
  page.end();
  doc.end();
  return await bytes;
}

const MEASURED_AT = 10;

/** A long name is set smaller, a very long one in two lines, so that it stays on the page. */
function nameLines(doc: PDFKit.PDFDocument, name: string): { lines: string[]; size: number } {
  const room = WIDTH - 2 * LEFT;
  const sizeOf = (text: string) => (room / widthOf(doc, text, 700)) * MEASURED_AT;
  doc.fontSize(MEASURED_AT);
  const inOne = Math.min(38, sizeOf(name));
  if (inOne >= 20) return { lines: [name], size: inOne };
  const lines = inTwoLines(name);
  return { lines, size: Math.min(22, ...lines.map(sizeOf)) };
}

function inFont(doc: PDFKit.PDFDocument, set: LetterSet, weight: 400 | 700): PDFKit.PDFDocument {
  const name = `${set}-${weight}`;
  return doc.registerFont(name, fontOf(set, weight)).font(name);
}

function widthOf(doc: PDFKit.PDFDocument, text: string, weight: 400 | 700): number {
  return runsOf(text).reduce(
    (sum, { set, text: run }) => sum + inFont(doc, set, weight).widthOfString(run),
    0,
  );
}

interface Style {
  size: number;
  weight: 400 | 700;
  colour: string;
  x: number;
  y: number;
}

/** From the top of a line to where its letters stand, in Noto Serif. */
const ASCENT = 1.069;

/** One line of text, run by run; whatever fonts it takes, its letters stand on one line. */
function line(doc: PDFKit.PDFDocument, text: string, { size, weight, colour, x, y }: Style): void {
  doc.fontSize(size).fillColor(colour);
  let at = x;
  for (const { set, text: run } of runsOf(text)) {
    inFont(doc, set, weight).text(run, at, y + ASCENT * size, { lineBreak: false, baseline: 'alphabetic' });
    at += doc.widthOfString(run);
  }
}

/** The double border and the mark: ornament, so no part of what is read aloud. */
function frame(doc: PDFKit.PDFDocument): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .rect(28, 28, WIDTH - 56, HEIGHT - 56)
    .lineWidth(0.8)
    .stroke(INK_2);
  doc
    .rect(40, 40, WIDTH - 80, HEIGHT - 80)
    .lineWidth(0.8)
    .stroke(INK);
  doc
    .save()
    .translate(WIDTH - MARGIN - 44, 72)
    .scale(2.4);
  doc.path('M4 0h2v3h2v3h2v3H0V6h2V3h2z').fill(COCHINEAL);
  doc.path('M.5 9.5h9v2h-2v3h-2v3h-1v-3h-2v-3h-2z').lineWidth(0.5).stroke(INK);
  doc.restore();
  // The greca, pass by pass as in the stylesheet.
  const unit = 2.2;
  const passes = [
    [5, 10],
    [5, 6, 9, 10],
    [4, 6, 7, 8, 9, 10],
    [4, 6, 7, 10],
    [2, 6],
    [2, 6],
  ];
  const left = LEFT;
  const repeats = Math.floor((WIDTH - 2 * left) / (12 * unit));
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const [row, cells] of passes.entries()) {
      for (let i = 0; i + 1 < cells.length; i += 2) {
        const [from = 0, to = 0] = [cells[i], cells[i + 1]];
        doc.rect(left + (repeat * 12 + from) * unit, 122 + row * unit, (to - from) * unit, unit);
      }
    }
  }
  doc.rect(left, 122 + passes.length * unit, repeats * 12 * unit, unit).fill(INDIGO);
  doc.endMarkedContent();
}

function qrCode(doc: PDFKit.PDFDocument, url: string, x: number, y: number, size: number): void {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  const cell = size / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) doc.rect(x + column * cell, y + row * cell, cell + 0.05, cell + 0.05);
    }
  }
  doc.fill(INK);
}
