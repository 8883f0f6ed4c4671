import { defineMessages } from '../define-messages.ts';

/** A Word document that becomes a lesson. */
export const authoringDocx = defineMessages({
  'authoring.docx': { es: 'Traer un documento de Word', en: 'Bring in a Word document' },
  'authoring.docx.lead': {
    es: 'Entra como lección con sus imágenes, y usted la corrige aquí. Los colores, la letra y la disposición no se traen: los pone la página.',
    en: 'It comes in as a lesson with its images, and you correct it here. Colours, fonts and layout do not come along: the page has its own.',
  },
  'authoring.docx.place': { es: 'Qué lección es', en: 'Which lesson it is' },
  'authoring.docx.newPlace': { es: 'Una lección nueva, en {language}', en: 'A new lesson, in {language}' },
  'authoring.docx.twinPlace': {
    es: 'La versión en {language} de «{title}»',
    en: 'The version in {language} of “{title}”',
  },
  'authoring.docx.onlyNew': { es: 'Solo para una lección nueva.', en: 'Only for a new lesson.' },
  'authoring.docx.file': { es: 'Documento de Word', en: 'Word document' },
  'authoring.docx.fileHint': {
    es: 'Un .docx de {most} MB como máximo, sin macros ni contraseña. Su título pasa a ser el de la lección, y sus estilos «Título 1, 2, 3», las secciones.',
    en: 'A .docx of {most} MB at most, without macros or a password. Its title becomes the lesson’s, and its styles “Heading 1, 2, 3” become the sections.',
  },
  'authoring.docx.takeIn': { es: 'Traer el documento', en: 'Bring in the document' },
  'authoring.docx.taken': { es: 'Se agregó la lección «{title}».', en: 'The lesson “{title}” was added.' },
  'authoring.docx.see': { es: 'Corregir la lección', en: 'Correct the lesson' },
  'authoring.docx.notTaken': {
    es: 'Lo que no se pudo traer tal como estaba',
    en: 'What could not be brought along as it was',
  },
  'authoring.docx.notTakenHint': {
    es: 'Esta lista está también al principio de la lección, como una nota que nadie más ve. Bórrela cuando termine.',
    en: 'This list stands at the top of the lesson too, as a note that nobody else sees. Delete it when you are done.',
  },
  'authoring.docx.quoted': { es: '«{words}»', en: '“{words}”' },
  'authoring.docx.note': {
    es: 'Lo que no se pudo traer de {name} tal como estaba. Borre esta nota cuando termine.',
    en: 'What could not be brought along from {name} as it was. Delete this note when you are done.',
  },
  'authoring.docx.placeMissing': { es: 'Elija qué lección es.', en: 'Choose which lesson it is.' },
  'authoring.docx.placeTaken': {
    es: 'Esa lección ya está en ese idioma.',
    en: 'That lesson is there in that language already.',
  },
  'authoring.docx.isTwin': {
    es: 'Esa lección ya está en el otro idioma: elíjala en esta lista.',
    en: 'That lesson is there in the other language already: choose it in this list.',
  },
  'authoring.docx.noTwin': {
    es: 'Esa lección ya no está en el otro idioma. Elija otra.',
    en: 'That lesson is no longer there in the other language. Choose another one.',
  },

  'authoring.docx.gap.equation': { es: 'falta una ecuación', en: 'an equation is missing' },
  'authoring.docx.gap.chart': { es: 'falta un gráfico', en: 'a chart is missing' },
  'authoring.docx.gap.diagram': { es: 'falta un diagrama', en: 'a diagram is missing' },
  'authoring.docx.gap.embedded': {
    es: 'falta un documento insertado',
    en: 'an inserted document is missing',
  },
  'authoring.docx.gap.picture': { es: 'falta una imagen', en: 'an image is missing' },

  'authoring.docx.loss.title': {
    es: 'El documento no tiene un párrafo con el estilo «Título» ni un solo «Título 1»: la lección se llama como el archivo.',
    en: 'The document has no paragraph in the style “Title” and no single “Heading 1”: the lesson has the file’s name.',
  },
  'authoring.docx.loss.contents': {
    es: 'La tabla de contenido: la página arma la suya con los títulos.',
    en: 'The table of contents: the page makes its own from the headings.',
  },
  'authoring.docx.loss.changes': {
    es: {
      one: 'Un cambio sin aceptar: quedó el texto como si se aceptara.',
      other: '{count} cambios sin aceptar: quedó el texto como si se aceptaran todos.',
    },
    en: {
      one: 'One tracked change: the text stands as if it were accepted.',
      other: '{count} tracked changes: the text stands as if all were accepted.',
    },
  },
  'authoring.docx.loss.comment': {
    es: { one: 'Un comentario al margen.', other: '{count} comentarios al margen.' },
    en: { one: 'One comment in the margin.', other: '{count} comments in the margin.' },
  },
  'authoring.docx.loss.equation': {
    es: {
      one: 'Una ecuación: escríbala entre signos $. En el texto, su lugar está marcado. Cerca de:',
      other: '{count} ecuaciones: escríbalas entre signos $. En el texto, su lugar está marcado. Cerca de:',
    },
    en: {
      one: 'One equation: write it between $ signs. Its place is marked in the text. Near:',
      other: '{count} equations: write them between $ signs. Their places are marked in the text. Near:',
    },
  },
  'authoring.docx.loss.chart': {
    es: {
      one: 'Un gráfico de Word: guárdelo como imagen y súbalo. Su lugar está marcado. Cerca de:',
      other: '{count} gráficos de Word: guárdelos como imagen y súbalos. Su lugar está marcado. Cerca de:',
    },
    en: {
      one: 'One chart of Word: save it as an image and upload it. Its place is marked. Near:',
      other: '{count} charts of Word: save them as images and upload them. Their places are marked. Near:',
    },
  },
  'authoring.docx.loss.diagram': {
    es: {
      one: 'Un diagrama SmartArt: guárdelo como imagen y súbalo. Su lugar está marcado. Cerca de:',
      other: '{count} diagramas SmartArt: guárdelos como imagen y súbalos. Su lugar está marcado. Cerca de:',
    },
    en: {
      one: 'One SmartArt diagram: save it as an image and upload it. Its place is marked. Near:',
      other: '{count} SmartArt diagrams: save them as images and upload them. Their places are marked. Near:',
    },
  },
  'authoring.docx.loss.shape': {
    es: { one: 'Una forma dibujada. Cerca de:', other: '{count} formas dibujadas. Cerca de:' },
    en: { one: 'One drawn shape. Near:', other: '{count} drawn shapes. Near:' },
  },
  'authoring.docx.loss.object': {
    es: {
      one: 'Un objeto de otro programa: solo se trae su imagen.',
      other: '{count} objetos de otros programas: solo se traen sus imágenes.',
    },
    en: {
      one: 'One object of another program: only its image comes along.',
      other: '{count} objects of other programs: only their images come along.',
    },
  },
  'authoring.docx.loss.embedded': {
    es: {
      one: 'Un documento insertado: tráigalo aparte. Su lugar está marcado. Cerca de:',
      other: '{count} documentos insertados: tráigalos aparte. Su lugar está marcado. Cerca de:',
    },
    en: {
      one: 'One inserted document: bring it in by itself. Its place is marked. Near:',
      other: '{count} inserted documents: bring them in by themselves. Their places are marked. Near:',
    },
  },
  'authoring.docx.loss.text-box': {
    es: {
      one: 'Un cuadro de texto: sus palabras quedaron debajo del párrafo al que estaba unido.',
      other: '{count} cuadros de texto: sus palabras quedaron debajo del párrafo al que estaban unidos.',
    },
    en: {
      one: 'One text box: its words stand below the paragraph that it belonged to.',
      other: '{count} text boxes: their words stand below the paragraphs that they belonged to.',
    },
  },
  'authoring.docx.loss.hidden': {
    es: {
      one: 'Un texto oculto, que ahora se ve.',
      other: '{count} textos ocultos, que ahora se ven.',
    },
    en: { one: 'One hidden text, which shows now.', other: '{count} hidden texts, which show now.' },
  },
  'authoring.docx.loss.merged-cells': {
    es: {
      one: 'Una tabla con celdas combinadas: lo escrito quedó en la primera celda y las demás, vacías.',
      other:
        '{count} tablas con celdas combinadas: lo escrito quedó en la primera celda y las demás, vacías.',
    },
    en: {
      one: 'One table with merged cells: their words stand in the first cell, the others are empty.',
      other: '{count} tables with merged cells: their words stand in the first cell, the others are empty.',
    },
  },
  'authoring.docx.loss.nested-table': {
    es: {
      one: 'Una tabla dentro de otra: quedó como texto en su celda.',
      other: '{count} tablas dentro de otras: quedaron como texto en sus celdas.',
    },
    en: {
      one: 'One table inside another: it became text in its cell.',
      other: '{count} tables inside others: they became text in their cells.',
    },
  },
  'authoring.docx.loss.numbering': {
    es: {
      one: 'Una lista con letras, con números compuestos o que seguía la cuenta de antes: ahora cuenta 1, 2, 3.',
      other:
        '{count} listas con letras, con números compuestos o que seguían la cuenta de antes: ahora cuentan 1, 2, 3.',
    },
    en: {
      one: 'One list with letters, compound numbers or a count that went on: it counts 1, 2, 3 now.',
      other: '{count} lists with letters, compound numbers or a count that went on: they count 1, 2, 3 now.',
    },
  },
  'authoring.docx.loss.list-depth': {
    es: {
      one: 'Un punto de lista a más de cinco niveles: quedó en el quinto.',
      other: '{count} puntos de lista a más de cinco niveles: quedaron en el quinto.',
    },
    en: {
      one: 'One list item more than five levels deep: it stands on the fifth.',
      other: '{count} list items more than five levels deep: they stand on the fifth.',
    },
  },
  'authoring.docx.loss.sign': {
    es: {
      one: 'Un signo de una fuente de símbolos que no se reconoce.',
      other: '{count} signos de fuentes de símbolos que no se reconocen.',
    },
    en: {
      one: 'One sign of a symbol font that cannot be told.',
      other: '{count} signs of symbol fonts that cannot be told.',
    },
  },
  'authoring.docx.loss.header': {
    es: {
      one: 'Un encabezado o pie de página.',
      other: '{count} encabezados o pies de página.',
    },
    en: { one: 'One header or footer.', other: '{count} headers or footers.' },
  },
  'authoring.docx.loss.link': {
    es: {
      one: 'Un enlace que no lleva a una dirección https:// ni a un correo: quedaron sus palabras.',
      other: '{count} enlaces que no llevan a una dirección https:// ni a un correo: quedaron sus palabras.',
    },
    en: {
      one: 'One link that leads to no https:// address and no e-mail: its words stay.',
      other: '{count} links that lead to no https:// address and no e-mail: their words stay.',
    },
  },
  'authoring.docx.loss.picture': {
    es: {
      one: 'Una imagen dañada, demasiado grande o de un formato que la web no muestra, como EMF o WMF: guárdela como PNG y súbala. Su lugar está marcado.',
      other:
        '{count} imágenes dañadas, demasiado grandes o de un formato que la web no muestra, como EMF o WMF: guárdelas como PNG y súbalas. Su lugar está marcado.',
    },
    en: {
      one: 'One image that is damaged, too large or in a format that the web does not show, such as EMF or WMF: save it as PNG and upload it. Its place is marked.',
      other:
        '{count} images that are damaged, too large or in a format that the web does not show, such as EMF or WMF: save them as PNG and upload them. Their places are marked.',
    },
  },
  'authoring.docx.loss.picture-missing': {
    es: {
      one: 'Una imagen enlazada, que no está dentro del documento: insértela y vuelva a traerlo, o súbala.',
      other:
        '{count} imágenes enlazadas, que no están dentro del documento: insértelas y vuelva a traerlo, o súbalas.',
    },
    en: {
      one: 'One linked image, which is not in the document: insert it and bring it in again, or upload it.',
      other:
        '{count} linked images, which are not in the document: insert them and bring it in again, or upload them.',
    },
  },

  'authoring.refused.docx-old': {
    es: 'Es un documento del Word antiguo (.doc) o tiene contraseña. Ábralo en Word y guárdelo como .docx, sin contraseña.',
    en: 'It is a document of the old Word (.doc), or has a password. Open it in Word and save it as .docx, without a password.',
  },
  'authoring.refused.docx-type': {
    es: 'El contenido no es un documento de Word (.docx), aunque el nombre lo diga. Ábralo en Word y guárdelo como .docx.',
    en: 'The content is no Word document (.docx), even if the name says so. Open it in Word and save it as .docx.',
  },
  'authoring.refused.docx-macros': {
    es: 'El documento tiene macros o controles que se ejecutan. Guárdelo como .docx, sin macros.',
    en: 'The document has macros or controls that run. Save it as .docx, without macros.',
  },
  'authoring.refused.docx-two-files': {
    es: 'El archivo lleva algo más escondido detrás del documento.',
    en: 'The file hides something more behind the document.',
  },
  'authoring.refused.docx-entities': {
    es: 'Declara entidades o un tipo de documento, lo que Word no hace: parece hecho para llenar la memoria o leer otros archivos.',
    en: 'It declares entities or a document type, which Word does not: it looks made to fill the memory or to read other files.',
  },
  'authoring.refused.docx-encoding': {
    es: 'El texto de dentro no está en UTF-8. Ábralo en Word y guárdelo otra vez.',
    en: 'The text inside is not UTF-8. Open it in Word and save it again.',
  },
  'authoring.refused.docx-long': {
    es: 'El texto ocupa más de {most} MB una vez abierto. Divida el documento.',
    en: 'The text takes more than {most} MB once it is opened. Divide the document.',
  },
  'authoring.refused.docx-lesson-long': {
    es: 'El texto da más de {most} kB, el máximo de una lección. Divida el documento.',
    en: 'The text makes more than {most} kB, the most that a lesson may have. Divide the document.',
  },
  'authoring.refused.docx-pictures': {
    es: 'Las imágenes suman más de {megapixels} millones de píxeles o de {most} MB. Divida el documento o reduzca sus imágenes.',
    en: 'The images have more than {megapixels} million pixels or {most} MB together. Divide the document or reduce its images.',
  },
  'authoring.refused.docx-empty': {
    es: 'El documento no tiene texto ni imágenes.',
    en: 'The document has no text and no images.',
  },
  'authoring.refused.docx-damaged': {
    es: 'El documento está dañado: no se pudo leer hasta el final. Ábralo en Word y guárdelo otra vez.',
    en: 'The document is damaged: it could not be read to its end. Open it in Word and save it again.',
  },
  'authoring.refused.docx-too-much': {
    es: 'El documento es demasiado complejo: leerlo tomaría más tiempo o memoria de lo permitido. Divídalo.',
    en: 'The document is too complex: reading it would take more time or memory than is allowed. Divide it.',
  },
});
