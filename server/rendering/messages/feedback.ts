import { defineMessages } from '../define-messages.ts';

/** What learners say of a lesson, and what trainers see of it. */
export const feedback = defineMessages({
  'feedback.ask': { es: '¿Qué le pareció esta lección?', en: 'What did you think of this lesson?' },
  'feedback.privacy': {
    es: 'Sus respuestas sirven para mejorarla. Quienes facilitan las ven sin su nombre.',
    en: 'Your answers help to improve it. Trainers see them without your name.',
  },
  'feedback.clear': { es: '¿Se entiende?', en: 'Is it clear?' },
  'feedback.clear.name': { es: 'Se entiende', en: 'Clear' },
  'feedback.clear.yes': { es: 'Sí', en: 'Yes' },
  'feedback.clear.partly': { es: 'En parte', en: 'Partly' },
  'feedback.clear.no': { es: 'No', en: 'No' },
  'feedback.useful': { es: '¿Le sirve para su trabajo?', en: 'Is it useful for your work?' },
  'feedback.useful.name': { es: 'Sirve', en: 'Useful' },
  'feedback.useful.yes': { es: 'Sí', en: 'Yes' },
  'feedback.useful.partly': { es: 'En parte', en: 'Partly' },
  'feedback.useful.no': { es: 'No', en: 'No' },
  'feedback.length': { es: '¿Cómo es su extensión?', en: 'How is its length?' },
  'feedback.length.name': { es: 'Extensión', en: 'Length' },
  'feedback.length.short': { es: 'Corta', en: 'Too short' },
  'feedback.length.right': { es: 'Adecuada', en: 'Right' },
  'feedback.length.long': { es: 'Larga', en: 'Too long' },
  'feedback.addComment': { es: 'Agregar un comentario', en: 'Add a comment' },
  'feedback.comment': { es: 'Comentario (opcional)', en: 'Comment (optional)' },
  'feedback.commentHint': {
    es: 'Hasta {most} caracteres. No incluya datos personales.',
    en: 'Up to {most} characters. Please leave out personal data.',
  },
  'feedback.send': { es: 'Enviar opinión', en: 'Send feedback' },
  'feedback.saveChange': { es: 'Guardar el cambio', en: 'Save the change' },
  'feedback.seeOwn': { es: 'Ver o cambiar lo que ya dije', en: 'See or change what I said' },
  'feedback.ownTitle': { es: 'Su opinión sobre la lección', en: 'Your feedback on the lesson' },
  'feedback.thanks': {
    es: 'Gracias. Su opinión quedó guardada.',
    en: 'Thank you. Your feedback is saved.',
  },
  'feedback.savedAt': {
    es: 'Guardada el {date} a las {time}. Puede cambiarla aquí cuando quiera.',
    en: 'Saved on {date} at {time}. You can change it here whenever you like.',
  },
  'feedback.ofOlderRevision': {
    es: 'Es sobre la revisión {number}, la que usted leyó. Después se publicó otra.',
    en: 'It is about revision {number}, the one you read. A newer one has been published since.',
  },
  'feedback.backToLesson': { es: 'Volver a la lección', en: 'Back to the lesson' },
  'feedback.chooseOne': {
    es: 'Elija una de las respuestas que se ofrecen',
    en: 'Choose one of the answers that are offered',
  },
  'feedback.nothingSaid': {
    es: 'Elija al menos una respuesta o escriba un comentario',
    en: 'Choose at least one answer or write a comment',
  },
  'feedback.commentTooLong': {
    es: 'El comentario es demasiado largo: acórtelo a 1000 caracteres',
    en: 'The comment is too long: shorten it to 1,000 characters',
  },
  'feedback.noSuchRevision': {
    es: 'Esa revisión del módulo no existe. Vuelva a la lección y opine desde su página.',
    en: 'There is no such revision of the module. Go back to the lesson and give your feedback there.',
  },

  'feedback.title': { es: 'Opiniones', en: 'Feedback' },
  'feedback.of': { es: 'Opiniones: {title}', en: 'Feedback: {title}' },
  'feedback.lead': {
    es: 'Lo que dicen quienes leyeron las lecciones, sin nombres.',
    en: 'What those who read the lessons say, without names.',
  },
  'feedback.revisions': { es: 'Revisiones', en: 'Revisions' },
  'feedback.current': { es: 'Revisión {number}, la vigente', en: 'Revision {number}, the current one' },
  'feedback.revision': { es: 'Revisión {number}', en: 'Revision {number}' },
  'feedback.caption': {
    es: 'Respuestas por lección, revisión {number}',
    en: 'Answers by lesson, revision {number}',
  },
  'feedback.lesson': { es: 'Lección', en: 'Lesson' },
  'feedback.people': { es: 'Opiniones', en: 'Answers' },
  'feedback.comments': { es: 'Comentarios', en: 'Comments' },
  'feedback.commentsOn': { es: 'Comentarios: {lesson}', en: 'Comments: {lesson}' },
  'feedback.allLessons': { es: 'Todas las lecciones', en: 'All lessons' },
  'feedback.noComments': { es: 'Todavía no hay comentarios.', en: 'There are no comments yet.' },
  'feedback.none': {
    es: 'Todavía no hay opiniones sobre esta revisión. Al pie de cada lección, quien la lee puede dar la suya.',
    en: 'There is no feedback on this revision yet. Readers can give theirs at the foot of each lesson.',
  },
  'feedback.noneYet': { es: 'Todavía no hay opiniones.', en: 'There is no feedback yet.' },
  'feedback.count': {
    es: { one: '1 opinión', other: '{count} opiniones' },
    en: { one: '1 answer', other: '{count} answers' },
  },
  'feedback.commentCount': {
    es: { one: '1 comentario', other: '{count} comentarios' },
    en: { one: '1 comment', other: '{count} comments' },
  },
  'feedback.tally': { es: '{answer}: {count}', en: '{answer}: {count}' },
  'feedback.readIn': { es: 'leída en {language}', en: 'read in {language}' },
  'feedback.pages': { es: 'Páginas de comentarios', en: 'Pages of comments' },
  'feedback.seeAll': { es: 'Ver las opiniones', en: 'See the feedback' },
});
