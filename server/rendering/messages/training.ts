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
  'training.none': {
    es: 'Todavía no hay módulos publicados en este itinerario.',
    en: 'No module of this track is published yet.',
  },
});
