import { defineMessages } from '../define-messages.ts';

/** What trainers say of learners' worksheets. */
export const comments = defineMessages({
  'comments.title': { es: 'Comentarios de quien le acompaña', en: 'Comments from your trainer' },
  'comments.listTitle': { es: 'Comentarios', en: 'Comments' },
  'comments.new': { es: 'Nuevo', en: 'New' },
  'comments.count': {
    es: { one: '1 comentario', other: '{count} comentarios' },
    en: { one: '1 comment', other: '{count} comments' },
  },
  'comments.newCount': {
    es: { one: '1 nuevo', other: '{count} nuevos' },
    en: { one: '1 new', other: '{count} new' },
  },
  'comments.none': { es: 'Sin comentarios', en: 'No comments' },
  'comments.noneYet': {
    es: 'Nadie ha comentado esta hoja todavía.',
    en: 'Nobody has commented on this worksheet yet.',
  },
  'comments.unseen': {
    es: { one: '1 sin leer', other: '{count} sin leer' },
    en: { one: '1 not read yet', other: '{count} not read yet' },
  },
  'comments.notRead': { es: 'Todavía no lo ha leído', en: 'Not read yet' },
  'comments.changedAt': { es: '{when}, corregido', en: '{when}, edited' },
  'comments.notice': {
    es: {
      one: 'Hay un comentario nuevo en su hoja de trabajo',
      other: 'Hay {count} comentarios nuevos en su hoja de trabajo',
    },
    en: {
      one: 'There is a new comment on your worksheet',
      other: 'There are {count} new comments on your worksheet',
    },
  },
  'comments.read': { es: 'Leer en la hoja', en: 'Read it on the worksheet' },
  'comments.sheetsOf': { es: 'Hojas de trabajo de {name}', en: 'Worksheets of {name}' },
  'comments.sheetOf': { es: '{title}, de {name}', en: '{title}, by {name}' },
  'comments.sheets': { es: 'Ver las hojas de trabajo', en: 'See the worksheets' },
  'comments.sheetsOfWhom': { es: 'Ver las hojas de trabajo de {name}', en: 'See the worksheets of {name}' },
  'comments.sheet': { es: 'Hoja', en: 'Worksheet' },
  'comments.saved': { es: 'Guardada', en: 'Saved' },
  'comments.noSheets': {
    es: 'Esta persona todavía no ha empezado ninguna hoja de trabajo.',
    en: 'This person has not begun any worksheet yet.',
  },
  'comments.instructions': { es: 'Qué pide la hoja', en: 'What the worksheet asks for' },
  'comments.write': { es: 'Escribir un comentario', en: 'Write a comment' },
  'comments.hint': {
    es: 'Lo verá {name}, con el nombre de usted y la fecha. Hasta {count} caracteres, sin formato.',
    en: '{name} will see it, with your name and the date. Up to {count} characters of plain text.',
  },
  'comments.send': { es: 'Enviar el comentario', en: 'Send the comment' },
  'comments.edit': { es: 'Corregir o quitar', en: 'Edit or remove' },
  'comments.editWhich': { es: 'Corregir su comentario', en: 'Edit your comment' },
  'comments.keep': { es: 'Guardar la corrección', en: 'Save the change' },
  'comments.remove': { es: 'Quitar el comentario', en: 'Remove the comment' },
  'comments.textMissing': { es: 'Escriba el comentario', en: 'Write the comment' },
  'comments.textLong': {
    es: 'Acorte el comentario: caben 2000 caracteres',
    en: 'Shorten the comment: it takes 2,000 characters',
  },
  'comments.changedMeanwhile': {
    es: 'Usted cambió este comentario en otra ventana. Arriba está lo guardado; lo que escribió aquí sigue en el campo',
    en: 'You changed this comment in another window. What is saved stands above; what you wrote here is still in the field',
  },
  'comments.unknown': {
    es: 'No hay un comentario suyo en esta dirección.',
    en: 'There is no comment of yours at this address.',
  },
  'comments.removed': {
    es: 'Este comentario ya se quitó.',
    en: 'This comment has been removed.',
  },
  'comments.tooMany': {
    es: 'Esta hoja ya tiene todos los comentarios que caben. Corrija uno de los suyos.',
    en: 'This worksheet has all the comments it takes. Edit one of yours.',
  },
  'comments.notBegun': {
    es: 'Esta persona no ha empezado esa hoja de trabajo.',
    en: 'This person has not begun that worksheet.',
  },
  'comments.notYours': {
    es: 'Usted acompaña a las personas de su país. Las hojas de otros países las ven quienes facilitan allí y la coordinación regional.',
    en: 'You accompany the people of your country. Worksheets from other countries are seen by the trainers there and the regional coordination.',
  },
  'comments.own': {
    es: 'Estas hojas son suyas: están en sus módulos y en «Mi aprendizaje».',
    en: 'These worksheets are yours: they are in your modules and in My learning.',
  },
});
