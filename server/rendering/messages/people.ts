import { defineMessages } from '../define-messages.ts';

/** The list of people, admissions and roles. */
export const people = defineMessages({
  'people.lead': {
    es: 'Quienes participan, con su itinerario y su función.',
    en: 'Those who take part, with their tracks and roles.',
  },
  'people.search': {
    es: 'Buscar por nombre, correo o institución',
    en: 'Search by name, e-mail or institution',
  },
  'people.searchButton': { es: 'Buscar', en: 'Search' },
  'people.count': {
    es: { one: '1 persona', other: '{count} personas' },
    en: { one: '1 person', other: '{count} people' },
  },
  'people.nobody': { es: 'Nadie coincide con la búsqueda.', en: 'Nobody matches the search.' },
  'people.person': { es: 'Persona', en: 'Person' },
  'people.country': { es: 'País', en: 'Country' },
  'people.institution': { es: 'Institución', en: 'Institution' },
  'people.tracks': { es: 'Itinerarios', en: 'Tracks' },
  'people.role': { es: 'Función', en: 'Role' },
  'people.actions': { es: 'Acciones', en: 'Actions' },
  'people.role.learner': { es: 'Participante', en: 'Learner' },
  'people.role.trainer': { es: 'Persona facilitadora', en: 'Trainer' },
  'people.role.coordinator': { es: 'Coordinación regional', en: 'Coordinator' },
  'people.roleOf': { es: 'Función de {name}', en: 'Role of {name}' },
  'people.changeRole': { es: 'Cambiar', en: 'Change' },
  'people.admitTo': { es: 'Dar acceso a {track}', en: 'Admit to {track}' },
  'people.admitWhom': { es: 'Dar acceso a {track}: {name}', en: 'Admit to {track}: {name}' },
  'people.modulesFinished': {
    es: { one: '1 módulo terminado', other: '{count} módulos terminados' },
    en: { one: '1 module finished', other: '{count} modules finished' },
  },
  'people.pageOf': { es: 'Página {page} de {pages}', en: 'Page {page} of {pages}' },
  'people.pages': { es: 'Páginas de la lista', en: 'Pages of the list' },
  'people.unknown': {
    es: 'No hay una persona en esta dirección.',
    en: 'There is no person at this address.',
  },
  'people.lastCoordinator': {
    es: 'Es la única persona que coordina. Dé primero esa función a alguien más.',
    en: 'This is the only coordinator. Give that role to somebody else first.',
  },
});
