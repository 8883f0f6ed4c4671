/** What the YAML parser found wrong, as a sentence for somebody who never heard of YAML. */
import type { InBoth } from '../module.ts';

const sentence = (es: string, en: string): InBoth<string> => ({ es, en });
const QUOTE_COLON = sentence(
  "Un texto con «: » va entre comillas simples: clave: 'texto: más texto'.",
  "A text with “: ” in it goes in single quotation marks: key: 'text: more text'.",
);
const QUOTE_MARK = sentence(
  'Un texto que empieza con este signo va entre comillas.',
  'A text that begins with this mark goes in quotation marks.',
);
const INDENT = sentence(
  'La sangría no coincide con la de las líneas vecinas.',
  'The indentation does not match that of the lines around it.',
);
const UNCLOSED = sentence(
  'Falta cerrar «[», «{» o unas comillas.',
  'A “[”, a “{” or a quotation mark is not closed.',
);

/** By the parser's words, which its version fixes; the first that fits. */
const SENTENCES: readonly [RegExp, InBoth<string>][] = [
  [
    /^Tabs/,
    sentence(
      'Las líneas se sangran con espacios, no con tabuladores.',
      'Lines are indented with spaces, not with tabs.',
    ),
  ],
  [
    /^Map keys must be unique/,
    sentence('Esta clave está dos veces en el mismo grupo.', 'This key is there twice in the same group.'),
  ],
  [/^Nested mappings|^Implicit keys/, QUOTE_COLON],
  [/must be sufficiently indented and end with|^Missing closing/, UNCLOSED],
  [
    /followed by map values|^Missing space after :/,
    sentence('Falta «: » entre la clave y su valor.', 'The “: ” between the key and its value is missing.'),
  ],
  [/^Missing , /, sentence('Falta una coma entre dos valores.', 'A comma between two values is missing.')],
  [/^Plain value cannot start|^Missing directives|^Alias|^Anchor|Unresolved alias/, QUOTE_MARK],
  [
    /escape sequence/,
    sentence(
      'Entre comillas dobles la barra «\\» tiene un significado propio: use comillas simples.',
      'Between double quotation marks the bar “\\” has a meaning of its own: use single ones.',
    ),
  ],
  [
    /multiple documents/,
    sentence(
      'Sobra la línea «---»: el archivo tiene un solo grupo de datos.',
      'The line “---” is one too many: the file has a single group of data.',
    ),
  ],
  [/same column|indent|Sequence item without/i, INDENT],
  [
    /^Unexpected|^Expected/,
    sentence(
      'Esto no puede ir aquí: una lista («- …») y un grupo de claves no se mezclan.',
      'This cannot stand here: a list (“- …”) and a group of keys do not mix.',
    ),
  ],
];

/** @param message the parser's own, told as it is where there is no sentence for it */
export function yamlSentence(message: string): InBoth<string> {
  const known = SENTENCES.find(([pattern]) => pattern.test(message))?.[1];
  return known ?? sentence(`El YAML no se entiende: ${message}.`, `The YAML cannot be read: ${message}.`);
}
