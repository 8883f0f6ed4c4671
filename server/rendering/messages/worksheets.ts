import { defineMessages } from '../define-messages.ts';

/** Worksheets: filling in, saving, what a cell refuses. */
export const worksheets = defineMessages({
  'worksheets.worksheet': { es: 'Hoja de trabajo', en: 'Worksheet' },
  'worksheets.titleOf': { es: 'Hoja de trabajo: {title}', en: 'Worksheet: {title}' },
  'worksheets.unknown': {
    es: 'Este módulo no tiene esa hoja de trabajo.',
    en: 'This module has no such worksheet.',
  },
  'worksheets.item': { es: 'Concepto', en: 'Item' },
  'worksheets.number': { es: 'N.º', en: 'No.' },
  'worksheets.total': { es: 'Total', en: 'Total' },
  'worksheets.rowNumber': { es: 'Fila {number}', en: 'Row {number}' },
  'worksheets.cell': { es: '{row}, {column}', en: '{row}, {column}' },
  'worksheets.choose': { es: 'Elija', en: 'Choose' },
  'worksheets.save': { es: 'Guardar la hoja', en: 'Save the worksheet' },
  'worksheets.savedAt': {
    es: 'Guardado {when}, versión {version}',
    en: 'Saved {when}, version {version}',
  },
  'worksheets.nothingSaved': { es: 'Todavía no hay nada guardado', en: 'Nothing saved yet' },
  'worksheets.savesItself': {
    es: 'Se guarda mientras usted escribe',
    en: 'Saved as you type',
  },
  'worksheets.unsaved': { es: 'Hay cambios sin guardar', en: 'Changes not saved yet' },
  'worksheets.saving': { es: 'Guardando…', en: 'Saving…' },
  'worksheets.offline': {
    es: 'No se pudo guardar. Deje esta página abierta: se intentará otra vez.',
    en: 'It could not be saved. Leave this page open: it will be tried again.',
  },
  'worksheets.held': {
    es: 'Sin guardar: corrija las celdas marcadas. Lo demás está guardado',
    en: 'Not saved: correct the marked cells. The rest is saved',
  },
  'worksheets.changedElsewhere': {
    es: 'Sin guardar: esta hoja cambió en otra ventana',
    en: 'Not saved: this worksheet changed in another window',
  },
  'worksheets.compare': { es: 'Comparar las dos versiones', en: 'Compare the two versions' },
  'worksheets.addRow': { es: 'Agregar una fila', en: 'Add a row' },
  'worksheets.removeRow': { es: 'Quitar la fila {number}', en: 'Remove row {number}' },
  'worksheets.remove': { es: 'Quitar', en: 'Remove' },
  'worksheets.mostRows': {
    es: 'Esta tabla llega hasta {count} filas.',
    en: 'This table has at most {count} rows.',
  },
  'worksheets.openAlone': { es: 'Abrir en su propia página', en: 'Open on its own page' },
  'worksheets.backToLesson': { es: 'Volver a la lección: {title}', en: 'Back to the lesson: {title}' },
  'worksheets.inModule': { es: 'Hojas de trabajo', en: 'Worksheets' },
  'worksheets.busy': {
    es: 'Esta hoja se está guardando desde muchos lugares a la vez. Espere un momento e inténtelo otra vez.',
    en: 'This worksheet is being saved from many places at once. Wait a moment and try again.',
  },

  'worksheets.problemAt': { es: '{cell}. {sentence}', en: '{cell}. {sentence}' },
  'worksheets.problem.number': {
    es: 'Escriba un número, como 1234.5',
    en: 'Enter a number, such as 1234.5',
  },
  'worksheets.problem.large': {
    es: 'Escriba un número de hasta doce cifras; quizá en millones',
    en: 'Enter a number of up to twelve digits; in millions perhaps',
  },
  'worksheets.problem.long': {
    es: 'Acorte el texto: caben 500 caracteres en una celda y 4000 en un campo largo',
    en: 'Shorten the text: a cell takes 500 characters and a long field 4,000',
  },
  'worksheets.problem.date': {
    es: 'Escriba una fecha, como 2026-09-30',
    en: 'Enter a date, such as 2026-09-30',
  },
  'worksheets.problem.year': { es: 'Escriba un año de cuatro cifras', en: 'Enter a year of four digits' },
  'worksheets.problem.quarter': {
    es: 'Escriba año y trimestre, como 2026-T3',
    en: 'Enter year and quarter, such as 2026-Q3',
  },
  'worksheets.problem.choice': { es: 'Elija una opción de la lista', en: 'Choose from the list' },
  'worksheets.problem.row': {
    es: 'La tabla no llega hasta esta fila; no se guardó nada',
    en: 'The table does not reach this row; nothing was saved',
  },

  'worksheets.conflictTitle': {
    es: 'Dos versiones de la misma hoja',
    en: 'Two versions of the same worksheet',
  },
  'worksheets.conflictLead': {
    es: {
      one: 'Mientras usted escribía aquí, una celda cambió en otra ventana o equipo. Todavía no se guardó nada de lo nuevo. Elija qué queda.',
      other:
        'Mientras usted escribía aquí, {count} celdas cambiaron en otra ventana o equipo. Todavía no se guardó nada de lo nuevo. Elija qué queda.',
    },
    en: {
      one: 'While you were writing here, a cell changed in another window or on another device. Nothing new has been saved yet. Choose what stays.',
      other:
        'While you were writing here, {count} cells changed in another window or on another device. Nothing new has been saved yet. Choose what stays.',
    },
  },
  'worksheets.mine': { es: 'Lo que escribió aquí: {value}', en: 'What you wrote here: {value}' },
  'worksheets.theirs': { es: 'Lo guardado {when}: {value}', en: 'What was saved {when}: {value}' },
  'worksheets.empty': { es: '(vacía)', en: '(empty)' },
  'worksheets.saveChoice': { es: 'Guardar lo que elegí', en: 'Save what I chose' },
});
