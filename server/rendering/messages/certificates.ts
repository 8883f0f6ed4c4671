import { defineMessages } from '../define-messages.ts';

/** Certificates of finished tracks and their verification. */
export const certificates = defineMessages({
  'certificates.title': { es: 'Constancia de aprendizaje', en: 'Certificate of learning' },
  'certificates.get': { es: 'Ver su constancia', en: 'See your certificate' },
  'certificates.own': { es: 'Mis constancias', en: 'My certificates' },
  'certificates.ofTrack': { es: 'Itinerario', en: 'Track' },
  'certificates.file': { es: 'Archivo', en: 'File' },
  'certificates.pdf': { es: 'PDF', en: 'PDF' },
  'certificates.pdfOf': { es: 'PDF de la constancia de {title}', en: 'PDF of the certificate of {title}' },
  'certificates.finished': { es: 'terminó el itinerario', en: 'finished the track' },
  'certificates.dedication': { es: 'Dedicación', en: 'Time' },
  'certificates.date': { es: 'Fecha', en: 'Date' },
  'certificates.hours': {
    es: { one: '1 hora', other: '{count} horas' },
    en: { one: '1 hour', other: '{count} hours' },
  },
  'certificates.programme': {
    es: 'Programa regional de resultados y financiamiento',
    en: 'Regional programme on results and financing',
  },
  'certificates.code': { es: 'Folio {code}', en: 'Code {code}' },
  'certificates.codeName': { es: 'Folio', en: 'Code' },
  'certificates.verifyAt': { es: 'Verifique en {url}', en: 'Verify at {url}' },
  'certificates.qr': {
    es: 'Código QR que abre la página de verificación',
    en: 'QR code that opens the verification page',
  },
  'certificates.verify': { es: 'Verificar una constancia', en: 'Verify a certificate' },
  'certificates.verifyLead': {
    es: 'Escriba el folio que está al pie de la constancia. La página dice si es válida.',
    en: 'Enter the code at the foot of the certificate. The page says whether it is valid.',
  },
  'certificates.verifyButton': { es: 'Verificar', en: 'Verify' },
  'certificates.verification': { es: 'Verificación', en: 'Verification' },
  'certificates.codeHint': {
    es: '16 letras y cifras, como 7KQ4-M2XD-9RTP-H3WC.',
    en: '16 letters and digits, like 7KQ4-M2XD-9RTP-H3WC.',
  },
  'certificates.noCode': {
    es: 'El folio tiene 16 letras y cifras. Revise que esté completo',
    en: 'The code has 16 letters and digits. Check that it is complete',
  },
  'certificates.valid': { es: 'Constancia válida', en: 'Valid certificate' },
  'certificates.notValid': { es: 'Constancia revocada', en: 'Revoked certificate' },
  'certificates.revokedOn': {
    es: 'Se revocó el {date}. Razón: {reason}',
    en: 'Revoked on {date}. Reason: {reason}',
  },
  'certificates.revoked': {
    es: 'Esta constancia fue revocada y ya no se descarga.',
    en: 'This certificate was revoked and can no longer be downloaded.',
  },
  'certificates.checkedOn': { es: 'Comprobada', en: 'Checked' },
  'certificates.issuedTo': { es: 'Emitida a', en: 'Issued to' },
  'certificates.download': { es: 'Descargar PDF', en: 'Download PDF' },
  'certificates.unknown': {
    es: 'No hay una constancia con ese folio. Revise que lo haya copiado completo.',
    en: 'There is no certificate with that code. Check that you copied all of it.',
  },
  'certificates.notFinished': {
    es: 'La constancia se emite al terminar todos los módulos del itinerario.',
    en: 'The certificate is issued once every module of the track is finished.',
  },
  'certificates.assignmentMissing': {
    es: 'Los módulos están terminados. La constancia se emite cuando una persona facilitadora acepta su trabajo final.',
    en: 'The modules are finished. The certificate is issued once a trainer accepts your final assignment.',
  },
  'certificates.tooMany': {
    es: 'Se consultaron muchas constancias seguidas. Espere un minuto.',
    en: 'Many certificates were looked up in a row. Wait a minute.',
  },
  'certificates.revoke': { es: 'Revocar', en: 'Revoke' },
  'certificates.reason': {
    es: 'Razón de la revocación (se muestra a quien verifica)',
    en: 'Reason for revoking (shown to whoever verifies)',
  },
  'certificates.reasonMissing': {
    es: 'Escriba la razón en una frase, hasta 300 caracteres',
    en: 'Give the reason in a sentence, up to 300 characters',
  },
});
