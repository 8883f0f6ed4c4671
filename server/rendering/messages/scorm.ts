import { defineMessages } from '../define-messages.ts';
import { checkMessages } from './scorm-check.ts';

/** What packages say. Keys under `scorm.run` go into the package for its runtime, the others into its pages. */
const courseMessages = defineMessages({
  'scorm.skip': { es: 'Saltar al contenido', en: 'Skip to content' },
  'scorm.contents': { es: 'Contenido', en: 'Contents' },
  'scorm.leave': { es: 'Guardar y salir', en: 'Save and leave' },
  'scorm.chooseLanguage': { es: 'Elija el idioma', en: 'Choose your language' },
  'scorm.chooseLanguage.change': {
    es: 'Puede cambiarlo en cualquier momento sin perder su avance.',
    en: 'You can change it at any time without losing your progress.',
  },
  'scorm.ownName': { es: 'Español', en: 'English' },
  'scorm.lessons': { es: 'Lecciones', en: 'Lessons' },
  'scorm.quiz': { es: 'Cuestionario', en: 'Quiz' },
  'scorm.glossary': { es: 'Glosario', en: 'Glossary' },
  'scorm.lessonGlossary': { es: 'Glosario de la lección', en: 'Glossary of the lesson' },
  'scorm.sources': { es: 'Fuentes', en: 'Sources' },
  'scorm.start': { es: 'Empezar', en: 'Start' },
  'scorm.objectives': { es: 'Al terminar, usted podrá', en: 'When you finish, you will be able to' },
  'scorm.time': { es: 'Tiempo', en: 'Time' },
  'scorm.minutes': {
    es: { one: '{count} minuto', other: '{count} minutos' },
    en: { one: '{count} minute', other: '{count} minutes' },
  },
  'scorm.passMark': { es: 'Nota mínima', en: 'Pass mark' },
  'scorm.authors': { es: 'Autoría', en: 'Authors' },
  'scorm.licence': { es: 'Licencia', en: 'Licence' },
  'scorm.module': { es: 'Módulo', en: 'Module' },
  'scorm.moduleOf': { es: 'Módulo de {track}', en: 'Module of {track}' },
  'scorm.lessonOf': {
    es: 'Lección {number} de {total} · {minutes} minutos',
    en: 'Lesson {number} of {total} · {minutes} minutes',
  },
  'scorm.questions': {
    es: { one: '{count} pregunta', other: '{count} preguntas' },
    en: { one: '{count} question', other: '{count} questions' },
  },
  'scorm.previous': { es: 'Anterior', en: 'Previous' },
  'scorm.next': { es: 'Siguiente', en: 'Next' },
  'scorm.pager': { es: 'Anterior y siguiente', en: 'Previous and next' },
  'scorm.markRead': { es: 'Marcar como leída y seguir', en: 'Mark as read and go on' },
  'scorm.otherModules': { es: 'Los módulos de este itinerario', en: 'The modules of this track' },
  'scorm.otherModules.how': {
    es: 'Ábralos desde el menú de su plataforma para que se registre su avance. Si su plataforma muestra solo este módulo, puede leer los demás aquí, sin registro.',
    en: 'Open them from the menu of your platform, so that your progress is recorded. If your platform shows this module only, you can read the others here, unrecorded.',
  },
  'scorm.thisModule': { es: 'este módulo', en: 'this module' },
  'scorm.newWindow': { es: 'se abre en otra ventana', en: 'opens in another window' },
  'scorm.revision': { es: 'Revisión {revision}', en: 'Revision {revision}' },
  'scorm.footer': {
    es: 'Rumbo: marcos de resultados y financiamiento. Altamar es un país ficticio.',
    en: 'Rumbo: results frameworks and financing. Altamar is a fictional country.',
  },
  'scorm.quiz.lead': {
    es: 'Puede salir y volver: lo respondido queda guardado. No hay límite de tiempo, y puede hacer los intentos que necesite.',
    en: 'You can leave and come back: your answers are kept. There is no time limit, and you can try as often as you need.',
  },
  'scorm.quiz.submit': { es: 'Enviar respuestas', en: 'Submit answers' },
  'scorm.quiz.static': {
    es: 'Para que se calculen sus respuestas, abra este módulo en un navegador con JavaScript.',
    en: 'To have your answers scored, open this module in a browser with JavaScript.',
  },
  'scorm.check': { es: 'Compruebe su comprensión', en: 'Check yourself' },
  'scorm.check.submit': { es: 'Comprobar', en: 'Check' },
  'scorm.check.again': { es: 'Responder otra vez', en: 'Answer again' },
  'scorm.check.unscored': { es: 'No cuenta para la nota.', en: 'It does not count for the score.' },
  'scorm.check.missing': { es: 'Responda antes de comprobar.', en: 'Answer before you check.' },
  'scorm.question.single': { es: 'Elija una opción.', en: 'Choose one option.' },
  'scorm.question.multiple': { es: 'Elija todas las que correspondan.', en: 'Choose all that apply.' },
  'scorm.question.true-false': { es: 'Elija una opción.', en: 'Choose one option.' },
  'scorm.question.order': {
    es: 'Use los botones para subir o bajar cada elemento.',
    en: 'Use the buttons to move each item up or down.',
  },
  'scorm.question.match': {
    es: 'Elija para cada elemento lo que le corresponde.',
    en: 'Choose what belongs to each item.',
  },
  'scorm.question.numeric': { es: 'Acepta punto o coma.', en: 'A point or a comma will do.' },
  'scorm.question.text': {
    es: 'No importan mayúsculas ni acentos.',
    en: 'Capitals and accents do not matter.',
  },
  'scorm.question.yours': { es: 'Su respuesta', en: 'Your answer' },
  'scorm.question.choose': { es: 'Elija…', en: 'Choose…' },
  'scorm.question.hint': { es: 'Pista', en: 'Hint' },
  'scorm.question.up': { es: 'Subir: {item}', en: 'Move up: {item}' },
  'scorm.question.down': { es: 'Bajar: {item}', en: 'Move down: {item}' },
  'scorm.question.key': { es: 'Ver la respuesta', en: 'See the answer' },
  'scorm.answer.order': { es: 'El orden correcto:', en: 'The right order:' },
  'scorm.answer.value': { es: 'Respuesta correcta: {answer}', en: 'Right answer: {answer}' },
  'scorm.answer.tolerance': {
    es: 'se acepta una diferencia de {tolerance}',
    en: 'a difference of {tolerance} is accepted',
  },
  'scorm.answer.right': { es: '(respuesta correcta)', en: '(right answer)' },
  'scorm.worksheet': { es: 'Hoja de trabajo', en: 'Worksheet' },
  'scorm.worksheet.item': { es: 'Concepto', en: 'Item' },
  'scorm.worksheet.number': { es: 'N.º', en: 'No.' },
  'scorm.worksheet.total': { es: 'Total', en: 'Total' },
  'scorm.worksheet.sample': {
    es: 'Completar con el ejemplo de Altamar',
    en: 'Fill in the example of Altamar',
  },
  'scorm.worksheet.print': { es: 'Imprimir la hoja', en: 'Print the worksheet' },
  'scorm.worksheet.row': { es: 'Agregar una fila', en: 'Add a row' },
  'scorm.worksheet.bad': {
    es: 'En las celdas marcadas escriba solo un número, como 1600 o 14.3.',
    en: 'In the marked cells write a number only, like 1,600 or 14.3.',
  },
  'scorm.worksheet.cell': { es: '{row}, {column}', en: '{row}, {column}' },
  'scorm.swipe': {
    es: 'Deslice la tabla para ver más columnas.',
    en: 'Swipe the table to see more columns.',
  },
  'scorm.ended': { es: 'Su avance está guardado', en: 'Your progress is saved' },
  'scorm.ended.how': {
    es: 'Ya puede cerrar esta ventana o volver a su plataforma.',
    en: 'You can close this window or go back to your platform.',
  },

  'scorm.run.order.moved': { es: '{item}: lugar {place} de {count}', en: '{item}: place {place} of {count}' },
  'scorm.run.quiz.number': { es: 'Pregunta {number} de {count}', en: 'Question {number} of {count}' },
  'scorm.run.quiz.question': { es: 'Pregunta {number}', en: 'Question {number}' },
  'scorm.run.quiz.answered': {
    es: { one: '{done} de {count} respondida', other: '{done} de {count} respondidas' },
    en: '{done} of {count} answered',
  },
  'scorm.run.quiz.unanswered': {
    es: { one: 'Queda una pregunta sin responder', other: 'Quedan {count} preguntas sin responder' },
    en: { one: 'One question is not answered', other: '{count} questions are not answered' },
  },
  'scorm.run.quiz.unanswered.how': {
    es: 'Respóndalas, o envíe otra vez para terminar así: cuentan como incorrectas.',
    en: 'Answer them, or submit again to finish as it is: they count as wrong.',
  },
  'scorm.run.verdict.right': { es: 'Correcta', en: 'Right' },
  'scorm.run.verdict.partly': { es: 'Correcta en parte ({share}\u00a0%)', en: 'Partly right ({share}%)' },
  'scorm.run.verdict.wrong': { es: 'Incorrecta', en: 'Wrong' },
  'scorm.run.verdict.unanswered': { es: 'Sin responder', en: 'Not answered' },
  'scorm.run.answer.mine': { es: '(su respuesta)', en: '(your answer)' },
  'scorm.run.answer.right': { es: '(respuesta correcta)', en: '(right answer)' },
  'scorm.run.answer.yours': { es: 'Su respuesta: {answer}', en: 'Your answer: {answer}' },
  'scorm.run.answer.placed': { es: 'Usted lo puso en el lugar {place}.', en: 'You put it in place {place}.' },
  'scorm.run.answer.chose': { es: 'Usted eligió: {answer}', en: 'You chose: {answer}' },
  'scorm.run.answer.none': { es: 'Usted no eligió nada.', en: 'You chose nothing.' },
  'scorm.run.result.attempt': { es: 'Resultado del intento {number}', en: 'Result of attempt {number}' },
  'scorm.run.result.passed': { es: 'Aprobado', en: 'Passed' },
  'scorm.run.result.failed': { es: 'Todavía no', en: 'Not yet' },
  'scorm.run.result.least': { es: 'mínimo {mark}', en: 'pass mark {mark}' },
  'scorm.run.result.right': {
    es: '{right} de {count} preguntas correctas.',
    en: '{right} of {count} questions right.',
  },
  'scorm.run.result.best': {
    es: 'Su mejor nota, {score}, es la que cuenta: el cuestionario sigue aprobado.',
    en: 'Your best score, {score}, is the one that counts: the quiz is still passed.',
  },
  'scorm.run.result.complete': { es: 'El módulo queda terminado.', en: 'The module is finished.' },
  'scorm.run.result.unread': {
    es: 'Para terminar el módulo le falta leer hasta el final:',
    en: 'To finish the module, read to the end:',
  },
  'scorm.run.result.review': { es: 'Conviene repasar:', en: 'Worth reading again:' },
  'scorm.run.result.again': { es: 'Hacer otro intento', en: 'Try again' },
  'scorm.run.result.pause': {
    es: 'Podrá hacer otro intento a partir de las {time}.',
    en: 'You can try again from {time}.',
  },
  'scorm.run.progress.lessons': {
    es: { one: '{done} de {count} lección leída', other: '{done} de {count} lecciones leídas' },
    en: { one: '{done} of {count} lesson read', other: '{done} of {count} lessons read' },
  },
  'scorm.run.progress.read': { es: 'Leída', en: 'Read' },
  'scorm.run.progress.passed': { es: 'Aprobado', en: 'Passed' },
  'scorm.run.contents.continue': { es: 'Continuar: {title}', en: 'Continue: {title}' },
  'scorm.run.saved.at': { es: 'Guardado a las {time}', en: 'Saved at {time}' },
  'scorm.run.saved.retry': { es: 'Reintentar', en: 'Try again' },
  'scorm.run.notice.untracked': {
    es: 'No se encontró una plataforma de aprendizaje: puede leer y responder todo, pero su avance no se guardará.',
    en: 'No learning platform was found: you can read and answer everything, but your progress will not be kept.',
  },
  'scorm.run.notice.refused': {
    es: 'La plataforma no abrió la sesión, y su avance no se guardará. Cierre el módulo y ábralo de nuevo.',
    en: 'The platform did not open the session, and your progress will not be kept. Close the module and open it again.',
  },
  'scorm.run.notice.review': {
    es: 'Está repasando un módulo terminado: lo que haga ahora no se registra.',
    en: 'You are reviewing a finished module: what you do now is not recorded.',
  },
  'scorm.run.notice.browse': {
    es: 'Vista previa: lo que haga ahora no se registra.',
    en: 'Preview: what you do now is not recorded.',
  },
  'scorm.run.notice.failed': {
    es: 'La plataforma no pudo guardar su avance. No cierre esta ventana: se intentará otra vez.',
    en: 'The platform could not save your progress. Keep this window open: it will be tried again.',
  },
  'scorm.run.worksheet.room': {
    es: {
      one: 'Su plataforma guarda poco texto: una celda no cabe. Imprima la hoja antes de salir.',
      other: 'Su plataforma guarda poco texto: {count} celdas no caben. Imprima la hoja antes de salir.',
    },
    en: {
      one: 'Your platform keeps little text: one cell does not fit. Print the worksheet before you leave.',
      other:
        'Your platform keeps little text: {count} cells do not fit. Print the worksheet before you leave.',
    },
  },
});

export const scorm = { ...courseMessages, ...checkMessages };
