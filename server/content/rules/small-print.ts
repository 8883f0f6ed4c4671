import { advice } from '../finding.ts';
import { paintedIn } from '../figures/painted.ts';
import type { Rule } from './rule.ts';

/** Width of the text column on a phone of 360 px. */
const PHONE = 328;
const SMALLEST = 9;

export const smallPrint: Rule = {
  name: 'small-print',
  reason: {
    es: 'Un dibujo se encoge al ancho del teléfono, y sus letras con él.',
    en: 'A drawing shrinks to the width of the phone, and its letters with it.',
  },
  check: ({ assets }) =>
    assets.flatMap(({ drawing, at, width, height }) => {
      if (!drawing) return [];
      if (width === null || height === null) {
        return [
          advice(
            'small-print',
            at(0),
            'El dibujo no dice su tamaño: agregue viewBox="0 0 640 360".',
            'The drawing does not tell its size: add viewBox="0 0 640 360".',
          ),
        ];
      }
      const [tiniest] = paintedIn(drawing)
        .flatMap((one) => (one.kind === 'text' ? [one] : []))
        .toSorted((one, other) => one.size - other.size);
      const smallest = (tiniest?.size ?? 0) * Math.min(1, PHONE / width);
      if (!tiniest || smallest >= SMALLEST) return [];
      const [shown, needed] = [smallest.toFixed(1), Math.ceil((SMALLEST * width) / PHONE)];
      return [
        advice(
          'small-print',
          at(tiniest.offset),
          `En un teléfono las letras más pequeñas miden ${shown} píxeles; con font-size="${needed}" se leen.`,
          `On a phone the smallest letters are ${shown} pixels high; with font-size="${needed}" they can be read.`,
        ),
      ];
    }),
};
