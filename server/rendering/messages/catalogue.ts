import { defineMessages } from '../define-messages.ts';

/** What there is to learn. */
export const catalogue = defineMessages({
  'catalogue.homeTitle': { es: 'Rumbo: resultados y financiamiento', en: 'Rumbo: results and financing' },
  'catalogue.headline': {
    es: 'Del resultado que se busca al dinero que lo hace posible',
    en: 'From the result you want to the money that makes it possible',
  },
  'catalogue.lead': {
    es: 'Rumbo es un programa para equipos de Planificación y Finanzas. Usted aprende a fortalecer el marco de resultados de su país y a diseñar su marco nacional integrado de financiamiento.',
    en: 'Rumbo is a programme for Planning and Finance teams. You learn to strengthen your Country Results Framework and to design your Integrated National Financing Framework.',
  },
  'catalogue.chartOverview': { es: 'Panorama', en: 'Overview' },
  'catalogue.chartExpert': { es: 'DFA experto', en: 'DFA expert' },
  'catalogue.createAccount': { es: 'Crear una cuenta', en: 'Create an account' },
  'catalogue.seeFirstTrack': { es: 'Ver el primer itinerario', en: 'See the first track' },
  'catalogue.savedNote': {
    es: 'Su avance se guarda: puede detenerse y volver. También puede empezar en español y seguir en inglés.',
    en: 'Your progress is saved: you can stop and come back. You can also begin in English and go on in Spanish.',
  },
  'catalogue.contents': { es: 'Contenido', en: 'Contents' },
  'catalogue.duration': { es: 'Duración', en: 'Time' },
  'catalogue.passMark': { es: 'Nota mínima', en: 'Pass mark' },
  'catalogue.version': { es: 'Versión', en: 'Version' },
  'catalogue.licence': { es: 'Licencia', en: 'Licence' },
  'catalogue.revisionOf': { es: 'revisión {number}, {date}', en: 'revision {number}, {date}' },
  'catalogue.modules': {
    es: { one: '1 módulo', other: '{count} módulos' },
    en: { one: '1 module', other: '{count} modules' },
  },
  'catalogue.lessons': {
    es: { one: '1 lección', other: '{count} lecciones' },
    en: { one: '1 lesson', other: '{count} lessons' },
  },
  'catalogue.minutes': {
    es: { one: '1 minuto', other: '{count} minutos' },
    en: { one: '1 minute', other: '{count} minutes' },
  },
  'catalogue.minutesShort': { es: '{count} min', en: '{count} min' },
  'catalogue.hours': {
    es: { one: 'cerca de 1 hora', other: 'cerca de {count} horas' },
    en: { one: 'about 1 hour', other: 'about {count} hours' },
  },
  'catalogue.moduleOf': { es: 'Módulo {number} de {total}', en: 'Module {number} of {total}' },
  'catalogue.moduleNumber': { es: 'Módulo {number}', en: 'Module {number}' },
  'catalogue.modulesTitle': { es: 'Módulos', en: 'Modules' },
  'catalogue.inside': { es: 'Lo que encontrará', en: 'What you will find' },
  'catalogue.objectives': { es: 'Al terminar, usted podrá', en: 'When you finish, you will be able to' },
  'catalogue.lessonsTitle': { es: 'Lecciones', en: 'Lessons' },
  'catalogue.practice': { es: 'Cuestionario', en: 'Quiz' },
  'catalogue.sources': { es: 'Fuentes y lecturas', en: 'Sources and reading' },
  'catalogue.aboutTrack': { es: 'Sobre este itinerario', en: 'About this track' },
  'catalogue.aboutModule': { es: 'Sobre este módulo', en: 'About this module' },
  'catalogue.glossaryLead': {
    es: 'Las palabras del programa, como se usan en los módulos, con su nombre en el otro idioma.',
    en: 'The programme’s words, as the modules use them, with their names in the other language.',
  },
  'catalogue.noSuchTrack': {
    es: 'No hay un itinerario con ese nombre. Su avance no se ha perdido.',
    en: 'There is no track of that name. Your progress is safe.',
  },
  'catalogue.noSuchModule': {
    es: 'No hay un módulo con ese nombre, o ya no está publicado. Su avance no se ha perdido.',
    en: 'There is no module of that name, or it is no longer published. Your progress is safe.',
  },
  'catalogue.noSuchLesson': {
    es: 'Este módulo no tiene una lección con ese nombre. Su avance no se ha perdido.',
    en: 'This module has no lesson of that name. Your progress is safe.',
  },
});
