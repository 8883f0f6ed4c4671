/** The images of a document, judged and made anew as those that someone uploads. */
import { createHash } from 'node:crypto';
import { recognise } from '../../content/figures/image-size.ts';
import type { Finding } from '../../content/index.ts';
import { judgeFile } from '../files/judging.ts';
import { refusal } from '../files/refusing.ts';
import type { Lose } from './losses.ts';

export interface Picture {
  ending: string;
  bytes: Buffer;
  hash: string;
}
export type JudgedPictures =
  /** In the order of the text; null for one that a lesson cannot show. */
  { pictures: (Picture | null)[]; refused: null } | { pictures: null; refused: Finding };

/** All are held in memory until the last is judged. */
const MOST_BYTES = 40 * 1024 ** 2;
/** Making images anew takes a second for 40 million. */
const MOST_PIXELS = 400_000_000;
const SHOWN: readonly string[] = ['png', 'jpg', 'webp', 'gif', 'svg'];

export async function judgePictures(
  name: string,
  paths: readonly string[],
  files: ReadonlyMap<string, Buffer>,
  lose: Lose,
): Promise<JudgedPictures> {
  const tooMuch = (): JudgedPictures => ({
    pictures: null,
    refused: refusal(name, 'docx-pictures', { megapixels: MOST_PIXELS / 1e6, most: MOST_BYTES / 1024 ** 2 }),
  });
  const pixels = paths.reduce((sum, path) => sum + pixelsOf(files.get(path)), 0);
  if (pixels > MOST_PIXELS) return tooMuch();
  const pictures: (Picture | null)[] = [];
  let size = 0;
  for (const path of paths) {
    const own = path.slice(path.lastIndexOf('/') + 1);
    const { file, refused } = await judgeFile(own, files.get(path) ?? Buffer.alloc(0));
    if (file && SHOWN.includes(file.ending)) {
      pictures.push({ ...file, hash: createHash('sha256').update(file.bytes).digest('hex') });
      size += file.bytes.length;
      if (size > MOST_BYTES) return tooMuch();
    } else {
      lose('picture', `${own} (${refused?.rule ?? 'type'})`);
      pictures.push(null);
    }
  }
  return { pictures, refused: null };
}

function pixelsOf(bytes: Buffer | undefined): number {
  const known = bytes ? recognise(bytes) : null;
  return (known?.width ?? 0) * (known?.height ?? 0);
}
