import { defineMessages } from '../define-messages.ts';

/** What trainers do with modules. */
export const training = defineMessages({
  'training.title': { es: 'Módulos publicados', en: 'Published modules' },
  'training.lead': {
    es: 'La revisión que ven los participantes, y su paquete SCORM 1.2 para la plataforma del PNUD o la de su institución.',
    en: 'The revision that learners see, and its SCORM 1.2 package for UNDP’s platform or your institution’s.',
  },
  'training.module': { es: 'Módulo', en: 'Module' },
  'training.revision': { es: 'Revisión', en: 'Revision' },
  'training.published': { es: 'Publicada', en: 'Published' },
  'training.contents': { es: 'Contenido', en: 'Contents' },
  'training.reports': { es: 'Lo que dicen los datos', en: 'What the data say' },
  'training.package': { es: 'Paquete SCORM 1.2', en: 'SCORM 1.2 package' },
  'training.revisionNumber': { es: 'revisión {number}', en: 'revision {number}' },
  'training.exportIn': { es: 'Descargar en {language}', en: 'Download in {language}' },
  'training.exportWhat': {
    es: 'Descargar en {language}: «{title}», paquete SCORM 1.2',
    en: 'Download in {language}: “{title}”, SCORM 1.2 package',
  },
  'training.spanish': { es: 'español', en: 'Spanish' },
  'training.english': { es: 'inglés', en: 'English' },
  'training.none': {
    es: 'Todavía no hay módulos publicados en este itinerario.',
    en: 'No module of this track is published yet.',
  },
  'training.exportHint': {
    es: 'Súbalo en la plataforma como paquete SCORM. Informa estado, nota, tiempo y respuestas, y retoma donde la persona quedó.',
    en: 'Upload it to the platform as a SCORM package. It reports status, score, time and answers, and resumes where the person left off.',
  },
});
