import { advice, error, type Finding } from '../finding.ts';
import { paintedIn } from '../figures/painted.ts';
import type { XmlElement } from '../figures/xml.ts';
import { linkTarget } from '../markdown/link-target.ts';
import type { Language } from '../module.ts';
import { textsOf, type ModuleDraft } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import type { Rule } from './rule.ts';

const HEAVY_BYTES = 300 * 1024;
const WIDEST = 2_600;

export const images: Rule = {
  name: 'images',
  reason: {
    es: 'Una imagen que falta deja un hueco; una que pesa mucho no llega a un teléfono con poca señal.',
    en: 'A missing image leaves a hole; a heavy one never reaches a phone on a slow link.',
  },
  check(draft) {
    const used = new Set<string>();
    const inTexts = (['es', 'en'] as const).flatMap((language) => usesIn(draft, language, used));
    return [...inTexts, ...draft.assets.flatMap((asset) => aboutAsset(asset, used, draft))];
  },
};

function usesIn(draft: ModuleDraft, language: Language, used: Set<string>): Finding[] {
  const other = language === 'es' ? 'en' : 'es';
  return textsOf(draft, language).flatMap((text) =>
    visit(text).flatMap(({ node, at }): Finding[] => {
      if (node.type !== 'image' && node.type !== 'link') return [];
      const target = linkTarget(node.href);
      if (target.kind === 'asset') used.add(target.name);
      if (node.type === 'link') return [];
      if (target.kind !== 'asset') {
        return [
          error('images', at(), 'Las imágenes se toman de ../assets/.', 'Images are taken from ../assets/.'),
        ];
      }
      const { name } = target;
      if (!draft.assets.some((asset) => asset.name === name)) {
        return [
          error('images', at(), `No existe la imagen assets/${name}.`, `There is no image assets/${name}.`),
        ];
      }
      return name.includes(`.${other}.`)
        ? [
            error(
              'images',
              at(),
              `La imagen ${name} es la del otro idioma.`,
              `The image ${name} is the other language’s.`,
            ),
          ]
        : [];
    }),
  );
}

const firstWords = (drawing: XmlElement): string | null =>
  paintedIn(drawing)
    .flatMap((one) =>
      one.kind === 'text' && /\p{L}{3}/u.test(one.words) ? [one.words.trim().slice(0, 30)] : [],
    )
    .at(0) ?? null;

function aboutAsset(
  { name, file, bytes, width, type, drawing }: ModuleDraft['assets'][number],
  used: ReadonlySet<string>,
  draft: ModuleDraft,
): Finding[] {
  const at = { file, line: 1, column: 1 };
  const findings: Finding[] = [];
  if (!used.has(name))
    findings.push(advice('images', at, 'Ninguna lección usa este archivo.', 'No lesson uses this file.'));
  if (bytes.length > HEAVY_BYTES && type.startsWith('image/')) {
    findings.push(
      advice(
        'images',
        at,
        `La imagen pesa ${Math.round(bytes.length / 1024)} kB; conviene menos de 300.`,
        `The image has ${Math.round(bytes.length / 1024)} kB; less than 300 is better.`,
      ),
    );
  }
  if (width !== null && width > WIDEST && !drawing) {
    findings.push(
      advice(
        'images',
        at,
        `La imagen mide ${width} píxeles de ancho; bastan 1640.`,
        `The image is ${width} pixels wide; 1,640 are enough.`,
      ),
    );
  }
  const words = drawing && !/\.(?:es|en)\./.test(name) ? firstWords(drawing) : null;
  if (words !== null) {
    findings.push(
      advice(
        'images',
        at,
        `El dibujo lleva palabras («${words}»): haga una versión por idioma, nombre.es.svg y nombre.en.svg.`,
        `The drawing carries words (“${words}”): make a version for each language, name.es.svg and name.en.svg.`,
      ),
    );
  }
  const twin = name.includes('.es.')
    ? name.replace('.es.', '.en.')
    : name.includes('.en.')
      ? name.replace('.en.', '.es.')
      : null;
  if (twin !== null && !draft.assets.some((asset) => asset.name === twin)) {
    findings.push(
      error(
        'images',
        at,
        `Falta la versión en el otro idioma: ${twin}.`,
        `The other language’s version is missing: ${twin}.`,
      ),
    );
  }
  return findings;
}
