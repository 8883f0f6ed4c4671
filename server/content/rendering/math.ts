/** LaTeX formulas to MathML, which browsers show by themselves. */
import temml from 'temml';

const ELEMENTS = new Set(
  (
    'math semantics mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts ' +
    'mprescripts none mtable mtr mtd mpadded mphantom menclose mstyle merror'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'display mathvariant stretchy fence separator lspace rspace minsize maxsize symmetric largeop movablelimits form accent ' +
    'accentunder linethickness width height depth voffset columnalign rowspacing columnspacing displaystyle scriptlevel notation dir'
  ).split(' '),
);
const MOST_CHARACTERS = 2_000;

export type Formula = { html: string } | { problem: string };

export function renderFormula(tex: string, display: boolean): Formula {
  if (tex.length > MOST_CHARACTERS) return { problem: `more than ${MOST_CHARACTERS} characters` };
  try {
    const options = {
      displayMode: display,
      throwOnError: true,
      trust: false,
      strict: false,
      maxExpand: 100,
      macros: {},
    };
    return { html: onlyMath(temml.renderToString(tex, { ...options, maxSize: [20, 20] })) };
  } catch (failure) {
    return {
      problem:
        failure instanceof Error ? failure.message.replace(/\s+/g, ' ').trim().slice(0, 200) : 'unreadable',
    };
  }
}

/** Temml writes MathML for any page; ours allows no styles, classes or links in it. */
function onlyMath(markup: string): string {
  return markup.replace(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g,
    (_, close: string, name: string, rest: string, end: string) => {
      if (!ELEMENTS.has(name)) return '';
      const attributes = [...rest.matchAll(/([\w:-]+)="([^"]*)"/g)]
        .filter(([, key = '']) => ATTRIBUTES.has(key))
        .map(([, key = '', value = '']) => ` ${key}="${value}"`);
      return `<${close}${name}${attributes.join('')}${end}>`;
    },
  );
}
