import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatNumber } from '../../server/rendering/index.ts';
import { quarterNumber, readTyped, type CellType } from '../../server/worksheets/calculation/index.ts';

test.each<[CellType, string, number | string | null]>([
  ['number', '  ', null],
  ['number', '1,600.5', 1600.5],
  ['number', '1.600,5', 1600.5],
  ['number', '40 000', 40_000],
  ['number', '−33.3', -33.3],
  ['percent', '14,3 %', 14.3],
  ['text', '  =cmd()\u0000 ', '=cmd()'],
  ['text', 'dos\nlíneas', 'dos líneas'],
  ['long-text', 'dos\r\nlíneas', 'dos\nlíneas'],
  ['text', 'وزارة المالية', 'وزارة المالية'],
  ['choice', 'high', 'high'],
  ['date', '2026-02-28', '2026-02-28'],
  ['year', '2025', '2025'],
  ['quarter', '2026-T3', '2026-Q3'],
  ['quarter', 't3 de 2026', '2026-Q3'],
  ['quarter', 'Q3/2026', '2026-Q3'],
  ['quarter', '3-2026', '2026-Q3'],
])('%s takes %j', (type, typed, value) => {
  expect(readTyped(type, typed, ['high', 'low'])).toEqual({ value });
});

test.each<[CellType, string, string]>([
  ['number', 'mucho', 'number'],
  ['number', '=1+1', 'number'],
  ['number', '1e5', 'number'],
  ['percent', 'Infinity', 'number'],
  ['number', '9999999999999', 'large'],
  ['text', 'a'.repeat(501), 'long'],
  ['long-text', 'a'.repeat(4_001), 'long'],
  ['choice', 'other', 'choice'],
  ['date', '2026-02-30', 'date'],
  ['date', '28/02/2026', 'date'],
  ['year', '25', 'year'],
  ['quarter', '2026-T5', 'quarter'],
  ['quarter', '20263', 'quarter'],
])('%s refuses %j', (type, typed, problem) => {
  expect(readTyped(type, typed, ['high'])).toEqual({ problem });
});

test('a kept number that is shown and sent back is the same number, in both languages', () => {
  const kept = fc
    .double({ min: -1e11, max: 1e11, noNaN: true })
    .map((value) => Number(value.toFixed(6)))
    .filter((value) => value === 0 || Math.abs(value) >= 1e-6);
  fc.assert(
    fc.property(kept, fc.constantFrom('es', 'en'), (value, language) => {
      const back = readTyped('number', formatNumber(value, language));
      expect(back).toEqual({ value: value === 0 ? 0 : value });
    }),
    { numRuns: 1_000 },
  );
});

test('whatever is typed is a value or a problem, and a value is kept as it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<CellType>(
        'text',
        'long-text',
        'number',
        'percent',
        'choice',
        'date',
        'year',
        'quarter',
      ),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.stringMatching(/^[\d .,'-]{0,20}$/)),
      (type, typed) => {
        const first = readTyped(type, typed, ['a', 'b']);
        if (!('value' in first) || typeof first.value !== 'string') return;
        expect(readTyped(type, first.value, ['a', 'b'])).toEqual(first);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('quarters are in the order of time', () => {
  expect(['2026-Q3', '2026-Q4', '2027-Q1'].map(quarterNumber)).toEqual([8106, 8107, 8108]);
  expect(quarterNumber('2026-T3')).toBeNull();
});
