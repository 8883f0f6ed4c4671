/** What a file that someone hands in is, by its bytes, and what of it is kept. */
import { readAsset, type Finding } from '../../content/index.ts';
import { ASSET_NAME, MOST_ASSET_BYTES } from '../../content/figures/asset.ts';
import { recognise } from '../../content/figures/image-size.ts';
import { MOST_PIXELS, remake, type PictureType } from './pictures.ts';
import { refusal } from './refusing.ts';
import { judgeWorkbook } from './workbook.ts';

export type Judged =
  { file: { ending: string; bytes: Buffer }; refused: null } | { file: null; refused: Finding };

/** Of what is handed in; an image is smaller once it is made anew. */
export const MOST_UPLOAD_BYTES = 15 * 1024 * 1024;

const PICTURES: Record<PictureType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
};
const isPicture = (type: string): type is PictureType => Object.hasOwn(PICTURES, type);
/** What runs: a drawing that holds it was not made to be looked at. What else is foreign is left out when it is shown. */
const RUNS = /^(?:<(?:script|foreignObject|iframe|object|embed|handler|listener)>|on\w+)$/i;

/** @param name as the person's machine calls it; it decides nothing */
export async function judgeFile(name: string, bytes: Buffer): Promise<Judged> {
  if (bytes.length === 0) return refuse(refusal(name, 'empty'));
  const known = recognise(bytes);
  if (!known) return looksLikeDrawing(bytes) ? judgeDrawing(name, bytes) : refuse(refusal(name, 'type'));
  const { type, width, height } = known;
  if (isPicture(type)) {
    if ((width ?? 0) * (height ?? 0) > MOST_PIXELS)
      return refuse(refusal(name, 'pixels', { width: width ?? 0, height: height ?? 0 }));
    const made = await remake(bytes, type);
    return made ? keep(name, PICTURES[type], made) : refuse(refusal(name, 'damaged-image'));
  }
  if (type === 'application/pdf')
    return isOnlyPdf(bytes) ? keep(name, 'pdf', bytes) : refuse(refusal(name, 'two-files'));
  const fault = await judgeWorkbook(name, bytes);
  return fault ? refuse(fault) : keep(name, 'xlsx', bytes);
}

const refuse = (refused: Finding): Judged => ({ file: null, refused });

const keep = (name: string, ending: string, bytes: Buffer): Judged =>
  bytes.length > MOST_ASSET_BYTES
    ? refuse(refusal(name, 'asset-size', { most: MOST_ASSET_BYTES / 1024 ** 2 }))
    : { file: { ending, bytes }, refused: null };

function looksLikeDrawing(bytes: Buffer): boolean {
  const start = bytes.toString('utf8', 0, 4_096).replace(/^\ufeff/, '');
  return /^\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>\s*)*<svg[\s>]/i.test(
    start,
  );
}

/** Kept as it was handed in, shown cleaned. */
function judgeDrawing(name: string, bytes: Buffer): Judged {
  const { asset, findings } = readAsset('drawing.svg', name, bytes);
  const fault = findings.find(({ severity }) => severity === 'error');
  if (!asset) return refuse(fault ?? refusal(name, 'type'));
  return runsIn(findings) ? refuse(refusal(name, 'script')) : keep(name, 'svg', bytes);
}

/** Whether the cleaning of a drawing took out something that runs. */
export const runsIn = (findings: readonly Finding[]): boolean =>
  findings.some(({ rule, message }) => {
    const what = /: (.+)\.$/.exec(message.en)?.[1] ?? '';
    return rule === 'svg' && RUNS.test(what);
  });

/** A PDF that is an archive as well is opened as either, by whoever wants the other. */
function isOnlyPdf(bytes: Buffer): boolean {
  const ends = bytes.subarray(-2_048).includes('%%EOF');
  return ends && !bytes.subarray(-(65_535 + 22)).includes(Buffer.from('PK\x05\x06', 'latin1'));
}

/** A name for `assets/` from the one that the file came with. */
export function assetName(name: string, ending: string): string {
  const base = name.replace(/\.[^.]*$/, '');
  const language = /[._-](es|en)$/i.exec(base)?.[1]?.toLowerCase();
  const words = (language ? base.slice(0, -3) : base)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const made = `${words || 'file'}${language ? `.${language}` : ''}.${ending}`;
  return ASSET_NAME.test(made) ? made : `file.${ending}`;
}
