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
  'worksheets.begun': {
    es: 'Hojas de trabajo que usted empezó, la última guardada primero',
    en: 'Worksheets that you have begun, the latest saved first',
  },
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

  'worksheets.sources': { es: 'De dónde puede traer valores', en: 'Where values can come from' },
  'worksheets.inModuleNumber': { es: '«{title}» (módulo {number})', en: '“{title}” (module {number})' },
  'worksheets.openSource': { es: 'Abrir esa hoja', en: 'Open that worksheet' },
  'worksheets.sourceEmpty': {
    es: 'Esta hoja puede tomar valores de {title}, que todavía no los tiene.',
    en: 'This worksheet can take values from {title}, which does not have them yet.',
  },
  'worksheets.sourceHas': {
    es: {
      one: '{title} tiene un valor para esta hoja.',
      other: '{title} tiene {count} valores para esta hoja.',
    },
    en: {
      one: '{title} has a value for this worksheet.',
      other: '{title} has {count} values for this worksheet.',
    },
  },
  'worksheets.sourceBrought': {
    es: 'Los valores de {title} ya están en esta hoja.',
    en: 'The values of {title} are in this worksheet already.',
  },
  'worksheets.sourceChanged': {
    es: {
      one: 'En {title} cambió un valor después de que usted lo trajo.',
      other: 'En {title} cambiaron {count} valores después de que usted los trajo.',
    },
    en: {
      one: 'A value has changed in {title} since you brought it.',
      other: '{count} values have changed in {title} since you brought them.',
    },
  },
  'worksheets.bring': {
    es: { one: 'Traer el valor', other: 'Traer {count} valores' },
    en: { one: 'Bring the value', other: 'Bring {count} values' },
  },
  'worksheets.refresh': {
    es: { one: 'Actualizar el valor', other: 'Actualizar {count} valores' },
    en: { one: 'Refresh the value', other: 'Refresh {count} values' },
  },
  'worksheets.replaceMine': {
    es: {
      one: 'Reemplazar también una celda que usted llenó',
      other: 'Reemplazar también {count} celdas que usted llenó',
    },
    en: {
      one: 'Replace a cell that you filled in as well',
      other: 'Replace {count} cells that you filled in as well',
    },
  },
  'worksheets.sampleIsThere': {
    es: 'Puede ver la hoja llena con el ejemplo de Altamar, país ficticio. Lo que usted escribió se queda.',
    en: 'You can see the worksheet filled with the example of Altamar, a fictional country. What you wrote stays.',
  },
  'worksheets.sampleLoaded': {
    es: {
      one: 'Una celda muestra los datos de Altamar.',
      other: '{count} celdas muestran los datos de Altamar.',
    },
    en: { one: 'One cell shows Altamar’s data.', other: '{count} cells show Altamar’s data.' },
  },
  'worksheets.loadSample': {
    es: 'Cargar el ejemplo en las celdas vacías',
    en: 'Load the example into the empty cells',
  },
  'worksheets.removeSample': { es: 'Quitar los datos de Altamar', en: 'Remove Altamar’s data' },
  'worksheets.solutionCanFill': {
    es: 'La solución modelo puede llenar lo que falta en las partes que usted ya intentó.',
    en: 'The model solution can fill what is missing in the parts that you have tried.',
  },
  'worksheets.fillRest': { es: 'Llenar lo que falta', en: 'Fill what is missing' },
  'worksheets.solution': { es: 'Solución modelo', en: 'Model solution' },
  'worksheets.solutionCaption': {
    es: 'La solución modelo de Altamar junto a la suya',
    en: 'Altamar’s model solution beside yours',
  },
  'worksheets.solutionLocked': {
    es: 'La solución modelo se abre cuando usted llena la mitad de esta parte: lleva {filled} de {needed} celdas.',
    en: 'The model solution opens when you have filled half of this part: {filled} of {needed} cells so far.',
  },
  'worksheets.cellName': { es: 'Celda', en: 'Cell' },
  'worksheets.yours': { es: 'Lo suyo', en: 'Yours' },
  'worksheets.model': { es: 'Modelo', en: 'Model' },
  'worksheets.same': { es: 'Coincide', en: 'Agrees' },
  'worksheets.different': { es: 'Distinto', en: 'Differs' },
  'worksheets.fromSample': {
    es: 'Dato de Altamar, país ficticio',
    en: 'Data of Altamar, a fictional country',
  },
  'worksheets.fromSheet': { es: 'Viene de {title}', en: 'Comes from {title}' },

  'worksheets.liveFormulas': {
    es: 'Las celdas en cursiva son fórmulas y siguen calculando.',
    en: 'Cells in italics are formulas and go on computing.',
  },
  'worksheets.takeAlong': { es: 'Llevarse esta hoja', en: 'Take this worksheet along' },
  'worksheets.toExcel': { es: 'Excel, con fórmulas', en: 'Excel, with formulas' },
  'worksheets.toCsv': { es: 'CSV', en: 'CSV' },
  'worksheets.toPaper': { es: 'Versión para imprimir', en: 'Print version' },
  'worksheets.print': { es: 'Imprimir', en: 'Print' },

  'worksheets.chart.figures': { es: 'Las cifras', en: 'The figures' },
  'worksheets.chart.nothingYet': {
    es: 'El gráfico aparece cuando hay cifras que mostrar y están guardadas.',
    en: 'The chart appears once there are figures to show and they are saved.',
  },
  'worksheets.chart.tableBelow': {
    es: 'La tabla que sigue tiene todas las cifras.',
    en: 'The table that follows has all the figures.',
  },
  'worksheets.chart.stacked': {
    es: { one: 'Una barra apilada: {first}.', other: '{count} barras apiladas, de {first} a {last}.' },
    en: { one: 'One stacked bar: {first}.', other: '{count} stacked bars, from {first} to {last}.' },
  },
  'worksheets.chart.fromTo': { es: 'de {from} a {to}', en: 'from {from} to {to}' },
  'worksheets.chart.series': { es: '{name}: {change}.', en: '{name}: {change}.' },
  'worksheets.chart.gap': {
    es: {
      one: 'Una barra con la necesidad y lo disponible. La brecha es {total}.',
      other: '{count} barras con la necesidad y lo disponible. La brecha total es {total}.',
    },
    en: {
      one: 'One bar with the need and what is available. The gap is {total}.',
      other: '{count} bars with the need and what is available. The total gap is {total}.',
    },
  },
  'worksheets.chart.widest': {
    es: 'La más ancha es la de {name}: {value}.',
    en: 'The widest is that of {name}: {value}.',
  },
  'worksheets.chart.missing': { es: 'faltan {value}', en: '{value} missing' },
  'worksheets.chart.covered': { es: 'cubierta', en: 'covered' },
  'worksheets.chart.need': { es: 'Necesidad', en: 'Need' },
  'worksheets.chart.available': { es: 'Disponible', en: 'Available' },
  'worksheets.chart.gapName': { es: 'Brecha', en: 'Gap' },
  'worksheets.chart.timeline': {
    es: { one: 'Una acción en el tiempo.', other: '{count} acciones en el tiempo.' },
    en: { one: 'One action over time.', other: '{count} actions over time.' },
  },
  'worksheets.chart.fromUntil': { es: 'de {start} a {end}', en: '{start} to {end}' },
  'worksheets.chart.start': { es: 'Comienza', en: 'Starts' },
  'worksheets.chart.end': { es: 'Termina', en: 'Ends' },
  'worksheets.chart.undated': {
    es: {
      one: 'Una fila no se dibuja: le falta una fecha o termina antes de comenzar.',
      other: '{count} filas no se dibujan: les falta una fecha o terminan antes de comenzar.',
    },
    en: {
      one: 'One row is not drawn: it lacks a date or ends before it starts.',
      other: '{count} rows are not drawn: they lack a date or end before they start.',
    },
  },
});
