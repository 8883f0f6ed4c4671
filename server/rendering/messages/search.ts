import { defineMessages } from '../define-messages.ts';

/** Looking for words in the modules. */
export const search = defineMessages({
  'search.title': { es: 'Buscar en los módulos', en: 'Search the modules' },
  'search.titleFor': { es: 'Buscar: {query}', en: 'Search: {query}' },
  'search.lead': {
    es: 'Escriba una o varias palabras. No importan las tildes ni las terminaciones.',
    en: 'Type one or more words. Accents and endings make no difference.',
  },
  'search.words': { es: 'Palabras', en: 'Words' },
  'search.button': { es: 'Buscar', en: 'Search' },
  'search.found': {
    es: { one: 'Un pasaje en sus itinerarios', other: '{count} pasajes en sus itinerarios' },
    en: { one: 'One passage in your tracks', other: '{count} passages in your tracks' },
  },
  'search.firstOnes': {
    es: 'Aquí están los {count} más cercanos. Agregue una palabra para afinar la búsqueda.',
    en: 'Here are the {count} closest. Add a word to narrow the search.',
  },
  'search.nothing': {
    es: 'Ningún pasaje tiene todas esas palabras. Pruebe con menos palabras, o con otra más general.',
    en: 'No passage has all of those words. Try fewer words, or a more general one.',
  },
  'search.inGlossary': { es: 'En el glosario', en: 'In the glossary' },
  'search.inLessons': { es: 'En las lecciones', en: 'In the lessons' },
  'search.elsewhere': {
    es: 'En itinerarios en los que no está inscrito',
    en: 'In tracks that you are not enrolled in',
  },
  'search.inTrack': {
    es: { one: '{track}: un pasaje', other: '{track}: {count} pasajes' },
    en: { one: '{track}: one passage', other: '{track}: {count} passages' },
  },
});
