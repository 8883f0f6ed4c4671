import { defineMessages } from '../define-messages.ts';

/** How questions ask and answer, on the site and in packages. */
export const questions = defineMessages({
  'questions.how.single': { es: 'Elija una opción.', en: 'Choose one option.' },
  'questions.how.true-false': { es: 'Elija una opción.', en: 'Choose one option.' },
  'questions.how.multiple': { es: 'Elija todas las que correspondan.', en: 'Choose all that apply.' },
  'questions.how.order': {
    es: 'Use los botones para subir o bajar cada paso.',
    en: 'Use the buttons to move each step up or down.',
  },
  'questions.how.match': {
    es: 'Elija una respuesta para cada línea.',
    en: 'Choose an answer for each line.',
  },
  'questions.how.numeric': { es: 'Escriba un número.', en: 'Type a number.' },
  'questions.how.text': { es: 'Escriba una o pocas palabras.', en: 'Type one or a few words.' },
  'questions.of': { es: 'Pregunta {number} de {total}', en: 'Question {number} of {total}' },
  'questions.hint': { es: 'Ver una pista', en: 'Show a hint' },
  'questions.moveUp': { es: 'Subir: {item}', en: 'Move up: {item}' },
  'questions.moveDown': { es: 'Bajar: {item}', en: 'Move down: {item}' },
  'questions.choose': { es: 'Elija…', en: 'Choose…' },
  'questions.yourAnswer': { es: 'Su respuesta', en: 'Your answer' },
  'questions.numberHint': { es: 'Acepta punto o coma decimal.', en: 'A decimal point or comma will do.' },
  'questions.check': { es: 'Compruebe su comprensión', en: 'Check your understanding' },
  'questions.checkAnswer': { es: 'Comprobar', en: 'Check' },
  'questions.tryAgain': { es: 'Intentarlo de nuevo', en: 'Try again' },
  'questions.doesNotCount': { es: 'No cuenta para la nota.', en: 'It does not count for your score.' },
  'questions.answerFirst': {
    es: 'Responda primero; después verá la explicación.',
    en: 'Answer first; then you will see the explanation.',
  },
  'questions.verdict.right': { es: 'Correcta', en: 'Right' },
  'questions.verdict.partly': { es: 'Correcta en parte', en: 'Partly right' },
  'questions.verdict.wrong': { es: 'Incorrecta', en: 'Wrong' },
  'questions.verdict.unanswered': { es: 'Sin responder', en: 'Not answered' },
  'questions.yours': { es: 'su respuesta', en: 'your answer' },
  'questions.rightOne': { es: 'Era correcta.', en: 'This one was right.' },
  'questions.placeIs': { es: 'Va en el lugar {place}.', en: 'It belongs in place {place}.' },
  'questions.matchIs': { es: 'Le corresponde: {target}', en: 'It goes with: {target}' },
  'questions.yourAnswerWas': { es: 'Su respuesta: {answer}', en: 'Your answer: {answer}' },
  'questions.rightAnswerIs': { es: 'Respuesta correcta: {answer}', en: 'Right answer: {answer}' },
});
