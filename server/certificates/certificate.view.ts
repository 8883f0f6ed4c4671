import QRCode from 'qrcode';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDate, type Translate } from '../rendering/index.ts';
import type { Certificate } from './certificate.model.ts';
import { showCode } from './code.ts';

export interface ShownCertificate {
  certificate: Certificate;
  /** The certificate's public address, whole. */
  url: string;
  now: Date;
  canRevoke: boolean;
  /** A reason for revoking that was not taken. */
  rejected: { reason: string; error: string } | null;
}

/** What `views/certificates/show.hbs` shows: just what the certificate says, and whether it holds. */
export function certificatePage(
  { certificate, url, now, canRevoke, rejected }: ShownCertificate,
  lang: Language,
  t: Translate,
) {
  const { code, name, title, hours, modules, finishedAt, revokedAt, revocation } = certificate;
  const { path, size } = qrPath(url);
  return {
    name,
    title: title[lang],
    code: showCode(code),
    address: url.replace(/^https?:\/\//, ''),
    qrPath: path,
    qrBox: `-2 -2 ${String(size + 4)} ${String(size + 4)}`,
    facts: [
      { name: t('certificates.dedication'), value: t('certificates.hours', { count: hours }) },
      { name: t('catalogue.modulesTitle'), value: String(modules) },
      { name: t('certificates.date'), value: formatDate(finishedAt, lang) },
    ],
    checked: [
      { name: t('certificates.checkedOn'), value: formatDate(now, lang) },
      { name: t('certificates.issuedTo'), value: name },
      { name: t('certificates.codeName'), value: showCode(code) },
    ],
    revoked: revokedAt
      ? t('certificates.revokedOn', { date: formatDate(revokedAt, lang), reason: revocation?.reason ?? '' })
      : null,
    pdfUrl: revokedAt ? null : paths.certificatePdf({ lang, code }),
    revokeAction: canRevoke && !revokedAt ? paths.revokeCertificate({ lang, code }) : null,
    reason: rejected?.reason ?? '',
    error: rejected?.error ?? null,
  };
}

/** The QR code as one SVG path, a unit a module. */
function qrPath(url: string): { path: string; size: number } {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path += `M${String(column)} ${String(row)}h1v1h-1z`;
    }
  }
  return { path, size: modules.size };
}
