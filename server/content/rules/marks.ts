import { advice, error, type Finding } from '../finding.ts';
import { readAttributes } from '../markdown/attributes.ts';
import { children, type Node } from '../markdown/tokens.ts';
import type { InBoth } from '../module.ts';
import { worksheetId } from '../reading/lesson.ts';
import { textsOf, type TextDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

interface Mark {
  pattern: RegExp;
  /** Whether something that the writer meant to show is not shown. */
  isLost: boolean;
  sentence: InBoth<string>;
}

/** Marks that nothing has understood: a reader would see them. */
const MARKS: readonly Mark[] = [
  {
    pattern: /\{\{[^{}\n]{0,80}\}?\}?/,
    isLost: true,
    sentence: {
      es: 'Una hoja de trabajo va sola en su párrafo, con el id de su archivo: {{worksheet:id}}.',
      en: 'A worksheet stands alone in its paragraph, with its file’s id: {{worksheet:id}}.',
    },
  },
  {
    pattern: /\[!\s*\p{L}*\s*\]?/u,
    isLost: true,
    sentence: {
      es: 'Un recuadro empieza con «> [!NOTE]», sin espacios dentro de los corchetes.',
      en: 'A callout begins with “> [!NOTE]”, without spaces inside the brackets.',
    },
  },
  {
    pattern: /\{\s*#[^{}\n]{0,80}\}?/,
    isLost: true,
    sentence: {
      es: 'Las llaves con el id van al final de un título: {#nombre-corto clave=valor}.',
      en: 'Braces with the id stand at the end of a heading: {#short-name key=value}.',
    },
  },
  {
    pattern: /\[\[|\]\]/,
    isLost: false,
    sentence: {
      es: 'Un término se enlaza con [[clave]] o [[clave|palabras]], en una sola línea.',
      en: 'A term is linked with [[key]] or [[key|words]], on one line.',
    },
  },
  {
    pattern: /\]\([^()\s]{0,80}|\]\[[^\]\n]{0,80}\]?/,
    isLost: true,
    sentence: {
      es: 'Este enlace no se entiende: [palabras](dirección), sin espacios en la dirección.',
      en: 'This link cannot be read: [words](address), without spaces in the address.',
    },
  },
  {
    pattern: /\[\^[^\]\n]{0,40}\]?/,
    isLost: true,
    sentence: {
      es: 'Esta llamada no se entiende: [^1], con letras, cifras o guiones.',
      en: 'This footnote mark cannot be read: [^1], with letters, digits or hyphens.',
    },
  },
  {
    pattern: /\*\*/,
    isLost: false,
    sentence: {
      es: 'La negrita no lleva espacios junto a sus asteriscos: **palabras**.',
      en: 'Bold has no spaces beside its asterisks: **words**.',
    },
  },
  {
    pattern: /^\|.*\|[ \t]*$/m,
    isLost: true,
    sentence: {
      es: 'A esta tabla le falta bajo el encabezado la línea «| --- | --- |».',
      en: 'This table lacks the line “| --- | --- |” under its heading.',
    },
  },
];

export const marks: Rule = {
  name: 'marks',
  reason: {
    es: 'Un signo mal escrito aparece tal cual, y lo que debía mostrar no aparece.',
    en: 'A mark that is written wrongly appears as it is, and what it should show does not.',
  },
  check: (draft) =>
    (['es', 'en'] as const).flatMap((language) =>
      textsOf(draft, language).flatMap((text) =>
        text.blocks
          .filter(({ node }) => !('segments' in text) || worksheetId(node) === null)
          .flatMap(({ node, offset }) => wordsIn(node).flatMap((words) => inWords(words, text, offset))),
      ),
    ),
};

function inWords(words: string, { source }: TextDraft, offset: number): Finding[] {
  return MARKS.flatMap(({ pattern, isLost, sentence: { es, en } }) => {
    const found = pattern.exec(words)?.[0];
    if (found === undefined) return [];
    const at = source.text.indexOf(found, offset);
    return [(isLost ? error : advice)(marks.name, source.at(at === -1 ? offset : at), es, en)];
  });
}

const CAPTION = /^(?:Tabla|Table):/;
/** Understood, or told by the rule on callouts. */
const KEYWORD = /^\[!\p{L}+\]/u;

/** Running text as it will be read, a run at a time: code, links, formulas and what stands in braces are understood. */
function wordsIn(node: Node): string[] {
  if (node.type === 'heading') return [readAttributes(node.text).words];
  if (node.type === 'paragraph' && CAPTION.test(node.text)) return [readAttributes(node.text).words];
  const runs: string[] = [];
  let run = '';
  for (const child of children(node)) {
    if (child.type === 'text' && !child.tokens) {
      run += run === '' && runs.length === 0 ? child.raw.replace(KEYWORD, '') : child.raw;
      continue;
    }
    if (run !== '') runs.push(run);
    run = '';
    if (child.type !== 'codespan' && child.type !== 'code') runs.push(...wordsIn(child));
  }
  return run === '' ? runs : [...runs, run];
}
