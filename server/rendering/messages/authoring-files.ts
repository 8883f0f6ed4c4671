import { defineMessages } from '../define-messages.ts';

/** Files that come into a draft and leave it. */
export const authoringFiles = defineMessages({
  'authoring.addLesson': { es: 'Agregar una lección', en: 'Add a lesson' },
  'authoring.addLessonHint': {
    es: 'Se crea en los dos idiomas con un texto de muestra, que usted reemplaza por el suyo.',
    en: 'It is made in both languages with a sample text, which you replace with your own.',
  },
  'authoring.number': { es: 'Número', en: 'Number' },
  'authoring.numberHint': {
    es: 'Ordena las lecciones, de 1 a 99.',
    en: 'It orders the lessons, from 1 to 99.',
  },
  'authoring.lessonName': { es: 'Nombre del archivo', en: 'Name of the file' },
  'authoring.lessonNameHint': {
    es: 'En minúsculas y con guiones, por ejemplo, the-results-chain. No lo cambie después de publicar: el avance de las personas depende de él.',
    en: 'In lower case with hyphens, for example, the-results-chain. Do not change it once published: people’s progress hangs on it.',
  },
  'authoring.badNumber': { es: 'Escriba un número de 1 a 99.', en: 'Write a number from 1 to 99.' },
  'authoring.numberTaken': {
    es: 'Ya hay una lección con ese número.',
    en: 'There is a lesson with that number already.',
  },
  'authoring.lessonTaken': {
    es: 'Ya hay una lección con ese nombre.',
    en: 'There is a lesson with that name already.',
  },
  'authoring.addGuide': { es: 'Agregar la guía de facilitación', en: 'Add the facilitator’s guide' },
  'authoring.addWorksheet': { es: 'Agregar una hoja de trabajo', en: 'Add a worksheet' },
  'authoring.addWorksheetHint': {
    es: 'Empieza con un formulario de un campo. Para mostrarla, escriba en una lección un párrafo con su nombre: {example}',
    en: 'It begins with a form of one field. To show it, write a paragraph with its name in a lesson: {example}',
  },
  'authoring.worksheetName': { es: 'Nombre de la hoja', en: 'Name of the worksheet' },
  'authoring.worksheetTaken': {
    es: 'Ya hay una hoja de trabajo con ese nombre.',
    en: 'There is a worksheet with that name already.',
  },
  'authoring.add': { es: 'Agregar', en: 'Add' },
  'authoring.removeText': { es: 'Quitar un texto', en: 'Remove a text' },
  'authoring.removeMeans': {
    es: 'Se quita en los dos idiomas. Lo publicado queda como está hasta que usted publique este borrador.',
    en: 'It is removed in both languages. What is published stays as it is until you publish this draft.',
  },
  'authoring.remove': { es: 'Quitar', en: 'Remove' },
  'authoring.removeWhat': { es: 'Quitar {name}', en: 'Remove {name}' },

  'authoring.upload': { es: 'Subir un archivo', en: 'Upload a file' },
  'authoring.uploadHint': {
    es: 'Imagen (SVG, PNG, JPEG, WebP o GIF), PDF o XLSX, de {most} MB como máximo. Las fotos se reducen a 1600 píxeles de ancho y se les quitan los datos ocultos, como el lugar donde se tomaron.',
    en: 'An image (SVG, PNG, JPEG, WebP or GIF), a PDF or an XLSX, of {most} MB at most. Photos are reduced to 1,600 pixels in width, and hidden data such as the place where they were taken are removed.',
  },
  'authoring.file': { es: 'Archivo', en: 'File' },
  'authoring.alt': { es: 'Qué dice la imagen', en: 'What the image says' },
  'authoring.altHint': {
    es: 'Lo recibe en su lugar quien no puede verla: lo que dice, con sus cifras. Para un PDF o un XLSX, las palabras del enlace.',
    en: 'Whoever cannot see it gets this instead: what it says, with its figures. For a PDF or an XLSX, the words of the link.',
  },
  'authoring.altMissing': { es: 'Escriba qué dice el archivo.', en: 'Write what the file says.' },
  'authoring.altTooLong': { es: 'Use 500 caracteres como máximo.', en: 'Use 500 characters at most.' },
  'authoring.fileMissing': { es: 'Elija un archivo.', en: 'Choose a file.' },
  'authoring.fileRefused': { es: 'El archivo no se guardó.', en: 'The file was not kept.' },
  'authoring.line': {
    es: 'Para mostrarlo, copie esta línea en una lección',
    en: 'To show it, copy this line into a lesson',
  },
  'authoring.unused': { es: 'Sin usar', en: 'Not used' },
  'authoring.used': {
    es: 'Un texto todavía lo usa: quítelo de ahí primero.',
    en: 'A text still uses it: take it out there first.',
  },
  'authoring.addedFile': { es: 'Se agregó {name}.', en: '{name} was added.' },
  'authoring.downloadZip': { es: 'Descargar todo como ZIP', en: 'Download everything as ZIP' },
  'authoring.zip': { es: 'ZIP', en: 'ZIP' },
  'authoring.zipWhat': {
    es: 'Descargar la revisión {number} como ZIP',
    en: 'Download revision {number} as ZIP',
  },
  'authoring.downloadZipHint': {
    es: 'Con la estructura de carpetas de modules-content/, para guardarlo en git o trabajar fuera de línea.',
    en: 'In the folders of modules-content/, to keep it in git or to work offline.',
  },

  'authoring.import': { es: 'Traer un módulo', en: 'Bring in a module' },
  'authoring.importLead': {
    es: 'Un módulo escrito fuera, o descargado de aquí, entra como borrador. Quienes aprenden no lo ven hasta que se publica.',
    en: 'A module written elsewhere, or downloaded from here, comes in as a draft. Learners do not see it until it is published.',
  },
  'authoring.importHint': {
    es: 'Un ZIP de {most} MB como máximo con una carpeta ITINERARIO/NOMBRE/, como en modules-content/.',
    en: 'A ZIP of {most} MB at most with one folder TRACK/NAME/, as in modules-content/.',
  },
  'authoring.importNow': { es: 'Traer', en: 'Bring in' },
  'authoring.importOpen': {
    es: '«{title}» ya tiene un borrador. Último cambio: {when}, {name}.',
    en: '“{title}” has a draft already. Last change: {when}, {name}.',
  },
  'authoring.replace': {
    es: 'Reemplazar todos los archivos de ese borrador por los del ZIP',
    en: 'Replace all files of that draft by those of the ZIP',
  },
  'authoring.confirmReplace': {
    es: 'No se cambió nada. Para reemplazar el borrador, marque la casilla y elija el archivo otra vez.',
    en: 'Nothing was changed. To replace the draft, tick the box and choose the file again.',
  },

  'authoring.refused.empty': { es: 'El archivo está vacío.', en: 'The file is empty.' },
  'authoring.refused.type': {
    es: 'El contenido no es una imagen, un PDF ni un XLSX, aunque el nombre lo diga.',
    en: 'The content is no image, PDF or XLSX, even if the name says so.',
  },
  'authoring.refused.size': {
    es: 'El archivo pesa más de {most} MB.',
    en: 'The file has more than {most} MB.',
  },
  'authoring.refused.text-size': {
    es: 'El archivo pesa más de 256 kB. Divídalo en dos.',
    en: 'The file has more than 256 kB. Split it in two.',
  },
  'authoring.refused.text-encoding': {
    es: 'No es texto en UTF-8. Guárdelo o expórtelo de nuevo con esa codificación.',
    en: 'It is not text in UTF-8. Save or export it again in that encoding.',
  },
  'authoring.refused.asset-size': {
    es: 'El archivo pesa más de {most} MB, el máximo para lo que una lección lleva.',
    en: 'The file has more than {most} MB, the most that a lesson may carry.',
  },
  'authoring.refused.pixels': {
    es: 'La imagen mide {width} × {height} píxeles; el máximo es de 40 millones de píxeles.',
    en: 'The image measures {width} × {height} pixels; the most is 40 million pixels.',
  },
  'authoring.refused.damaged-image': {
    es: 'La imagen está dañada o es demasiado grande: no se pudo leer hasta el final.',
    en: 'The image is damaged or too large: it could not be read to its end.',
  },
  'authoring.refused.script': {
    es: 'El dibujo contiene código que se ejecuta. Expórtelo como SVG simple, sin scripts.',
    en: 'The drawing holds code that runs. Export it as plain SVG, without scripts.',
  },
  'authoring.refused.two-files': {
    es: 'El PDF está incompleto o lleva otro archivo escondido.',
    en: 'The PDF is incomplete or hides another file.',
  },
  'authoring.refused.macros': {
    es: 'El libro de Excel tiene macros. Guárdelo como XLSX sin macros.',
    en: 'The workbook has macros. Save it as XLSX without macros.',
  },
  'authoring.refused.many-assets': {
    es: 'El módulo ya tiene {most} archivos: quite los que no usa.',
    en: 'The module has {most} files already: remove those that you do not use.',
  },
  'authoring.refused.zip-not-zip': {
    es: 'El archivo no es un ZIP, o está dañado.',
    en: 'The file is not a ZIP, or it is damaged.',
  },
  'authoring.refused.zip-place': {
    es: 'No está dentro de una carpeta ITINERARIO/NOMBRE/ en minúsculas y con guiones.',
    en: 'It does not stand in a folder TRACK/NAME/ in lower case with hyphens.',
  },
  'authoring.refused.zip-name': {
    es: 'Este nombre no pertenece a un módulo. Las lecciones se llaman es/01-nombre.md; las imágenes van en assets/.',
    en: 'This name does not belong to a module. Lessons are called es/01-name.md; images go into assets/.',
  },
  'authoring.refused.zip-nothing': { es: 'No hay ningún archivo dentro.', en: 'There is no file in it.' },
  'authoring.refused.zip-two-modules': {
    es: 'Trae más de un módulo: {one} y {other}. Tráigalos de uno en uno.',
    en: 'It brings more than one module: {one} and {other}. Bring them in one by one.',
  },
  'authoring.refused.zip-no-manifest': {
    es: 'Al módulo le falta module.yaml.',
    en: 'The module lacks module.yaml.',
  },
  'authoring.refused.zip-text': {
    es: 'Los textos juntos pesan más de {most} MB.',
    en: 'Its texts together have more than {most} MB.',
  },
  'authoring.refused.zip-other-place': {
    es: 'El módulo {id} está en la carpeta {place}: use esa misma en el ZIP.',
    en: 'The module {id} stands in the folder {place}: use the same one in the ZIP.',
  },
  'authoring.refused.zip-no-track': {
    es: 'No hay ningún itinerario {track}.',
    en: 'There is no track {track}.',
  },
  'authoring.refused.zip-overlap': {
    es: 'Los archivos de dentro se solapan: parece hecho para llenar la memoria.',
    en: 'The files inside overlap: it looks made to fill the memory.',
  },
  'authoring.refused.zip-too-many': {
    es: 'Dentro hay {count} archivos; se aceptan {most} como máximo.',
    en: 'It holds {count} files; {most} are accepted at most.',
  },
  'authoring.refused.zip-too-large': {
    es: 'Ocupa más de {most} MB una vez abierto.',
    en: 'It takes more than {most} MB once it is opened.',
  },
  'authoring.refused.zip-duplicate': {
    es: '{path} está dos veces, o solo se distingue de otro por mayúsculas.',
    en: '{path} is there twice, or differs from another by capitals only.',
  },
  'authoring.refused.zip-damaged': { es: '{path} está dañado.', en: '{path} is damaged.' },
  'authoring.refused.zip-unsafe-path': {
    es: 'La ruta {path} sale de la carpeta o no es una ruta relativa con barras normales.',
    en: 'The path {path} leaves the folder, or is not a relative path with forward slashes.',
  },
  'authoring.refused.zip-symlink': {
    es: '{path} es un enlace; solo caben archivos.',
    en: '{path} is a link; only files belong here.',
  },
  'authoring.refused.zip-encrypted': { es: '{path} está cifrado.', en: '{path} is encrypted.' },
  'authoring.refused.zip-method': {
    es: '{path} está comprimido de una manera que no se puede abrir (método {method}).',
    en: '{path} is compressed in a way that cannot be opened (method {method}).',
  },
  'authoring.refused.zip-bomb': {
    es: '{path} se expande más de {ratio} veces: parece hecho para llenar la memoria.',
    en: '{path} grows more than {ratio} times when it is opened: it looks made to fill the memory.',
  },
});
