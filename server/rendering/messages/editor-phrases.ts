import { defineMessages } from '../define-messages.ts';

/** What the editor's own panels say, under the words that CodeMirror has for it; `$` is its place for a number. */
export const editorPhrases = defineMessages({
  'editor.phrase.Find': { es: 'Buscar', en: 'Find' },
  'editor.phrase.Replace': { es: 'Reemplazar por', en: 'Replace with' },
  'editor.phrase.next': { es: 'siguiente', en: 'next' },
  'editor.phrase.previous': { es: 'anterior', en: 'previous' },
  'editor.phrase.all': { es: 'marcar todos', en: 'select all' },
  'editor.phrase.match case': { es: 'mayúsculas y minúsculas', en: 'match case' },
  'editor.phrase.regexp': { es: 'expresión regular', en: 'regular expression' },
  'editor.phrase.by word': { es: 'palabra completa', en: 'whole word' },
  'editor.phrase.replace': { es: 'reemplazar', en: 'replace' },
  'editor.phrase.replace all': { es: 'reemplazar todos', en: 'replace all' },
  'editor.phrase.replaced match on line $': { es: 'Reemplazado en la línea $', en: 'Replaced on line $' },
  'editor.phrase.replaced $ matches': { es: 'Reemplazos: $', en: 'Replacements: $' },
  'editor.phrase.current match': { es: 'Encontrado', en: 'Found' },
  'editor.phrase.on line': { es: 'en la línea', en: 'on line' },
  'editor.phrase.close': { es: 'cerrar', en: 'close' },
  'editor.phrase.Go to line': { es: 'Ir a la línea', en: 'Go to line' },
  'editor.phrase.go': { es: 'ir', en: 'go' },
  'editor.phrase.Completions': { es: 'Propuestas', en: 'Suggestions' },
  'editor.phrase.Diagnostics': { es: 'Hallazgos', en: 'Findings' },
  'editor.phrase.No diagnostics': { es: 'Sin hallazgos', en: 'No findings' },
  'editor.phrase.Selection deleted': { es: 'Selección borrada', en: 'Selection deleted' },
  'editor.phrase.Control character': { es: 'Carácter de control', en: 'Control character' },
});
