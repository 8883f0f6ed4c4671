/**
 * What was written into worksheets, as text. Plain, each cell by its code, as long as there is room; packed, after
 * a `*`, where there is none otherwise: the names of the cells, then, repeat so much that they cost next to nothing.
 */
import { fromAscii, toAscii } from './ascii.ts';
import { CODE_LENGTH, type Codes } from './codes.ts';
import { pack, unpack } from './packing.ts';

const PACKED = '*';

export interface Written {
  text: string;
  /** How many cells found no room. */
  left: number;
}

/** @param room characters that there are for it */
export function writeCells(cells: Readonly<Record<string, string>>, room: number, codes: Codes): Written {
  const entries = Object.entries(cells).map(([cell, value]) => ({ cell, value: toAscii(value) }));
  const plain = entries.map(({ cell, value }) => `${codes.code(cell)}${value};`).join('');
  if (plain.length <= room) return { text: plain, left: 0 };
  // Where even that is too much, figures stay and the longest texts go: as few as there must.
  const byLength = [...entries].sort((one, other) => one.value.length - other.value.length);
  let [fits, text] = [0, ''];
  for (let [least, most] = [1, entries.length]; least <= most;) {
    const count = most === entries.length && least === 1 ? most : (least + most) >> 1;
    const kept = new Set(byLength.slice(0, count));
    const packed = PACKED + pack(listOf(entries.filter((entry) => kept.has(entry))));
    if (packed.length <= room) {
      [fits, text, least] = [count, packed, count + 1];
    } else {
      most = count - 1;
    }
  }
  return { text, left: entries.length - fits };
}

/** @param known what a newer revision no longer has is dropped */
export function readCells(text: string, codes: Codes, known: ReadonlySet<string>): Record<string, string> {
  const found = text.startsWith(PACKED)
    ? readList(unpack(text.slice(PACKED.length)) ?? '')
    : text
        .split(';')
        .map((part) => [codes.id(part.slice(0, CODE_LENGTH)) ?? '', part.slice(CODE_LENGTH)] as const);
  return Object.fromEntries(
    found.filter(([cell]) => known.has(cell)).map(([cell, value]) => [cell, fromAscii(value)]),
  );
}

/** `0a/b/c:x;3d:y;`: a cell's name from where it differs from the one before; neither `:` nor `;` is in a text. */
function listOf(entries: readonly { cell: string; value: string }[]): string {
  let before: string[] = [];
  let list = '';
  for (const { cell, value } of entries) {
    const parts = cell.split('/');
    const differs = parts.findIndex((part, index) => part !== before[index]);
    list += `${Math.max(0, differs)}${parts.slice(Math.max(0, differs)).join('/')}:${value};`;
    before = parts;
  }
  return list;
}

function readList(list: string): (readonly [string, string])[] {
  let before: string[] = [];
  return list.split(';').map((part) => {
    const end = part.indexOf(':');
    before = [...before.slice(0, Number(part.charAt(0))), ...part.slice(1, end).split('/')];
    return [before.join('/'), part.slice(end + 1)] as const;
  });
}
