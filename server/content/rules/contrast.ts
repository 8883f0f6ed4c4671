import { advice, type Finding } from '../finding.ts';
import type { AssetFile } from '../figures/asset.ts';
import { contrast as contrastOf, readColour, type Colour } from '../figures/contrast.ts';
import { paintedIn, type Painted } from '../figures/painted.ts';
import type { Rule } from './rule.ts';

type Text = Extract<Painted, { kind: 'text' }>;
type Shape = Extract<Painted, { kind: 'shape' }>;
const PAPER: Colour = [0xfa, 0xf9, 0xf5];

/** As far as it can be computed: flat colours on rectangles and circles. What lies on a pattern is not judged. */
export const contrast: Rule = {
  name: 'contrast',
  reason: {
    es: 'Un rótulo claro sobre fondo claro no se lee en una proyección ni en una impresión.',
    en: 'A pale label on a pale ground cannot be read on a projector or in print.',
  },
  check: ({ assets }) => assets.flatMap(checkAsset),
};

function checkAsset({ drawing, at }: AssetFile): Finding[] {
  if (!drawing) return [];
  const shapes: Shape[] = [];
  const told = new Set<string>();
  return paintedIn(drawing).flatMap((one) => {
    if (one.kind === 'shape') shapes.push(one);
    if (one.kind !== 'text' || one.opacity < 1) return [];
    const colour = readColour(one.fill);
    const ground = groundUnder(one, shapes);
    if (!colour || !ground) return [];
    const ratio = contrastOf(colour, ground);
    const isLarge = one.size >= 24 || (one.bold && one.size >= 18.66);
    const least = isLarge ? 3 : 4.5;
    const key = `${one.fill} ${ground.join()}`;
    if (ratio >= least || told.has(key)) return [];
    told.add(key);
    const [shown, words] = [ratio.toFixed(1), one.words.slice(0, 30)];
    return [
      advice(
        'contrast',
        at(one.offset),
        `«${words}» tiene un contraste de ${shown}:1; hace falta ${least}:1.`,
        `“${words}” has a contrast of ${shown}:1; ${least}:1 is needed.`,
      ),
    ];
  });
}

/** The colour of the last shape painted under a text's beginning; null when it cannot be known. */
function groundUnder({ x, y, size }: Text, before: readonly Shape[]): Colour | null {
  const middle = y - size * 0.35;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const shape = before[index];
    if (!shape?.box) return null;
    const { left, top, right, bottom } = shape.box;
    if (x < left || x > right || middle < top || middle > bottom) continue;
    if (!shape.exact || shape.opacity < 1) return null;
    return readColour(shape.fill);
  }
  return PAPER;
}
