import { defineMessages } from '../define-messages.ts';
import { playerMessages } from './player.ts';

/** SCORM packages as trainers order, keep and hand them out. */
const packageMessages = defineMessages({
  'packages.title': { es: 'Paquetes SCORM', en: 'SCORM packages' },
  'packages.lead': {
    es: 'Un módulo o un itinerario completo en un archivo que se sube a la plataforma del PNUD o a la de su institución. Cada paquete se comprueba antes de entregarse.',
    en: 'A module or a whole track in one file, to upload to UNDP’s platform or your institution’s. Each package is checked before it is handed out.',
  },
  'packages.new': { es: 'Crear un paquete', en: 'Make a package' },
  'packages.what': { es: 'Contenido', en: 'Content' },
  'packages.choose': { es: 'Elija un módulo o un itinerario…', en: 'Choose a module or a track…' },
  'packages.wholeTrack': {
    es: { one: 'Todo el itinerario ({count} módulo)', other: 'Todo el itinerario ({count} módulos)' },
    en: { one: 'The whole track ({count} module)', other: 'The whole track ({count} modules)' },
  },
  'packages.format': { es: 'Formato', en: 'Format' },
  'packages.format.1.2': { es: 'SCORM 1.2', en: 'SCORM 1.2' },
  'packages.format.2004-3': { es: 'SCORM 2004, 3.ª edición', en: 'SCORM 2004, 3rd edition' },
  'packages.format.2004-4': { es: 'SCORM 2004, 4.ª edición', en: 'SCORM 2004, 4th edition' },
  'packages.formatHint.1.2': {
    es: 'Lo admiten todas las plataformas, Moodle entre ellas. Si no está seguro, elija este.',
    en: 'Every platform takes it, Moodle among them. If in doubt, choose this one.',
  },
  'packages.formatHint.2004-3': {
    es: 'Solo si la plataforma lo pide con este nombre.',
    en: 'Only if the platform asks for it by this name.',
  },
  'packages.formatHint.2004-4': {
    es: 'Separa «terminado» de «aprobado» y da más espacio a las hojas de trabajo. Cornerstone lo prefiere.',
    en: 'Keeps “finished” and “passed” apart, and has more room for worksheets. Cornerstone prefers it.',
  },
  'packages.languages': { es: 'Idioma', en: 'Language' },
  'packages.languages.es': { es: 'Español', en: 'Spanish' },
  'packages.languages.en': { es: 'Inglés', en: 'English' },
  'packages.languages.es+en': { es: 'Español e inglés', en: 'Spanish and English' },
  'packages.languagesHint': {
    es: 'Con los dos idiomas, la persona elige en la primera página y puede cambiar cuando quiera.',
    en: 'With both languages, the learner chooses on the first page and can change at any time.',
  },
  'packages.passMark': { es: 'Nota mínima, en porcentaje', en: 'Pass mark, in per cent' },
  'packages.passMarkHint': {
    es: 'Vacío: la del itinerario ({marks}).',
    en: 'Empty: the track’s own ({marks}).',
  },
  'packages.markOf': { es: '{track}: {mark}', en: '{track}: {mark}' },
  'packages.make': { es: 'Crear el paquete', en: 'Make the package' },
  'packages.whatMissing': {
    es: 'Elija de la lista un módulo o un itinerario.',
    en: 'Choose a module or a track from the list.',
  },
  'packages.formatMissing': { es: 'Elija un formato.', en: 'Choose a format.' },
  'packages.languagesMissing': { es: 'Elija un idioma.', en: 'Choose a language.' },
  'packages.passMarkWrong': {
    es: 'Escriba un número entero de 1 a 100, o deje el campo vacío.',
    en: 'Write a whole number from 1 to 100, or leave the field empty.',
  },
  'packages.emptyTrack': {
    es: 'Ese itinerario todavía no tiene módulos publicados.',
    en: 'That track has no published modules yet.',
  },
  'packages.tooMany': {
    es: 'Ya hay muchos paquetes en espera. Vuelva a intentarlo en un minuto.',
    en: 'Many packages are waiting already. Try again in a minute.',
  },
  'packages.noSuchPackage': { es: 'Ese paquete no existe.', en: 'There is no such package.' },
  'packages.notReady': {
    es: 'Ese paquete no está listo. Mire en su página cómo va.',
    en: 'That package is not ready. See on its page how it is going.',
  },
  'packages.made': { es: 'Paquetes creados', en: 'Packages made' },
  'packages.none': {
    es: 'Todavía no se ha creado ninguno. El primero aparecerá aquí.',
    en: 'None has been made yet. The first one will appear here.',
  },
  'packages.package': { es: 'Paquete', en: 'Package' },
  'packages.revision': { es: 'Revisión', en: 'Revision' },
  'packages.hash': { es: 'Huella', en: 'Hash' },
  'packages.by': { es: 'Pedido', en: 'Asked for' },
  'packages.state': { es: 'Estado', en: 'State' },
  'packages.actions': { es: 'Acciones', en: 'Actions' },
  'packages.state.waiting': { es: 'En espera', en: 'Waiting' },
  'packages.state.building': { es: 'Se está creando', en: 'Being made' },
  'packages.state.ready': { es: 'Listo y comprobado', en: 'Ready and checked' },
  'packages.state.failed': { es: 'No se pudo crear', en: 'Could not be made' },
  'packages.newer': { es: 'Ya hay revisión {number}', en: 'Revision {number} is out' },
  'packages.download': { es: 'Descargar', en: 'Download' },
  'packages.downloadWhat': { es: 'Descargar: {name}', en: 'Download: {name}' },
  'packages.play': { es: 'Probar', en: 'Try it' },
  'packages.playWhat': { es: 'Probar: {name}', en: 'Try it: {name}' },
  'packages.older': { es: 'Ver más antiguos', en: 'See older ones' },
  'packages.newest': { es: 'Volver a los más recientes', en: 'Back to the newest' },
  'packages.pages': { es: 'Páginas de la lista', en: 'Pages of the list' },
  'packages.back': { es: 'Todos los paquetes', en: 'All packages' },

  'packages.step.pages': {
    es: 'Se escriben las páginas: {done} de {total} módulos',
    en: 'Writing the pages: {done} of {total} modules',
  },
  'packages.step.files': {
    es: 'Se empacan los archivos: {done} de {total}',
    en: 'Packing the files: {done} of {total}',
  },
  'packages.step.check': {
    es: 'Se comprueba con los esquemas oficiales',
    en: 'Checking it against the official schemas',
  },
  'packages.step.storing': { es: 'Se guarda', en: 'Storing it' },
  'packages.stepOf': { es: 'Paso {number} de {count}.', en: 'Step {number} of {count}.' },
  'packages.waitingFor': {
    es: 'Espera su turno: los paquetes se crean de uno en uno.',
    en: 'Waiting for its turn: packages are made one at a time.',
  },
  'packages.progress': { es: 'Avance', en: 'Progress' },
  'packages.refreshes': {
    es: 'Esta página se actualiza sola. Puede irse: el paquete se termina igual y queda en la lista.',
    en: 'This page refreshes itself. You can leave: the package is finished all the same and stays in the list.',
  },
  'packages.refresh': { es: 'Actualizar ahora', en: 'Refresh now' },
  'packages.failed': { es: 'No se pudo crear el paquete', en: 'The package could not be made' },
  'packages.failedWhy': {
    es: 'Algo falló de nuestro lado y quedó anotado. No se guardó nada a medias; puede intentarlo otra vez.',
    en: 'Something failed on our side and has been noted. Nothing was half-saved; you can try again.',
  },
  'packages.failedCheck': {
    es: 'No pasó la comprobación, y por eso no se entrega:',
    en: 'It did not pass the check, and is not handed out for that reason:',
  },
  'packages.retry': { es: 'Intentar otra vez', en: 'Try again' },
  'packages.advice': { es: 'La comprobación aconseja', en: 'The check advises' },
  'packages.movedOn': { es: 'El contenido cambió después', en: 'The content has changed since' },
  'packages.movedOnHow': {
    es: 'Este paquete lleva la revisión {old}; lo publicado ya va por la {new}. Cree uno nuevo y reemplácelo en su plataforma: quienes ya empezaron conservan su avance.',
    en: 'This package holds revision {old}; what is published is revision {new} now. Make a new one and replace it on your platform: those who have begun keep their progress.',
  },
  'packages.remake': { es: 'Crear el de la revisión {number}', en: 'Make that of revision {number}' },
  'packages.facts': { es: 'Datos del paquete', en: 'Facts about the package' },
  'packages.file': { es: 'Archivo', en: 'File' },
  'packages.size': { es: 'Tamaño', en: 'Size' },
  'packages.sizeOf': { es: '{size}, {count} archivos', en: '{size}, {count} files' },
  'packages.sha256': { es: 'Huella SHA-256', en: 'SHA-256 hash' },
  'packages.passMarkIs': { es: 'Nota mínima', en: 'Pass mark' },
  'packages.modules': { es: 'Módulos y revisión', en: 'Modules and revision' },
  'packages.moduleRevision': { es: '{title}: revisión {number}', en: '{title}: revision {number}' },
  'packages.sum': {
    es: 'La revisión de un itinerario es la suma de las de sus módulos: crece con cada una.',
    en: 'A track’s revision is the sum of its modules’: it grows with each of them.',
  },
  'packages.askedBy': { es: '{name}, {when}', en: '{name}, {when}' },
  'packages.upload': { es: 'Cómo subirlo', en: 'How to upload it' },
  'packages.upload.1': {
    es: 'Pruébelo aquí antes de enviarlo: verá lo mismo que verá la persona que aprende, y todo lo que se informa.',
    en: 'Try it here before you send it: you see what the learner will see, and all that is reported.',
  },
  'packages.upload.2': {
    es: 'Súbalo tal como se descarga, sin descomprimirlo. En Moodle: Añadir una actividad, Paquete SCORM; en Calificación, la nota más alta.',
    en: 'Upload it as it is downloaded, without unpacking it. In Moodle: Add an activity, SCORM package; under Grade, the highest grade.',
  },
  'packages.upload.3': {
    es: 'Para cambiar de revisión, reemplace el archivo en la misma actividad en lugar de crear otra: los intentos se conservan.',
    en: 'To change the revision, replace the file in the same activity instead of adding another: attempts are kept.',
  },
});

export const packages = { ...packageMessages, ...playerMessages };
