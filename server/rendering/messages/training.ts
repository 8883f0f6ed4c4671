import { defineMessages } from '../define-messages.ts';

/** What trainers do with modules. */
export const training = defineMessages({
  'training.title': { es: 'Módulos publicados', en: 'Published modules' },
  'training.lead': {
    es: 'La revisión que ven los participantes. Cada módulo, o un itinerario completo, se exporta como paquete SCORM para la plataforma del PNUD o la de su institución.',
    en: 'The revision that learners see. Each module, or a whole track, can be exported as a SCORM package for UNDP’s platform or your institution’s.',
  },
  'training.module': { es: 'Módulo', en: 'Module' },
  'training.revision': { es: 'Revisión', en: 'Revision' },
  'training.published': { es: 'Publicada', en: 'Published' },
  'training.contents': { es: 'Contenido', en: 'Contents' },
  'training.reports': { es: 'Lo que dicen los datos', en: 'What the data say' },
  'training.package': { es: 'Paquete SCORM', en: 'SCORM package' },
  'training.revisionNumber': { es: 'revisión {number}', en: 'revision {number}' },
  'training.export': { es: 'Exportar', en: 'Export' },
  'training.exportWhat': { es: 'Exportar «{title}» a SCORM', en: 'Export “{title}” to SCORM' },
  'training.exportTrack': { es: 'Exportar todo el itinerario', en: 'Export the whole track' },
  'training.exportTrackWhat': {
    es: 'Exportar todo el itinerario «{title}» a SCORM',
    en: 'Export the whole track “{title}” to SCORM',
  },
  'training.spanish': { es: 'español', en: 'Spanish' },
  'training.english': { es: 'inglés', en: 'English' },
  'training.allPackages': { es: 'Ver los paquetes creados', en: 'See the packages made' },
  'training.workshop': { es: 'Para el taller', en: 'For the workshop' },
  'training.guide': { es: 'Guía de facilitación', en: 'Facilitator’s guide' },
  'training.guideOf': {
    es: 'Guía de facilitación de «{title}»',
    en: 'Facilitator’s guide to “{title}”',
  },
  'training.noGuide': {
    es: 'Este módulo todavía no tiene guía de facilitación.',
    en: 'This module has no facilitator’s guide yet.',
  },
  'training.guideSections': { es: 'En esta guía', en: 'In this guide' },
  'training.guideNote': {
    es: 'Solo la ven quienes facilitan. Se imprime desde el navegador.',
    en: 'Only facilitators see it. Print it from the browser.',
  },
  'training.workshopHours': {
    es: { one: 'Taller de 1 hora{rest}', other: 'Taller de {count} horas{rest}' },
    en: { one: 'Workshop of 1 hour{rest}', other: 'Workshop of {count} hours{rest}' },
  },
  'training.workshopRest': { es: ' y {count} minutos', en: ' and {count} minutes' },
  'training.workshopMinutes': { es: 'Taller de {count} minutos', en: 'Workshop of {count} minutes' },
  'training.none': {
    es: 'Todavía no hay módulos publicados en este itinerario.',
    en: 'No module of this track is published yet.',
  },
});
