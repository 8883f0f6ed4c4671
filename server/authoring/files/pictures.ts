/** Images as they are kept: made anew from their pixels, so that nothing else of the file comes in. */
import sharp, { type Sharp } from 'sharp';

const WIDEST = 1_600;
export const MOST_PIXELS = 40_000_000;
const SECONDS = 20;

// One image after another in one thread each, and none kept: the memory is for pages.
sharp.concurrency(1);
sharp.cache(false);

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

/**
 * Turned upright, at most 1,600 pixels wide, in sRGB, without what a camera or a program wrote beside the pixels.
 * @returns null when the bytes are no image of that type that can be read to its end
 */
export async function remake(bytes: Buffer, type: PictureType): Promise<Buffer | null> {
  try {
    const picture = sharp(bytes, {
      limitInputPixels: MOST_PIXELS,
      failOn: 'error',
      animated: type === 'image/gif' || type === 'image/webp',
    })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: WIDEST, withoutEnlargement: true });
    return await encoded(picture, type).toBuffer();
  } catch {
    // Whatever the decoder says: a person can only hand in another file.
    return null;
  }
}

function encoded(picture: Sharp, type: PictureType): Sharp {
  switch (type) {
    case 'image/png':
      return picture.png({ compressionLevel: 9 });
    case 'image/jpeg':
      return picture.jpeg({ quality: 82, mozjpeg: true });
    case 'image/webp':
      return picture.webp({ quality: 82 });
    case 'image/gif':
      return picture.gif();
  }
}
