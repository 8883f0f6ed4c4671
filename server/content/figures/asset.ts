/** Reads a file of `assets/`: recognised by its bytes, measured, and cleaned when it is a drawing. */
import { createHash } from 'node:crypto';
import { advice, error, type Finding, type Place } from '../finding.ts';
import type { Asset } from '../module.ts';
import { readSource } from '../reading/source.ts';
import { recognise } from './image-size.ts';
import { cleanSvg } from './svg.ts';
import { XmlFault, type XmlElement } from './xml.ts';

export interface AssetFile {
  name: string;
  /** From the content folder. */
  file: string;
  type: string;
  /** As served: a drawing after cleaning. */
  bytes: Buffer;
  width: number | null;
  height: number | null;
  /** The drawing, for the rules that look into it. */
  drawing: XmlElement | null;
  /** Where an element of the drawing stands; the file's beginning for everything else. */
  at: (offset: number) => Place;
}

export const ASSET_NAME = /^[a-z0-9][a-z0-9-]*(?:\.(?:es|en))?\.(?:svg|png|jpg|jpeg|webp|gif|pdf|xlsx)$/;
export const MOST_ASSET_BYTES = 5 * 1024 * 1024;
const MOST_PIXELS = 40_000_000;
const ENDINGS: Record<string, readonly string[]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
};

export function readAsset(
  name: string,
  file: string,
  bytes: Buffer,
): { asset: AssetFile | null; findings: Finding[] } {
  const start = { file, line: 1, column: 1 };
  const refuse = (es: string, en: string) => ({ asset: null, findings: [error('assets', start, es, en)] });
  if (!ASSET_NAME.test(name)) {
    return refuse(
      'El nombre va en minúsculas sin tildes, con guiones, y termina en svg, png, jpg, webp, gif, pdf o xlsx.',
      'The name is lower case without accents, with hyphens, and ends in svg, png, jpg, webp, gif, pdf or xlsx.',
    );
  }
  if (bytes.length === 0) return refuse('El archivo está vacío.', 'The file is empty.');
  if (bytes.length > MOST_ASSET_BYTES)
    return refuse('El archivo pesa más de 5 MB.', 'The file has more than 5 MB.');
  if (name.endsWith('.svg')) return readSvg(name, file, bytes);
  const picture = recognise(bytes);
  const ending = name.slice(name.lastIndexOf('.') + 1);
  if (!picture || !ENDINGS[picture.type]?.includes(ending)) {
    return refuse(
      `El contenido no es lo que dice el nombre (.${ending}).`,
      `The content is not what the name says (.${ending}).`,
    );
  }
  if ((picture.width ?? 0) * (picture.height ?? 0) > MOST_PIXELS) {
    return refuse(
      'La imagen tiene más de 40 millones de píxeles.',
      'The image has more than 40 million pixels.',
    );
  }
  return { asset: { name, file, bytes, drawing: null, at: () => start, ...picture }, findings: [] };
}

function readSvg(
  name: string,
  file: string,
  bytes: Buffer,
): { asset: AssetFile | null; findings: Finding[] } {
  const { source, findings } = readSource(file, bytes);
  if (!source) return { asset: null, findings };
  try {
    const { root, text, width, height, removed } = cleanSvg(source.text);
    const cleaned = [...removed].map(([what, offset]) =>
      advice('svg', source.at(offset), `Se quitó del dibujo: ${what}.`, `Taken out of the drawing: ${what}.`),
    );
    const asset = {
      name,
      file,
      type: 'image/svg+xml',
      bytes: Buffer.from(text),
      width,
      height,
      drawing: root,
      at: (offset: number) => source.at(offset),
    };
    return { asset, findings: cleaned };
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault;
    const at = source.at(fault.offset);
    return {
      asset: null,
      findings: [
        error(
          'svg',
          at,
          `No es un dibujo SVG que se pueda leer: ${fault.sentence.es}.`,
          `It is not an SVG drawing that can be read: ${fault.sentence.en}.`,
        ),
      ],
    };
  }
}

export const assetOf = ({ name, type, bytes, width, height }: AssetFile): Asset => ({
  name,
  type,
  bytes: bytes.length,
  hash: createHash('sha256').update(bytes).digest('hex'),
  ...(width !== null && height !== null ? { width, height } : {}),
});
