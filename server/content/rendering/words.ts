/** The words that the renderer itself writes. */
import type { InBoth, Language } from '../module.ts';

const WORDS = {
  figure: { es: 'Figura', en: 'Figure' },
  table: { es: 'Tabla', en: 'Table' },
  note: { es: 'Nota', en: 'Note' },
  tip: { es: 'Consejo', en: 'Tip' },
  important: { es: 'Importante', en: 'Important' },
  warning: { es: 'Cuidado', en: 'Watch out' },
  caution: { es: 'Advertencia', en: 'Caution' },
  footnote: { es: 'Nota', en: 'Note' },
  footnotes: { es: 'Notas', en: 'Notes' },
  backToText: { es: 'Volver al texto, nota', en: 'Back to the text, note' },
  swipe: { es: 'Deslice la tabla para ver más columnas.', en: 'Swipe the table to see more columns.' },
  done: { es: 'hecho', en: 'done' },
} satisfies Record<string, InBoth<string>>;

export type Word = keyof typeof WORDS;
export const word = (key: Word, language: Language): string => WORDS[key][language];
