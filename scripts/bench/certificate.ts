/**
 * A certificate's bytes and time, over a bare PDFKit page with one line of text; the two in turns.
 * Run: npx tsx scripts/bench/certificate.ts
 */
import { buffer } from 'node:stream/consumers';
import { Types } from 'mongoose';
import PDFDocument from 'pdfkit';
import type { Certificate } from '../../server/certificates/certificate.model.ts';
import { fontOf } from '../../server/certificates/lettering.ts';
import { certificatePdf } from '../../server/certificates/pdf.ts';

const [ROUNDS, BATCH] = [10, 10];
const day = new Date('2026-11-20T12:00:00Z');
const certificate = (name: string): Certificate => ({
  _id: new Types.ObjectId(),
  code: '7KQ4M2XD9RTPH3WC',
  user: new Types.ObjectId(),
  track: 'overview',
  name,
  title: { es: 'Panorama', en: 'Overview' },
  hours: 7,
  modules: 6,
  finishedAt: day,
  issuedAt: day,
  revokedAt: null,
  revocation: null,
});
const URL = 'http://localhost/es/certificates/7KQ4M2XD9RTPH3WC';

const names = { latin: 'Inés Ejemplo', long: 'Guadalupe '.repeat(12).trim(), arabic: 'ليلى محمد الأحمد' };
const work: Record<string, () => Promise<Buffer>> = {
  'bare PDFKit page': async () => {
    const doc = new PDFDocument({ size: 'A4', layout: 'landscape' });
    const bytes = buffer(doc);
    doc.text('Inés Ejemplo');
    doc.end();
    return await bytes;
  },
  'bare page, its own font': async () => {
    const doc = new PDFDocument({ size: 'A4', layout: 'landscape' });
    const bytes = buffer(doc);
    doc.font(fontOf('latin', 700)).text('Inés Ejemplo');
    doc.end();
    return await bytes;
  },
  ...Object.fromEntries(
    Object.entries(names).map(([name, text]) => [
      `certificate, ${name} name`,
      async () => await certificatePdf(certificate(text), 'es', URL),
    ]),
  ),
};
const least = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, make] of Object.entries(work)) {
    const before = process.cpuUsage();
    for (let i = 0; i < BATCH; i++) await make();
    const { user, system } = process.cpuUsage(before);
    const cost = (user + system) / BATCH / 1_000;
    least.set(name, Math.min(least.get(name) ?? Infinity, cost));
  }
}
const bare = least.get('bare PDFKit page') ?? NaN;
for (const [name, make] of Object.entries(work)) {
  const cost = least.get(name) ?? NaN;
  console.log(
    `${name.padEnd(28)} ${(await make()).length} bytes, ${cost.toFixed(1)} ms of CPU = ${(cost / bare).toFixed(1)} pages`,
  );
}
