import { defineMessages } from '../define-messages.ts';

/** Item analysis: what first attempts say of a quiz's questions. */
export const items = defineMessages({
  'items.title': { es: 'Análisis de preguntas', en: 'Question analysis' },
  'items.of': { es: 'Análisis de preguntas: {title}', en: 'Question analysis: {title}' },
  'items.lead': {
    es: 'Qué preguntas funcionan y cuáles confunden, según el primer intento de cada persona.',
    en: 'Which questions work and which mislead, from each person’s first attempt.',
  },
  'items.reports': { es: 'Este módulo', en: 'This module' },
  'items.firstAttempts': { es: 'primeros intentos', en: 'first attempts' },
  'items.laterAttempts': { es: 'intentos posteriores', en: 'later attempts' },
  'items.atLeast': { es: '{count} o más', en: '{count} or more' },
  'items.manyNote': {
    es: 'Las cifras son de los {most} primeros intentos más recientes.',
    en: 'The figures are of the latest {most} first attempts.',
  },
  'items.toLookAt': { es: 'preguntas con aviso', en: 'questions to look at' },
  'items.none': {
    es: 'Nadie ha enviado todavía el cuestionario de esta revisión. Cuando haya primeros intentos, aquí se verá qué dicen de cada pregunta.',
    en: 'Nobody has submitted this revision’s quiz yet. Once there are first attempts, this page will show what they say of each question.',
  },
  'items.fewNote': {
    es: 'Con menos de {least} respuestas manda el azar: esas preguntas muestran sus cuentas, sin discriminación ni consejos.',
    en: 'Under {least} answers chance decides: those questions show their counts, without discrimination or advice.',
  },
  'items.sortBy': { es: 'Ordenar por', en: 'Sort by' },
  'items.ascending': { es: 'de menor a mayor', en: 'lowest first' },
  'items.descending': { es: 'de mayor a menor', en: 'highest first' },
  'items.caption': {
    es: 'Preguntas de la revisión {number}, en orden de {sort}, {direction}',
    en: 'Questions of revision {number}, by {sort}, {direction}',
  },
  'items.sort.number': { es: 'número', en: 'number' },
  'items.sort.advice': { es: 'avisos', en: 'notes' },
  'items.sort.facility': { es: 'acierto', en: 'facility' },
  'items.sort.discrimination': { es: 'discriminación', en: 'discrimination' },
  'items.sort.omitted': { es: 'sin responder', en: 'not answered' },
  'items.sort.time': { es: 'tiempo', en: 'time' },
  'items.question': { es: 'Pregunta', en: 'Question' },
  'items.n': { es: 'Respuestas', en: 'Answers' },
  'items.facility': { es: 'Acierto', en: 'Facility' },
  'items.discrimination': { es: 'Discriminación', en: 'Discrimination' },
  'items.omitted': { es: 'Sin responder', en: 'Not answered' },
  'items.time': { es: 'Tiempo mediano', en: 'Median time' },
  'items.advice': { es: 'Avisos', en: 'Notes' },
  'items.seconds': { es: '{seconds} s', en: '{seconds} s' },
  'items.wholeMinutes': { es: '{minutes} min', en: '{minutes} min' },
  'items.minutes': { es: '{minutes} min {seconds} s', en: '{minutes} min {seconds} s' },
  'items.measuredIn': { es: 'medido en {n}', en: 'measured in {n}' },
  'items.download': { es: 'Descargar CSV', en: 'Download CSV' },
  'items.oneOf': { es: 'Pregunta {number} de {total}', en: 'Question {number} of {total}' },
  'items.notAsked': {
    es: 'Ningún primer intento ha recibido todavía esta pregunta.',
    en: 'No first attempt has been asked this question yet.',
  },
  'items.noSuchQuestion': {
    es: 'Esta revisión del módulo no tiene esa pregunta.',
    en: 'This revision of the module has no such question.',
  },
  'items.pager': { es: 'Pregunta anterior y siguiente', en: 'Previous and next question' },

  'items.howTitle': { es: 'Cómo se leen estas cifras', en: 'How to read these figures' },
  'items.howFacility': {
    es: 'Acierto: la nota media de la pregunta. Con 100 % aciertan todas las personas; entre 30 % y 95 % una pregunta suele decir algo.',
    en: 'Facility: the mean score of the question. At 100% everybody is right; between 30% and 95% a question usually says something.',
  },
  'items.howDiscrimination': {
    es: 'Discriminación: si aciertan más quienes responden mejor las otras preguntas del mismo intento. Va de −1 a 1; bajo 0.20 distingue poco, bajo −0.10 hay algo que corregir. Con menos de 30 respuestas todavía cambia mucho.',
    en: 'Discrimination: whether those who do better on the attempt’s other questions do better on this one. From −1 to 1; under 0.20 it separates little, under −0.10 something needs correcting. With fewer than 30 answers it still changes a lot.',
  },
  'items.howTime': {
    es: 'Tiempo: lo mide el servidor entre una respuesta guardada y la siguiente; no cuenta cuando llegaron varias a la vez ni las pausas de más de diez minutos.',
    en: 'Time: the server measures it between one saved answer and the next; it does not count when several came at once, nor pauses of more than ten minutes.',
  },
  'items.howOptions': {
    es: 'En el resto: qué nota media tuvieron, en las otras preguntas, quienes eligieron cada opción. La correcta debería atraer a quienes rinden mejor.',
    en: 'On the rest: the mean score, on the other questions, of those who chose each option. The right one should attract those who do better.',
  },
  'items.howAttempts': {
    es: 'Cuenta solo el primer intento de cada persona, porque en los siguientes ya leyó los comentarios. Nadie aparece con su nombre.',
    en: 'Only each person’s first attempt counts, since before the next ones they have read the feedback. Nobody appears by name.',
  },

  'items.option': { es: 'Opción', en: 'Option' },
  'items.chosenBy': { es: 'La eligieron', en: 'Chosen by' },
  'items.onTheRest': { es: 'En el resto', en: 'On the rest' },
  'items.right': { es: 'Correcta', en: 'Right' },
  'items.item': { es: 'Parte', en: 'Part' },
  'items.rightBy': { es: 'Acertaron', en: 'Got it right' },
  'items.mistaken': { es: 'Confusión más frecuente', en: 'Most frequent mistake' },
  'items.typed': { es: 'Respuesta escrita', en: 'Typed answer' },
  'items.typedNote': {
    es: 'Las respuestas escritas se muestran cuando las dieron al menos dos personas.',
    en: 'Typed answers are shown once at least two people gave them.',
  },
  'items.noTyped': {
    es: 'Ninguna respuesta escrita se repite todavía.',
    en: 'No typed answer has come twice yet.',
  },
  'items.ofN': { es: '{count} ({share})', en: '{count} ({share})' },
  'items.targetOf': { es: '{target} ({count})', en: '{target} ({count})' },

  'items.few.title': { es: 'Pocas respuestas', en: 'Few answers' },
  'items.few.text': {
    es: 'Todavía no saque conclusiones.',
    en: 'Do not draw conclusions yet.',
  },
  'items.negative.title': {
    es: 'Aciertan más quienes rinden peor',
    en: 'Those who do worse get it right',
  },
  'items.negative.text': {
    es: 'Compruebe primero la clave: quizá está marcada la opción equivocada. Si la clave es correcta, el enunciado confunde a quien sabe.',
    en: 'Check the key first: the wrong option may be marked. If the key is right, the wording misleads those who know.',
  },
  'items.rival.title': {
    es: {
      one: 'Quienes rinden mejor eligen la opción {options}',
      other: 'Quienes rinden mejor eligen las opciones {options}',
    },
    en: {
      one: 'The better learners choose option {options}',
      other: 'The better learners choose options {options}',
    },
  },
  'items.rival.text': {
    es: 'Léala como quien sabe del tema: puede ser defendible, o el enunciado, ambiguo. Precise el enunciado o cambie la opción.',
    en: 'Read it as somebody who knows the subject: it may be defensible, or the question ambiguous. Make the question more precise or change the option.',
  },
  'items.hard.title': { es: 'Casi nadie acierta', en: 'Almost nobody gets it right' },
  'items.hard.text': {
    es: 'Compruebe la clave y que la lección lo enseñe. Si distingue bien, puede quedarse como pregunta difícil.',
    en: 'Check the key, and that the lesson teaches it. If it discriminates well, it may stay as a hard question.',
  },
  'items.easy.title': { es: 'Casi todas las personas aciertan', en: 'Almost everybody gets it right' },
  'items.easy.text': {
    es: 'Da confianza, pero dice poco. Para que diga más, acerque las opciones incorrectas a errores que la gente comete.',
    en: 'It gives confidence but says little. To make it say more, bring its wrong options closer to mistakes that people make.',
  },
  'items.weak.title': { es: 'Distingue poco', en: 'It separates little' },
  'items.weak.text': {
    es: 'Aciertan casi por igual quienes saben y quienes no. Vea si el enunciado delata la respuesta o si alguna opción se descarta sin saber.',
    en: 'Those who know and those who do not get it right almost alike. See whether the wording gives the answer away or an option can be ruled out without knowing.',
  },
  'items.open.title': { es: 'Muchas personas no la responden', en: 'Many people leave it open' },
  'items.open.text': {
    es: 'Puede que no se entienda qué se pide, o que pida demasiado.',
    en: 'It may not be clear what it asks, or it may ask too much.',
  },
  'items.idle.title': {
    es: {
      one: 'Casi nadie elige la opción {options}',
      other: 'Casi nadie elige las opciones {options}',
    },
    en: {
      one: 'Almost nobody chooses option {options}',
      other: 'Almost nobody chooses options {options}',
    },
  },
  'items.idle.text': {
    es: 'Una opción que no tienta no ayuda: cámbiela por un error frecuente o quítela.',
    en: 'An option that tempts nobody does not help: change it for a frequent mistake or take it out.',
  },

  'items.csv.module': { es: 'modulo', en: 'module' },
  'items.csv.revision': { es: 'revision', en: 'revision' },
  'items.csv.id': { es: 'id_pregunta', en: 'question_id' },
  'items.csv.kind': { es: 'tipo', en: 'kind' },
  'items.csv.text': { es: 'pregunta', en: 'question' },
  'items.csv.n': { es: 'respuestas', en: 'answers' },
  'items.csv.omitted': { es: 'sin_responder', en: 'not_answered' },
  'items.csv.facility': { es: 'acierto', en: 'facility' },
  'items.csv.discrimination': { es: 'discriminacion', en: 'discrimination' },
  'items.csv.seconds': { es: 'segundos_mediana', en: 'median_seconds' },
  'items.csv.timed': { es: 'medidos', en: 'timed' },
  'items.csv.parts': { es: 'por_opcion', en: 'by_option' },
  'items.csv.advice': { es: 'avisos', en: 'notes' },
});
