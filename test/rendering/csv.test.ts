import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeCsv } from '../../server/rendering/csv.ts';

test('a table is marked as UTF-8, its lines end as RFC 4180 says, numbers stay numbers', () => {
  expect(
    writeCsv([
      ['pregunta', 'n'],
      ['¿Qué mide?', -0.25],
      [null, 3],
    ]),
  ).toBe('\uFEFFpregunta,n\r\n¿Qué mide?,-0.25\r\n,3\r\n');
});

test('quotes, separators and line ends stay inside their cell', () => {
  expect(writeCsv([['a "b"', 'c, d', 'e; f', 'g\nh']])).toBe('\uFEFF"a ""b""","c, d","e; f","g\nh"\r\n');
});

test.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '＠x'])(
  'the text %j is never a formula',
  (text) => {
    expect(writeCsv([[text]])).toMatch(/^\uFEFF"?'/);
  },
);

test('what is written can be read again, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 }), (rows) => {
      const expected = rows.map((row) =>
        row.map((text) => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text)),
      );
      expect(readCsv(writeCsv(rows))).toEqual(expected);
    }),
  );
});

/** RFC 4180, read letter by letter. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted] = [[] as string[], '', false];
  for (let at = 1; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quoted && letter === '"' && text[at + 1] === '"') cell += text[at++] ?? '';
    else if (letter === '"') quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === ',') {
      row.push(cell);
      cell = '';
    } else if (letter === '\r') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at++;
    } else cell += letter;
  }
  return rows;
}
