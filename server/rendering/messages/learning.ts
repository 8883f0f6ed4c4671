import { defineMessages } from '../define-messages.ts';

/** One's own way through the tracks. */
export const learning = defineMessages({
  'learning.enrolIn': { es: 'Inscribirme en {track}', en: 'Enrol in {track}' },
  'learning.comeBackTo': { es: 'Volver a {track}', en: 'Come back to {track}' },
  'learning.leftOn': {
    es: {
      one: 'Salió el {date}. Su avance está guardado: {done} de 1 módulo.',
      other: 'Salió el {date}. Su avance está guardado: {done} de {count} módulos.',
    },
    en: {
      one: 'You left on {date}. Your progress is kept: {done} of 1 module.',
      other: 'You left on {date}. Your progress is kept: {done} of {count} modules.',
    },
  },
  'learning.leaveTrack': { es: 'Salir de este itinerario', en: 'Leave this track' },
  'learning.leaveMeans': {
    es: 'Deja de aparecer en su aprendizaje. Nada se pierde: si vuelve, encuentra sus lecciones, notas, respuestas y hojas de trabajo como estaban, sin pedir acceso otra vez.',
    en: 'It no longer appears in your learning. Nothing is lost: if you come back, you find your lessons, notes, answers and worksheets as they were, without asking to be let in again.',
  },
  'learning.leave': { es: 'Salir del itinerario', en: 'Leave the track' },
  'learning.goToTrack': { es: 'Ir al itinerario', en: 'Go to the track' },
  'learning.goOnWith': { es: 'Seguir con {track}', en: 'Go on with {track}' },
  'learning.opensAfter': {
    es: {
      one: 'Se abre al terminar {track}. Le falta 1 módulo.',
      other: 'Se abre al terminar {track}. Le faltan {count} módulos.',
    },
    en: {
      one: 'Opens when you finish {track}. One module to go.',
      other: 'Opens when you finish {track}. {count} modules to go.',
    },
  },
  'learning.orAdmission': {
    es: 'Los módulos usan lo que allí se aprende. Si usted ya condujo una DFA, una persona facilitadora puede darle acceso.',
    en: 'The modules use what is learnt there. If you have already led a DFA, a trainer can let you in.',
  },
  'learning.orPlacement': {
    es: 'Demostrar lo que ya sabe en una prueba de ubicación',
    en: 'Show what you already know in a placement quiz',
  },
  'learning.locked': {
    es: 'Este itinerario se abre cuando usted termina el anterior, o cuando una persona facilitadora le da acceso.',
    en: 'This track opens when you finish the one before it, or when a trainer lets you in.',
  },
  'learning.moduleLocked': {
    es: 'Este módulo se abre cuando usted termina otro del mismo itinerario.',
    en: 'This module opens when you finish another one of the same track.',
  },
  'learning.moduleOpensAfter': {
    es: 'Se abre al terminar «{module}».',
    en: 'Opens when you finish “{module}”.',
  },
  'learning.usesWhatIsThere': {
    es: 'Trabaja con lo que usted prepara allí.',
    en: 'It works with what you prepare there.',
  },
  'learning.goToModule': { es: 'Ir a ese módulo', en: 'Go to that module' },
  'learning.newLesson': { es: 'Nueva', en: 'New' },
  'learning.newSince': {
    es: { one: 'Una lección nueva desde que empezó', other: '{count} lecciones nuevas desde que empezó' },
    en: { one: 'One lesson new since you began', other: '{count} lessons new since you began' },
  },
  'learning.timeSpent': { es: 'Dedicado', en: 'Spent' },
  'learning.timeLeft': { es: 'Por leer', en: 'To read' },
  'learning.closedForNow': { es: 'Cerrado por ahora', en: 'Closed for now' },
  'learning.notEnrolled': {
    es: 'Para leer las lecciones, inscríbase primero en el itinerario: es un solo paso, desde su página.',
    en: 'To read the lessons, enrol in the track first: it takes one step, from its page.',
  },
  'learning.modulesDone': {
    es: { one: '{done} de 1 módulo', other: '{done} de {count} módulos' },
    en: { one: '{done} of 1 module', other: '{done} of {count} modules' },
  },
  'learning.lessonsDone': {
    es: { one: '{done} de 1 lección', other: '{done} de {count} lecciones' },
    en: { one: '{done} of 1 lesson', other: '{done} of {count} lessons' },
  },
  'learning.continueWith': { es: 'Continuar: {title}', en: 'Continue: {title}' },
  'learning.continue': { es: 'Continuar', en: 'Continue' },
  'learning.continueHere': { es: 'Continúe aquí', en: 'Continue here' },
  'learning.beginModule': { es: 'Empezar el módulo', en: 'Begin the module' },
  'learning.begin': { es: 'Empezar', en: 'Begin' },
  'learning.readAgain': { es: 'Leer otra vez', en: 'Read again' },
  'learning.goToQuiz': { es: 'Ir al cuestionario', en: 'Go to the quiz' },
  'learning.trackFinished': {
    es: 'Usted terminó este itinerario el {date}.',
    en: 'You finished this track on {date}.',
  },
  'learning.moduleFinished': { es: 'Usted terminó este módulo.', en: 'You have finished this module.' },
  'learning.bestScore': { es: 'Mejor nota: {score}', en: 'Best score: {score}' },
  'learning.done': { es: 'Leída', en: 'Read' },
  'learning.finished': { es: 'Terminado', en: 'Finished' },
  'learning.youAreHere': { es: 'Usted está aquí', en: 'You are here' },
  'learning.lessonOf': { es: 'Lección {number} de {total}', en: 'Lesson {number} of {total}' },
  'learning.markDone': { es: 'Marcar como leída y seguir', en: 'Mark as read and go on' },
  'learning.alreadyDone': { es: 'Ya leyó esta lección.', en: 'You have read this lesson.' },
  'learning.lessonGlossary': { es: 'Glosario de la lección', en: 'Terms in this lesson' },
  'learning.pager': { es: 'Lección anterior y siguiente', en: 'Previous and next lesson' },
  'learning.previous': { es: 'Anterior', en: 'Previous' },
  'learning.next': { es: 'Siguiente', en: 'Next' },
  'learning.numbered': { es: '{number}. {title}', en: '{number}. {title}' },
  'learning.leftOff': { es: 'Donde quedó, {when}', en: 'Where you left off, {when}' },
  'learning.minutesLeft': {
    es: { one: 'Le queda cerca de un minuto.', other: 'Le quedan unos {count} minutos de lectura.' },
    en: { one: 'About a minute to go.', other: 'About {count} minutes of reading to go.' },
  },
  'learning.onlyQuizLeft': {
    es: 'Leyó todas las lecciones; falta el cuestionario.',
    en: 'You have read every lesson; the quiz is left.',
  },
  'learning.firstStep': { es: 'El primer paso', en: 'The first step' },
  'learning.allDone': {
    es: 'No hay nada pendiente. Puede volver a leer cuando quiera.',
    en: 'Nothing is waiting. You can read again whenever you like.',
  },
  'learning.tracksTitle': { es: 'Itinerarios', en: 'Tracks' },
  'learning.modulesCaption': {
    es: 'Módulos, con su estado, el tiempo dedicado, el que falta y la mejor nota',
    en: 'Modules, with their state, the time spent, the time left and the best score',
  },
  'learning.notBegun': { es: 'Sin empezar', en: 'Not begun' },
  'learning.since': { es: 'Desde el {date}', en: 'Since {date}' },
  'learning.noneNow': {
    es: 'Ahora no sigue ningún itinerario. Puede volver al suyo cuando quiera.',
    en: 'You are not taking any track now. You can come back to yours whenever you like.',
  },
  'learning.noneYet': {
    es: 'Todavía no se ha inscrito. Empiece por Panorama.',
    en: 'You have not enrolled yet. Start with Overview.',
  },
  'learning.module': { es: 'Módulo', en: 'Module' },
  'learning.state': { es: 'Estado', en: 'State' },
  'learning.score': { es: 'Nota', en: 'Score' },
});
