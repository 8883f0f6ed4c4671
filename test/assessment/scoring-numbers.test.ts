import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldText, numberReadings, parseNumber } from '../../server/assessment/scoring/index.ts';

describe('a typed number', () => {
  test.each([
    ['1600', 1600],
    ['1,600', 1600],
    ['1 600', 1600],
    ['1\u00a0600', 1600],
    ['1\u202f600', 1600],
    ['1600.0', 1600],
    ['1,600.5', 1600.5],
    ['1.600,5', 1600.5],
    ['1 600,5', 1600.5],
    ["1'600,000", 1_600_000],
    ['1’600 000', 1_600_000],
    ['1,600,000', 1_600_000],
    ['1.600.000', 1_600_000],
    ['14,3', 14.3],
    ['14.3 %', 14.3],
    ['14.3%', 14.3],
    ['14,3\u00a0%', 14.3],
    ['0,125', 0.125],
    ['1600,500', 1600.5],
    ['.5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    ['+5', 5],
    ['-5', -5],
    ['−5.5', -5.5],
    ['– 5', -5],
    ['-0', 0],
    ['007', 7],
    ['  40 000  ', 40_000],
  ])('%j reads as %j', (typed, number) => {
    expect(parseNumber(typed)).toBe(number);
  });

  test.each([
    '',
    ' ',
    'abc',
    '1 60',
    '16 0000',
    '12,34,567',
    '1,600,00',
    '1.5.2',
    '1e3',
    '2/14',
    '--5',
    '5-',
    '%',
    '1 , 6',
    '٣',
    '1'.repeat(61),
  ])('%j is no number', (typed) => {
    expect(parseNumber(typed)).toBeNull();
  });

  test('an ambiguous mark has two readings, the likelier one first', () => {
    expect(numberReadings('1,600')).toEqual([1600, 1.6]);
    expect(numberReadings('1.600')).toEqual([1.6, 1600]);
    expect(numberReadings('-1.600')).toEqual([-1.6, -1600]);
    expect(numberReadings('14.3')).toEqual([14.3]);
  });

  test('any number survives being written as English, Spanish or international texts write it', () => {
    const number = fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom(1, 10, 100));
    fc.assert(
      fc.property(
        number,
        fc.constantFrom([',', '.'], ['.', ','], [' ', '.'], ['\u00a0', ','], ["'", '.']),
        ([digits, unit], [group = '', mark = '']) => {
          const value = digits / unit;
          const decimals = String(unit).length - 1;
          const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
          const written = `${value < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${rest ? mark + rest : ''}`;
          expect(numberReadings(written).some((reading) => Math.abs(reading - value) < 1e-9)).toBe(true);
        },
      ),
    );
  });

  test('anything at all gives a finite number or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from("0123456789,. '-%")) })),
        (typed) => {
          const number = parseNumber(typed);
          expect(number === null || Number.isFinite(number)).toBe(true);
        },
      ),
    );
  });
});

test('texts are compared without case, accents and outer spaces', () => {
  expect(foldText('  Línea\u00a0de  BASE ')).toBe('linea de base');
  expect(foldText('AÑO')).toBe(foldText('ano'));
  expect(foldText('Rio\u0301')).toBe('rio');
});
