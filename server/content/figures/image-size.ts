/** What a file is, by its bytes and not by its name, and how large its picture is. */
export interface Picture {
  type: string;
  width: number | null;
  height: number | null;
}

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** @returns null for what no lesson may carry */
export function recognise(bytes: Buffer): Picture | null {
  if (bytes.length < 12) return null;
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n' && bytes.length >= 24) {
    return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (ascii(bytes, 0, 4) === 'GIF8')
    return { type: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return webp(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpeg(bytes);
  if (ascii(bytes, 0, 5) === '%PDF-') return { type: 'application/pdf', width: null, height: null };
  if (ascii(bytes, 0, 4) === 'PK\x03\x04') {
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      width: null,
      height: null,
    };
  }
  return null;
}

function webp(bytes: Buffer): Picture {
  const size = { type: 'image/webp', width: null, height: null };
  if (bytes.length < 30) return size;
  const chunk = ascii(bytes, 12, 16);
  if (chunk === 'VP8X')
    return { ...size, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (chunk === 'VP8 ')
    return { ...size, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { ...size, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return size;
}

/** Walks the markers of a JPEG to the frame header (ITU T.81, B.2.2). */
function jpeg(bytes: Buffer): Picture {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame)
      return { type: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return { type: 'image/jpeg', width: null, height: null };
}
