import { defineMessages } from '../define-messages.ts';

/** Quizzes: before, during and after an attempt. */
export const assessment = defineMessages({
  'assessment.quiz': { es: 'Cuestionario', en: 'Quiz' },
  'assessment.quizOf': { es: 'Cuestionario: {module}', en: 'Quiz: {module}' },
  'assessment.resultOf': { es: 'Resultado: {module}', en: 'Result: {module}' },
  'assessment.placement': { es: 'Prueba de ubicación', en: 'Placement quiz' },
  'assessment.placementOf': {
    es: 'Prueba de ubicación para {track}',
    en: 'Placement quiz for {track}',
  },
  'assessment.placementLead': {
    es: 'Para quien ya conoce los temas de {track}: con {mark} o más, el itinerario se abre enseguida. Lo respondido queda guardado y no hay límite de tiempo.',
    en: 'For those who already know the subjects of {track}: with {mark} or more, the track opens at once. What you answer stays saved, and there is no time limit.',
  },
  'assessment.oneTryIn': {
    es: { one: 'uno por día', other: 'uno cada {count} días' },
    en: { one: 'one a day', other: 'one every {count} days' },
  },
  'assessment.nextTry': {
    es: 'Puede intentarlo otra vez desde el {date}. Mientras tanto, repase los módulos en los que falló.',
    en: 'You can try again from {date}. Meanwhile, go over the modules whose questions you missed.',
  },
  'assessment.startPlacement': { es: 'Empezar la prueba', en: 'Begin the quiz' },
  'assessment.resultOn': { es: 'Resultado del {date}', en: 'Result of {date}' },
  'assessment.byModule': { es: 'Respuestas por módulo', en: 'Answers by module' },
  'assessment.rightAnswers': { es: 'Respuestas correctas', en: 'Right answers' },
  'assessment.rightShort': { es: '{right} de {count}', en: '{right} of {count}' },
  'assessment.noPlacement': {
    es: 'Este itinerario no tiene prueba de ubicación.',
    en: 'This track has no placement quiz.',
  },
  'assessment.questions': {
    es: { one: '1 pregunta', other: '{count} preguntas' },
    en: { one: '1 question', other: '{count} questions' },
  },
  'assessment.passMarkIs': { es: 'Nota mínima: {mark}', en: 'Pass mark: {mark}' },
  'assessment.lead': {
    es: 'Puede salir y volver: lo respondido queda guardado. No hay límite de tiempo.',
    en: 'You can leave and come back: what you answered stays saved. There is no time limit.',
  },
  'assessment.attempts': { es: 'Intentos', en: 'Attempts' },
  'assessment.attempt': { es: 'Intento', en: 'Attempt' },
  'assessment.unlimited': {
    es: 'los que necesite; vale la mejor nota',
    en: 'as many as you need; the best score counts',
  },
  'assessment.unreadLessons': {
    es: {
      one: 'Le falta una lección por leer. Puede responder ya, pero el módulo termina cuando la haya leído.',
      other:
        'Le faltan {count} lecciones por leer. Puede responder ya, pero el módulo termina cuando las haya leído.',
    },
    en: {
      one: 'One lesson is still unread. You can answer now, but the module ends once you have read it.',
      other:
        '{count} lessons are still unread. You can answer now, but the module ends once you have read them.',
    },
  },
  'assessment.start': { es: 'Empezar el cuestionario', en: 'Begin the quiz' },
  'assessment.startAgain': { es: 'Hacer otro intento', en: 'Try again' },
  'assessment.earlier': { es: 'Intentos anteriores', en: 'Earlier attempts' },
  'assessment.attemptNumber': { es: 'Intento {number}', en: 'Attempt {number}' },
  'assessment.date': { es: 'Fecha', en: 'Date' },
  'assessment.passed': { es: 'Aprobado', en: 'Passed' },
  'assessment.notYet': { es: 'Todavía no', en: 'Not yet' },
  'assessment.answered': {
    es: { one: '{done} de 1 respondida', other: '{done} de {count} respondidas' },
    en: { one: '{done} of 1 answered', other: '{done} of {count} answered' },
  },
  'assessment.missing': { es: 'Preguntas sin responder', en: 'Not answered yet' },
  'assessment.savedAt': { es: 'Guardado a las {time}', en: 'Saved at {time}' },
  'assessment.submit': { es: 'Enviar respuestas', en: 'Submit answers' },
  'assessment.leave': { es: 'Guardar y salir', en: 'Save and leave' },
  'assessment.saveHere': { es: 'Guardar', en: 'Save' },
  'assessment.result': { es: 'Resultado', en: 'Result' },
  'assessment.least': { es: 'mínimo {mark}', en: 'pass mark {mark}' },
  'assessment.rightOf': {
    es: { one: '{right} de 1 pregunta correcta.', other: '{right} de {count} preguntas correctas.' },
    en: { one: '{right} of 1 question right.', other: '{right} of {count} questions right.' },
  },
  'assessment.moduleFinished': { es: 'El módulo queda terminado.', en: 'The module is finished.' },
  'assessment.lessonsLeft': {
    es: 'El módulo termina cuando haya leído todas las lecciones.',
    en: 'The module ends once you have read every lesson.',
  },
  'assessment.reviewAndRetry': {
    es: 'Lea los comentarios de abajo, repase y vuelva a intentarlo.',
    en: 'Read the comments below, review and try again.',
  },
  'assessment.goOnWith': { es: 'Seguir: {title}', en: 'Go on: {title}' },
  'assessment.backToModule': { es: 'Volver al módulo', en: 'Back to the module' },
  'assessment.review': { es: 'Repasar: {title}', en: 'Review: {title}' },
  'assessment.reviewTitle': { es: 'Conviene repasar', en: 'Worth reviewing' },
  'assessment.sent': { es: 'Enviado', en: 'Submitted' },
  'assessment.summary': { es: 'Resumen', en: 'Summary' },
  'assessment.noSuchAttempt': {
    es: 'No hay un intento suyo en esta dirección. Su avance no se ha perdido.',
    en: 'There is no attempt of yours at this address. Your progress is safe.',
  },
  'assessment.pause': {
    es: {
      one: 'Podrá hacer otro intento en un minuto. Mientras tanto, repase las lecciones.',
      other: 'Podrá hacer otro intento en {count} minutos. Mientras tanto, repase las lecciones.',
    },
    en: {
      one: 'You can try again in a minute. Meanwhile, review the lessons.',
      other: 'You can try again in {count} minutes. Meanwhile, review the lessons.',
    },
  },
});
