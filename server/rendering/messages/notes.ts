import { defineMessages } from '../define-messages.ts';

/** A person's own notes and bookmarks. */
export const notes = defineMessages({
  'notes.title': { es: 'Mis apuntes', en: 'My notes' },
  'notes.titleLong': { es: 'Mis apuntes y lecciones marcadas', en: 'My notes and bookmarks' },
  'notes.counted': { es: '{notes} y {bookmarks}', en: '{notes} and {bookmarks}' },
  'notes.countNotes': {
    es: { one: '1 lección con apuntes', other: '{count} lecciones con apuntes' },
    en: { one: '1 lesson with notes', other: '{count} lessons with notes' },
  },
  'notes.countBookmarks': {
    es: { one: '1 marcada', other: '{count} marcadas' },
    en: { one: '1 bookmarked', other: '{count} bookmarked' },
  },
  'notes.lead': {
    es: 'Lo que usted escribió junto a las lecciones y las lecciones que marcó. Solo usted lo ve.',
    en: 'What you wrote beside the lessons, and the lessons you marked. Only you can see it.',
  },
  'notes.none': {
    es: 'Todavía no hay apuntes. Al pie de cada lección hay un espacio para escribirlos.',
    en: 'There are no notes yet. At the foot of each lesson there is room to write them.',
  },
  'notes.write': { es: 'Apuntes de esta lección', en: 'Notes on this lesson' },
  'notes.hint': { es: 'Solo usted los ve.', en: 'Only you can see them.' },
  'notes.save': { es: 'Guardar los apuntes', en: 'Save the notes' },
  'notes.savedAt': { es: 'Guardado a las {time}', en: 'Saved at {time}' },
  'notes.saving': { es: 'Guardando…', en: 'Saving…' },
  'notes.saved': { es: 'Guardado', en: 'Saved' },
  'notes.notSaved': {
    es: 'Sin guardar: no hay conexión. Se guardará al volver.',
    en: 'Not saved: there is no connection. It will be saved when it is back.',
  },
  'notes.pressSave': {
    es: 'Sin guardar. Presione «Guardar los apuntes» para ver por qué.',
    en: 'Not saved. Press “Save the notes” to see why.',
  },
  'notes.tooLong': {
    es: 'Los apuntes de una lección tienen como máximo {limit} caracteres. Acórtelos y guarde otra vez.',
    en: 'The notes on a lesson have at most {limit} characters. Shorten them and save again.',
  },
  'notes.conflict': {
    es: 'Mientras tanto se guardó otro texto, desde otra ventana o equipo. Abajo está el suyo: tome del otro lo que quiera y guarde.',
    en: 'Meanwhile another text was saved, from another window or device. Yours is below: take what you want from the other one and save.',
  },
  'notes.theirs': { es: 'Lo que está guardado', en: 'What is saved' },
  'notes.bookmark': { es: 'Marcar esta lección', en: 'Bookmark this lesson' },
  'notes.removeBookmark': { es: 'Quitar la marca', en: 'Remove the bookmark' },
  'notes.bookmarked': { es: 'Lección marcada', en: 'Bookmarked' },
  'notes.orphans': { es: 'De lecciones que ya no están', en: 'From lessons that are no longer there' },
  'notes.written': { es: 'Escrito el {date}', en: 'Written on {date}' },
});
