/** “Tabla 3. Words” and “Figura 2: Words” become what a lesson calls captions; it counts by itself. */
import type { Language } from '../../content/module.ts';

const TABLE = /^[*_]*(?:Tabla|Cuadro|Table)\s+\d[\d.]*\s*[.:–—-]?\s+([^\n]+)$/i;
const FIGURE =
  /^[*_]*(?:Figura|Gráfic[oa]|Ilustración|Imagen|Figure|Chart|Image|Fig\.)\s+\d[\d.]*\s*[.:–—-]?\s+([^\n]+)$/i;
const PICTURE = /^(!\[(?:\\.|[^\]\\])*\]\(\0\d+\0)\)$/;
const WORD = { es: 'Tabla', en: 'Table' };

/** @param blocks of Markdown, in the order of the document */
export function placeCaptions(blocks: readonly string[], language: Language): string[] {
  const placed: string[] = [];
  const used = new Set<number>();
  const captionAt = (index: number, pattern: RegExp): string | null => {
    const words = used.has(index) ? undefined : pattern.exec(blocks[index] ?? '')?.[1];
    return words === undefined || /\[\^|\]\(/.test(words) ? null : withoutEmphasis(words);
  };
  for (const [index, block] of blocks.entries()) {
    if (used.has(index)) continue;
    const isTable = block.startsWith('| ');
    const picture = PICTURE.exec(block)?.[1];
    const after = isTable
      ? captionAt(index + 1, TABLE)
      : picture === undefined
        ? null
        : captionAt(index + 1, FIGURE);
    const beforeTable = captionAt(index, TABLE);
    if (beforeTable !== null && blocks[index + 1]?.startsWith('| ')) {
      placed.push(`${WORD[language]}: ${beforeTable}`, blocks[index + 1] ?? '');
      used.add(index + 1);
    } else if (isTable && after !== null) {
      used.add(index + 1);
      placed.push(`${WORD[language]}: ${after}`, block);
    } else if (picture !== undefined && after !== null) {
      used.add(index + 1);
      placed.push(`${picture} "${after.replace(/"/g, '\\"')}")`);
    } else placed.push(block);
  }
  return placed;
}

const withoutEmphasis = (words: string): string => words.replace(/(?<!\\)[*_]+/g, '').trim();
