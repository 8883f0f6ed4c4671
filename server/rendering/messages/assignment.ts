import { defineMessages } from '../define-messages.ts';

/** The final assignment: writing it, marking it, and what both are told. */
export const assignment = defineMessages({
  'assignment.name': { es: 'Trabajo final', en: 'Final assignment' },
  'assignment.none': {
    es: 'Este itinerario no tiene trabajo final.',
    en: 'This track has no final assignment.',
  },
  'assignment.unknown': {
    es: 'No hay un trabajo entregado en esta dirección.',
    en: 'There is no submitted assignment at this address.',
  },
  'assignment.ownWork': {
    es: 'Este trabajo es suyo: lo evalúa otra persona facilitadora.',
    en: 'This work is yours: another trainer marks it.',
  },
  'assignment.changed': {
    es: 'El trabajo cambió mientras usted lo tenía abierto. Vuelva a la página anterior y recárguela.',
    en: 'The work changed while you had it open. Go back to the previous page and reload it.',
  },
  'assignment.open': { es: 'Ir al trabajo final', en: 'Go to the final assignment' },
  'assignment.beforeCertificate': {
    es: 'Se entrega al final del itinerario y se acepta antes de emitir la constancia.',
    en: 'It is handed in at the end of the track and accepted before the certificate is issued.',
  },
  'assignment.state.none': { es: 'Sin empezar', en: 'Not begun' },
  'assignment.state.draft': { es: 'Borrador, sin entregar', en: 'Draft, not submitted' },
  'assignment.state.submitted': {
    es: 'Entregado, en espera de evaluación',
    en: 'Submitted, waiting to be marked',
  },
  'assignment.state.returned': { es: 'Devuelto con observaciones', en: 'Returned with comments' },
  'assignment.state.accepted': { es: 'Aceptado', en: 'Accepted' },
  'assignment.stateOn': { es: '{state} · {when}', en: '{state} · {when}' },
  'assignment.noticeReturned': {
    es: 'Su trabajo final volvió con observaciones',
    en: 'Your final assignment came back with comments',
  },
  'assignment.noticeReturnedWhat': {
    es: 'Lea el comentario, corrija el texto y entréguelo de nuevo.',
    en: 'Read the comment, correct the text and submit it again.',
  },
  'assignment.noticeAccepted': {
    es: 'Su trabajo final fue aceptado',
    en: 'Your final assignment was accepted',
  },
  'assignment.noticeAcceptedWhat': {
    es: 'Puede leer la evaluación y el comentario.',
    en: 'You can read the marks and the comment.',
  },
  'assignment.seeMarks': { es: 'Ver la evaluación', en: 'See the marks' },

  'assignment.yourText': { es: 'Su texto', en: 'Your text' },
  'assignment.textHint': {
    es: 'Texto sin formato; separe los párrafos con una línea en blanco. Caben {count} caracteres.',
    en: 'Plain text; leave an empty line between paragraphs. There is room for {count} characters.',
  },
  'assignment.save': { es: 'Guardar el borrador', en: 'Save the draft' },
  'assignment.submit': { es: 'Entregar', en: 'Submit' },
  'assignment.resubmit': { es: 'Entregar de nuevo', en: 'Submit again' },
  'assignment.submitHint': {
    es: 'Una vez entregado, el texto no se cambia hasta que lo evalúen.',
    en: 'Once submitted, the text cannot be changed until it is marked.',
  },
  'assignment.savedAt': { es: 'Guardado {when}', en: 'Saved {when}' },
  'assignment.submittedAt': { es: 'Entregado {when}', en: 'Submitted {when}' },
  'assignment.textMissing': {
    es: 'Escriba el texto antes de entregarlo',
    en: 'Write the text before you submit it',
  },
  'assignment.textLong': {
    es: 'Acorte el texto: pasa de 20 000 caracteres',
    en: 'Shorten the text: it has more than 20,000 characters',
  },
  'assignment.waiting': {
    es: 'Una persona facilitadora lo leerá. El aviso aparecerá en «Mi aprendizaje».',
    en: 'A trainer will read it. You will find the notice in My learning.',
  },
  'assignment.changedTitle': {
    es: 'El trabajo cambió mientras usted escribía',
    en: 'The work changed while you were writing',
  },
  'assignment.changedDraft': {
    es: 'Se guardó otra versión en otra ventana o equipo. Lo que escribió aquí sigue en el campo y todavía no está guardado; compárelo con lo guardado, que está abajo, y guarde lo que deba quedar.',
    en: 'Another version was saved in another window or on another device. What you wrote here is still in the field and not saved yet; compare it with what was saved, below, and save what should stay.',
  },
  'assignment.changedSubmitted': {
    es: 'El trabajo ya está entregado o aceptado, así que lo que escribió aquí no se guardó. Cópielo si le sirve:',
    en: 'The work has been submitted or accepted already, so that what you wrote here was not saved. Copy it if you need it:',
  },
  'assignment.savedElsewhere': { es: 'Lo que está guardado', en: 'What is saved' },
  'assignment.writtenHere': { es: 'Lo que escribió aquí', en: 'What you wrote here' },

  'assignment.worksheets': { es: 'Hojas de trabajo', en: 'Worksheets' },
  'assignment.worksheet': { es: 'Hoja', en: 'Worksheet' },
  'assignment.worksheetState': { es: 'Estado', en: 'State' },
  'assignment.worksheetFilled': {
    es: { one: '1 celda con datos, guardada {when}', other: '{count} celdas con datos, guardada {when}' },
    en: { one: '1 cell filled, saved {when}', other: '{count} cells filled, saved {when}' },
  },
  'assignment.worksheetEmpty': { es: 'Sin datos todavía', en: 'Nothing filled in yet' },
  'assignment.rubric': { es: 'Rúbrica', en: 'Rubric' },
  'assignment.passPoints': {
    es: 'Se acepta desde {points} puntos de {most}.',
    en: 'Accepted from {points} points out of {most}.',
  },
  'assignment.points': {
    es: { one: '1 punto', other: '{count} puntos' },
    en: { one: '1 point', other: '{count} points' },
  },
  'assignment.outOf': { es: '{points} de {most}', en: '{points} of {most}' },
  'assignment.total': { es: 'Total', en: 'Total' },
  'assignment.criterion': { es: 'Criterio', en: 'Criterion' },
  'assignment.level': { es: 'Nivel', en: 'Level' },
  'assignment.pointsName': { es: 'Puntos', en: 'Points' },
  'assignment.handedIn': { es: 'Lo entregado', en: 'What was submitted' },
  'assignment.earlier': { es: 'Entregas anteriores', en: 'Earlier submissions' },
  'assignment.history': { es: 'Entregas y evaluaciones', en: 'Submissions and marks' },
  'assignment.submissionNumber': { es: 'Entrega {number}', en: 'Submission {number}' },
  'assignment.readSubmission': { es: 'Leer el texto entregado', en: 'Read the submitted text' },
  'assignment.returnedBy': { es: 'Devuelto por {name} {when}', en: 'Returned by {name} {when}' },
  'assignment.acceptedBy': { es: 'Aceptado por {name} {when}', en: 'Accepted by {name} {when}' },
  'assignment.comment': { es: 'Comentario', en: 'Comment' },
  'assignment.somebody': { es: 'una persona facilitadora', en: 'a trainer' },

  'assignment.listTitle': { es: 'Trabajos finales', en: 'Final assignments' },
  'assignment.listLead': {
    es: 'Los que llevan más tiempo en espera van primero.',
    en: 'Those that have waited longest come first.',
  },
  'assignment.waitingCount': {
    es: { one: '1 trabajo espera evaluación', other: '{count} trabajos esperan evaluación' },
    en: { one: '1 assignment waits to be marked', other: '{count} assignments wait to be marked' },
  },
  'assignment.noneWaiting': {
    es: 'Ningún trabajo espera evaluación.',
    en: 'No assignment waits to be marked.',
  },
  'assignment.seeWaiting': { es: 'Ver los trabajos en espera', en: 'See the waiting assignments' },
  'assignment.markedTitle': { es: 'Últimos evaluados', en: 'Marked lately' },
  'assignment.noneMarked': { es: 'Todavía no se ha evaluado ninguno.', en: 'None has been marked yet.' },
  'assignment.pages': { es: 'Páginas de trabajos', en: 'Pages of assignments' },
  'assignment.country': { es: 'País', en: 'Country' },
  'assignment.person': { es: 'Persona', en: 'Person' },
  'assignment.track': { es: 'Itinerario', en: 'Track' },
  'assignment.since': { es: 'Desde', en: 'Since' },
  'assignment.workOf': { es: '{title}: {name}', en: '{title}: {name}' },
  'assignment.unnamed': { es: 'Cuenta cerrada', en: 'Closed account' },
  'assignment.mark': { es: 'Evaluar', en: 'Mark' },
  'assignment.markHint': {
    es: 'Elija un nivel en cada criterio. El comentario llega a quien escribió el trabajo.',
    en: 'Choose a level for each criterion. The comment goes to whoever wrote the work.',
  },
  'assignment.commentHint': {
    es: 'Qué está bien y qué falta, con la parte del texto. Hasta 4000 caracteres.',
    en: 'What is good and what is missing, naming the part of the text. Up to 4,000 characters.',
  },
  'assignment.return': { es: 'Devolver con observaciones', en: 'Return for changes' },
  'assignment.accept': { es: 'Aceptar', en: 'Accept' },
  'assignment.levelMissing': { es: 'Elija un nivel', en: 'Choose a level' },
  'assignment.problemIn': { es: '{title}: {sentence}', en: '{title}: {sentence}' },
  'assignment.commentMissing': {
    es: 'Escriba qué hay que cambiar: es lo que lee quien lo corrige',
    en: 'Say what has to change: it is what the person who corrects it reads',
  },
  'assignment.commentLong': {
    es: 'Acorte el comentario: caben 4000 caracteres',
    en: 'Shorten the comment: it takes 4,000 characters',
  },
  'assignment.fewPoints': {
    es: 'Para aceptar hacen falta {points} puntos y van {sum}. Devuélvalo o revise los niveles',
    en: 'Accepting takes {points} points and there are {sum}. Return it or look again at the levels',
  },
  'assignment.otherMarked': {
    es: 'Este trabajo cambió mientras usted lo evaluaba',
    en: 'This work changed while you were marking it',
  },
  'assignment.otherMarkedWhat': {
    es: 'Lo que usted eligió no se guardó. Abajo está la evaluación que hizo la otra persona. Su comentario, por si quiere copiarlo:',
    en: 'What you chose was not saved. The marks that the other person gave are below. Your comment, in case you want to copy it:',
  },
  'assignment.resubmittedMeanwhile': {
    es: 'Otra persona lo evaluó y ya hay una entrega nueva. Lo que usted eligió sigue en el formulario y no está guardado: lea el texto nuevo antes de enviarlo.',
    en: 'Somebody else marked it and there is a new submission already. What you chose is still in the form and not saved: read the new text before you send it.',
  },
});
