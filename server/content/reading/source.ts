/** A text file as the readers see it: decoded, with one kind of line end, and able to name its places. */
import { error, type Finding, type Place } from '../finding.ts';

export interface Source {
  file: string;
  text: string;
  /** The line and column of an offset into `text`. */
  at(offset: number): Place;
}

/** No lesson or quiz of a course comes near it: 40,000 words. */
export const MOST_TEXT_BYTES = 256 * 1024;

// Control characters, the private-use area (the renderer's own placeholders live there), and the marks that
// reverse the direction of text, with which a file can show one thing and mean another.
const UNWELCOME = /(?![\t\n])\p{Cc}|\p{Co}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;

export function sourceOf(file: string, text: string): Source {
  let starts: number[] | null = null;
  return {
    file,
    text,
    at(offset) {
      starts ??= lineStarts(text);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { file, line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * Decodes a file. What is refused has one finding that says where and why.
 * @param bytes as they are on disk: UTF-8 with or without a byte-order mark, any line ends
 */
export function readSource(file: string, bytes: Uint8Array): { source: Source | null; findings: Finding[] } {
  const refuse = (at: Place, rule: string, es: string, en: string) => ({
    source: null,
    findings: [error(rule, at, es, en)],
  });
  const start = { file, line: 1, column: 1 };
  if (bytes.length > MOST_TEXT_BYTES) {
    return refuse(
      start,
      'size',
      `El archivo pesa ${kilobytes(bytes.length)} kB; el máximo es ${kilobytes(MOST_TEXT_BYTES)} kB. Divídalo.`,
      `The file has ${kilobytes(bytes.length)} kB; the most is ${kilobytes(MOST_TEXT_BYTES)} kB. Divide it.`,
    );
  }
  const { text, isUtf8 } = decode(bytes);
  const source = sourceOf(file, text.replace(/\r\n?/g, '\n').normalize('NFC'));
  if (!isUtf8) {
    return refuse(
      source.at(Math.max(0, source.text.indexOf('\ufffd'))),
      'encoding',
      'El archivo no está en UTF-8. Guárdelo con la codificación UTF-8.',
      'The file is not UTF-8. Save it with the encoding UTF-8.',
    );
  }
  const unwelcome = UNWELCOME.exec(source.text);
  if (unwelcome) {
    const code = (unwelcome[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return refuse(
      source.at(unwelcome.index),
      'encoding',
      `Hay un carácter invisible que no es texto (U+${code}). Bórrelo.`,
      `There is an invisible character that is not text (U+${code}). Delete it.`,
    );
  }
  return { source, findings: [] };
}

const kilobytes = (bytes: number) => Math.ceil(bytes / 1024);

function decode(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder().decode(bytes), isUtf8: false };
  }
}
