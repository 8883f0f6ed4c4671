import { defineMessages } from '../define-messages.ts';

/** What the package checker finds, one sentence each. */
export const checkMessages = defineMessages({
  'scorm.finding.not-zip': {
    es: 'El archivo no es un ZIP, o está dañado ({reason}).',
    en: 'The file is not a ZIP archive, or it is damaged ({reason}).',
  },
  'scorm.finding.too-many': {
    es: 'El paquete tiene {count} archivos; se aceptan {most} como máximo.',
    en: 'The package holds {count} files; {most} are accepted at most.',
  },
  'scorm.finding.too-large': {
    es: 'El paquete ocupa más de {most} MB una vez abierto.',
    en: 'The package takes more than {most} MB once it is opened.',
  },
  'scorm.finding.bomb': {
    es: '{path} se expande más de {ratio} veces: parece hecho para llenar el disco.',
    en: '{path} grows more than {ratio} times when it is opened: it looks made to fill a disk.',
  },
  'scorm.finding.overlap': {
    es: 'Los archivos del paquete se solapan: parece hecho para llenar el disco.',
    en: 'The files of the package overlap: it looks made to fill a disk.',
  },
  'scorm.finding.unsafe-path': {
    es: 'La ruta {path} sale del paquete o no es una ruta relativa con barras normales.',
    en: 'The path {path} leaves the package, or is not a relative path with forward slashes.',
  },
  'scorm.finding.symlink': {
    es: '{path} es un enlace simbólico; solo caben archivos.',
    en: '{path} is a symbolic link; only files belong here.',
  },
  'scorm.finding.encrypted': { es: '{path} está cifrado.', en: '{path} is encrypted.' },
  'scorm.finding.method': {
    es: '{path} está comprimido de una manera que los LMS no abren (método {method}).',
    en: '{path} is compressed in a way that LMSs do not open (method {method}).',
  },
  'scorm.finding.duplicate': {
    es: '{path} está dos veces en el paquete.',
    en: '{path} is in the package twice.',
  },
  'scorm.finding.case-clash': {
    es: '{path} y {other} solo se distinguen por mayúsculas: en Windows son el mismo archivo.',
    en: '{path} and {other} differ by capitals only: on Windows they are one file.',
  },
  'scorm.finding.damaged': { es: '{path} está dañado ({reason}).', en: '{path} is damaged ({reason}).' },
  'scorm.finding.odd-name': {
    es: 'El nombre {path} tiene espacios, acentos o signos que algunos LMS no importan.',
    en: 'The name {path} has spaces, accents or signs that some LMSs do not import.',
  },
  'scorm.finding.long-name': {
    es: 'El nombre {path} tiene {length} caracteres; más de {most} fallan en algunos LMS.',
    en: 'The name {path} has {length} characters; more than {most} fail in some LMSs.',
  },
  'scorm.finding.junk': {
    es: '{path} no pertenece al curso: bórrelo.',
    en: '{path} does not belong to the course: delete it.',
  },
  'scorm.finding.no-manifest': {
    es: 'Falta imsmanifest.xml en la raíz del paquete.',
    en: 'There is no imsmanifest.xml at the root of the package.',
  },
  'scorm.finding.nested-manifest': {
    es: 'imsmanifest.xml está dentro de una carpeta ({path}): comprima el contenido de la carpeta, no la carpeta.',
    en: 'imsmanifest.xml is inside a folder ({path}): pack the content of the folder, not the folder.',
  },
  'scorm.finding.large-manifest': {
    es: 'imsmanifest.xml ocupa más de {most} MB.',
    en: 'imsmanifest.xml takes more than {most} MB.',
  },
  'scorm.finding.encoding': {
    es: 'imsmanifest.xml no está escrito en UTF-8.',
    en: 'imsmanifest.xml is not written in UTF-8.',
  },
  'scorm.finding.bom': {
    es: 'imsmanifest.xml empieza con una marca de orden de bytes, que algunos LMS no entienden.',
    en: 'imsmanifest.xml begins with a byte order mark, which some LMSs do not understand.',
  },
  'scorm.finding.doctype': {
    es: 'imsmanifest.xml declara un tipo de documento o entidades, y por eso no se lee.',
    en: 'imsmanifest.xml declares a document type or entities, and is not read for that reason.',
  },
  'scorm.finding.malformed': {
    es: 'imsmanifest.xml no es XML correcto: {reason}.',
    en: 'imsmanifest.xml is not well-formed XML: {reason}.',
  },
  'scorm.finding.edition': {
    es: 'La versión «{version}» del manifiesto no es una que los LMS reconozcan: 1.2, 2004 3rd Edition o 2004 4th Edition.',
    en: 'The manifest’s version “{version}” is none that LMSs know: 1.2, 2004 3rd Edition or 2004 4th Edition.',
  },
  'scorm.finding.schema': {
    es: 'Línea {line} de imsmanifest.xml: el esquema oficial no lo acepta ({reason}).',
    en: 'Line {line} of imsmanifest.xml: the official schema does not accept it ({reason}).',
  },
  'scorm.finding.unvalidated': {
    es: 'imsmanifest.xml no se pudo comparar con los esquemas oficiales ({reason}).',
    en: 'imsmanifest.xml could not be compared with the official schemas ({reason}).',
  },
  'scorm.finding.prefix': {
    es: 'El prefijo de {namespace} debe ser {prefix}: Moodle compara los nombres como texto.',
    en: 'The prefix of {namespace} must be {prefix}: Moodle compares the names as text.',
  },
  'scorm.finding.control': {
    es: 'Falta en la raíz el documento de control {name}, que la edición pide.',
    en: 'The control document {name}, which the edition wants, is missing at the root.',
  },
  'scorm.finding.organization': {
    es: 'La organización por defecto «{name}» no existe.',
    en: 'The default organization “{name}” does not exist.',
  },
  'scorm.finding.no-sco': { es: 'Ningún elemento lanza un SCO.', en: 'No item launches a SCO.' },
  'scorm.finding.unresolved': {
    es: '«{name}» se nombra en identifierref y no es ningún recurso.',
    en: '“{name}” is named in an identifierref and is no resource.',
  },
  'scorm.finding.no-launch': {
    es: 'El recurso {name} se lanza y no dice con qué página.',
    en: 'The resource {name} is launched and does not say with which page.',
  },
  'scorm.finding.scorm-type': {
    es: 'En esta edición el atributo se escribe {name}; de otro modo el SCO queda como recurso sin seguimiento.',
    en: 'In this edition the attribute is written {name}; otherwise the SCO becomes an asset without tracking.',
  },
  'scorm.finding.external': {
    es: 'El SCO se abre desde otro sitio ({href}): allí no encuentra la API del LMS.',
    en: 'The SCO opens from another site ({href}): it does not find the LMS’s API there.',
  },
  'scorm.finding.missing': {
    es: 'El manifiesto nombra {href}, que no está en el paquete.',
    en: 'The manifest names {href}, which is not in the package.',
  },
  'scorm.finding.other-case': {
    es: 'El manifiesto nombra {href} y el archivo se llama {path}: en Linux son distintos.',
    en: 'The manifest names {href} and the file is called {path}: on Linux they are different.',
  },
  'scorm.finding.bad-href': {
    es: 'La dirección {href} debe ser relativa, con barras normales y sin espacios.',
    en: 'The address {href} must be relative, with forward slashes and without spaces.',
  },
  'scorm.finding.unlisted': {
    es: '{path} está en el paquete y no en el manifiesto.',
    en: '{path} is in the package and not in the manifest.',
  },
  'scorm.finding.listed-twice': {
    es: '{href} figura {count} veces en el manifiesto.',
    en: '{href} is listed {count} times in the manifest.',
  },
  'scorm.finding.launch-unlisted': {
    es: 'La página de lanzamiento {href} no figura entre los archivos de su recurso.',
    en: 'The launch page {href} is not among the files of its resource.',
  },
  'scorm.finding.mastery': {
    es: 'La nota mínima «{value}» debe ser un número de 0 a 100.',
    en: 'The mastery score “{value}” must be a number from 0 to 100.',
  },
  'scorm.finding.measure': {
    es: 'minNormalizedMeasure «{value}» debe ser un número de 0 a 1.',
    en: 'minNormalizedMeasure “{value}” must be a number from 0 to 1.',
  },
  'scorm.finding.long-title': {
    es: 'Un título tiene {length} caracteres; con más de {most} Moodle no importa el paquete.',
    en: 'A title has {length} characters; with more than {most} Moodle does not import the package.',
  },
  'scorm.finding.map-info': {
    es: 'imsss:mapInfo detiene la importación en Moodle.',
    en: 'imsss:mapInfo stops the import in Moodle.',
  },
  'scorm.finding.trap': {
    es: 'hideLMSUI oculta «{name}»: en algunos LMS no queda manera de salir.',
    en: 'hideLMSUI hides “{name}”: in some LMSs there is no way out left.',
  },
  'scorm.finding.sub-manifest': {
    es: 'El manifiesto contiene otros manifiestos, que la mayoría de los LMS no lee.',
    en: 'The manifest holds other manifests, which most LMSs do not read.',
  },
  'scorm.finding.more': { es: 'Y {count} hallazgos más.', en: 'And {count} more findings.' },
});
