import { defineMessages } from '../define-messages.ts';

/** The workshop where trainers write modules. */
export const authoring = defineMessages({
  'authoring.title': { es: 'Taller de módulos', en: 'Module workshop' },
  'authoring.lead': {
    es: 'Aquí se escriben y corrigen los módulos. Lo que se guarda es un borrador: quienes aprenden no lo ven hasta que se publica.',
    en: 'Modules are written and corrected here. What you save is a draft: learners do not see it until it is published.',
  },
  'authoring.open': { es: 'Abrir el taller de módulos', en: 'Open the module workshop' },
  'authoring.newModule': { es: 'Módulo nuevo', en: 'New module' },
  'authoring.newLead': {
    es: 'Empieza con una lección y un cuestionario de muestra en los dos idiomas, que usted reemplaza por los suyos.',
    en: 'It begins with a sample lesson and quiz in both languages, which you replace with your own.',
  },
  'authoring.trackModules': {
    es: { one: '{count} módulo publicado', other: '{count} módulos publicados' },
    en: { one: '{count} published module', other: '{count} published modules' },
  },
  'authoring.state': { es: 'Estado', en: 'State' },
  'authoring.changed': { es: 'Último cambio', en: 'Last change' },
  'authoring.actions': { es: 'Acciones', en: 'Actions' },
  'authoring.published': { es: 'Publicado, revisión {number}', en: 'Published, revision {number}' },
  'authoring.draft': { es: 'Borrador', en: 'Draft' },
  'authoring.inReview': { es: 'En revisión', en: 'In review' },
  'authoring.hasOpen': { es: 'Abierto ahora por {names}', en: 'Open now by {names}' },
  'authoring.continue': { es: 'Continuar', en: 'Continue' },
  'authoring.continueWhat': {
    es: 'Continuar el borrador de «{title}»',
    en: 'Continue the draft of “{title}”',
  },
  'authoring.edit': { es: 'Editar', en: 'Edit' },
  'authoring.editWhat': { es: 'Editar «{title}»', en: 'Edit “{title}”' },

  'authoring.track': { es: 'Itinerario', en: 'Track' },
  'authoring.titleEs': { es: 'Título en español', en: 'Title in Spanish' },
  'authoring.titleEn': { es: 'Título en inglés', en: 'Title in English' },
  'authoring.titleMissing': { es: 'Escriba el título.', en: 'Write the title.' },
  'authoring.titleTooLong': {
    es: 'El título admite hasta 120 caracteres.',
    en: 'The title takes up to 120 characters.',
  },
  'authoring.id': { es: 'Identificador', en: 'Identifier' },
  'authoring.idHint': {
    es: 'Por ejemplo, overview-7. No cambia nunca: el avance de las personas depende de él.',
    en: 'For example, overview-7. It never changes: people’s progress hangs on it.',
  },
  'authoring.folder': { es: 'Nombre de la carpeta', en: 'Name of the folder' },
  'authoring.folderHint': {
    es: 'En minúsculas y con guiones, por ejemplo, fiscal-risks.',
    en: 'In lower case with hyphens, for example, fiscal-risks.',
  },
  'authoring.badId': {
    es: 'Use letras minúsculas sin tilde, números y guiones; empiece por una letra.',
    en: 'Use lower-case letters without accents, numbers and hyphens; begin with a letter.',
  },
  'authoring.idTaken': {
    es: 'Ya hay un módulo con ese identificador.',
    en: 'There is a module with that identifier already.',
  },
  'authoring.create': { es: 'Crear el borrador', en: 'Create the draft' },

  'authoring.noDraft': {
    es: 'No hay ningún borrador de ese módulo: se publicó o se descartó.',
    en: 'There is no draft of that module: it was published or discarded.',
  },
  'authoring.noFile': { es: 'El borrador no tiene ese archivo.', en: 'The draft has no such file.' },
  'authoring.reloadFirst': {
    es: 'El borrador cambió entretanto. Vuelva a abrir la página.',
    en: 'The draft changed meanwhile. Open the page again.',
  },
  'authoring.notPublishedYet': { es: 'Módulo nuevo, sin publicar', en: 'New module, not published' },
  'authoring.onRevision': { es: 'Sobre la revisión {number}', en: 'On revision {number}' },
  'authoring.changedBy': { es: 'Último cambio: {when}, {name}', en: 'Last change: {when}, {name}' },
  'authoring.movedOnNow': {
    es: 'Entretanto se publicó la revisión {number}. Este borrador parte de otra: compárelos antes de seguir.',
    en: 'Revision {number} was published meanwhile. This draft began from another one: compare them before you go on.',
  },
  'authoring.texts': { es: 'Textos', en: 'Texts' },
  'authoring.part': { es: 'Parte', en: 'Part' },
  'authoring.bothLanguages': { es: 'Los dos idiomas', en: 'Both languages' },
  'authoring.oneLanguage': { es: 'Falta en un idioma', en: 'Missing in one language' },
  'authoring.kind.manifest': { es: 'Datos del módulo', en: 'About the module' },
  'authoring.kind.lesson': { es: 'Lección', en: 'Lesson' },
  'authoring.kind.quiz': { es: 'Cuestionario', en: 'Quiz' },
  'authoring.kind.facilitator': { es: 'Guía de facilitación', en: 'Facilitator’s guide' },
  'authoring.kind.worksheet': { es: 'Hoja de trabajo', en: 'Worksheet' },
  'authoring.kind.confirmed': { es: 'Traducciones confirmadas', en: 'Confirmed translations' },
  'authoring.kind.other': { es: 'Otro archivo', en: 'Other file' },
  'authoring.in.es': { es: 'español', en: 'Spanish' },
  'authoring.in.en': { es: 'inglés', en: 'English' },
  'authoring.minutes': {
    es: { one: '{count} minuto', other: '{count} minutos' },
    en: { one: '{count} minute', other: '{count} minutes' },
  },
  'authoring.errorCount': {
    es: { one: '{count} error', other: '{count} errores' },
    en: { one: '{count} error', other: '{count} errors' },
  },
  'authoring.adviceCount': {
    es: { one: '{count} consejo', other: '{count} consejos' },
    en: { one: '{count} piece of advice', other: '{count} pieces of advice' },
  },
  'authoring.staleCount': {
    es: { one: '{count} bloque desactualizado', other: '{count} bloques desactualizados' },
    en: { one: '{count} block out of date', other: '{count} blocks out of date' },
  },
  'authoring.images': { es: 'Imágenes y archivos', en: 'Images and files' },
  'authoring.noImages': { es: 'El módulo no tiene imágenes.', en: 'The module has no images.' },
  'authoring.errorAt': { es: 'Error, línea {line}.', en: 'Error, line {line}.' },
  'authoring.adviceAt': { es: 'Consejo, línea {line}.', en: 'Advice, line {line}.' },
  'authoring.errorsTitle': {
    es: { one: 'No se puede publicar: {count} error', other: 'No se puede publicar: {count} errores' },
    en: { one: 'It cannot be published: {count} error', other: 'It cannot be published: {count} errors' },
  },
  'authoring.adviceTitle': {
    es: { one: '{count} consejo', other: '{count} consejos' },
    en: { one: '{count} piece of advice', other: '{count} pieces of advice' },
  },
  'authoring.noFindings': {
    es: 'La revisión no encontró nada que corregir.',
    en: 'The check found nothing to correct.',
  },

  'authoring.publish': { es: 'Publicar', en: 'Publish' },
  'authoring.note': { es: 'Qué cambia', en: 'What changes' },
  'authoring.noteHint': {
    es: 'Una frase para el historial. Al publicar se crea una revisión nueva; lo que cada persona ya hizo se conserva.',
    en: 'One sentence for the history. Publishing makes a new revision; what each person has done is kept.',
  },
  'authoring.noteMissing': { es: 'Escriba qué cambia.', en: 'Write what changes.' },
  'authoring.noteTooLong': { es: 'Use 300 caracteres como máximo.', en: 'Use 300 characters at most.' },
  'authoring.notReady': {
    es: 'Corrija los errores para publicar.',
    en: 'Correct the errors to publish.',
  },
  'authoring.hasErrors': {
    es: 'Hay errores que corregir antes de publicar.',
    en: 'There are errors to correct before publishing.',
  },
  'authoring.movedOn': {
    es: 'Entretanto se publicó otra revisión. No se publicó nada.',
    en: 'Another revision was published meanwhile. Nothing was published.',
  },
  'authoring.changedMeanwhile': {
    es: 'El borrador cambió después de que usted abrió la página. Revíselo y vuelva a intentarlo.',
    en: 'The draft changed after you opened the page. Look at it and try again.',
  },
  'authoring.staleParts': {
    es: {
      one: 'Un bloque cambió en un idioma y no en el otro.',
      other: '{count} bloques cambiaron en un idioma y no en el otro.',
    },
    en: {
      one: 'One block changed in one language and not in the other.',
      other: '{count} blocks changed in one language and not in the other.',
    },
  },
  'authoring.staleToo': {
    es: 'Publicar de todos modos, a sabiendas de que un idioma dice lo de antes',
    en: 'Publish anyway, knowing that one language says what was true before',
  },
  'authoring.isStale': {
    es: 'Confirme las traducciones o marque la casilla.',
    en: 'Confirm the translations or tick the box.',
  },
  'authoring.askReview': { es: 'Pedir revisión a otra persona', en: 'Ask someone to review it' },
  'authoring.takeBack': { es: 'Volver a borrador', en: 'Back to draft' },
  'authoring.discard': { es: 'Descartar este borrador', en: 'Discard this draft' },
  'authoring.discardMeans': {
    es: 'Se borra lo escrito desde que se abrió. Lo publicado queda como está.',
    en: 'What was written since it was opened is deleted. What is published stays as it is.',
  },
  'authoring.discardNow': { es: 'Descartar', en: 'Discard' },

  'authoring.history': { es: 'Historial', en: 'History' },
  'authoring.historyOf': { es: 'Historial de «{title}»', en: 'History of “{title}”' },
  'authoring.revisions': { es: 'Revisiones', en: 'Revisions' },
  'authoring.who': { es: 'Quién', en: 'Who' },
  'authoring.now': { es: 'Vigente', en: 'Current' },
  'authoring.fromFolder': { es: 'Desde la carpeta de contenidos', en: 'From the content folder' },
  'authoring.compare': { es: 'Comparar', en: 'Compare' },
  'authoring.compareWhat': {
    es: 'Comparar la revisión {from} con la {to}',
    en: 'Compare revision {from} with {to}',
  },
  'authoring.compareDraft': { es: 'Ver qué cambia', en: 'See what changes' },
  'authoring.compareTitle': {
    es: 'De la revisión {from} a la revisión {to}',
    en: 'From revision {from} to revision {to}',
  },
  'authoring.compareDraftTitle': {
    es: 'De la revisión {from} al borrador',
    en: 'From revision {from} to the draft',
  },
  'authoring.theDraft': { es: 'borrador', en: 'draft' },
  'authoring.arrange': { es: 'Ordenar', en: 'Arrange' },
  'authoring.restore': { es: 'Recuperar', en: 'Bring back' },
  'authoring.restoreWhat': { es: 'Recuperar la revisión {number}', en: 'Bring back revision {number}' },
  'authoring.restoreHint': {
    es: 'Recuperar abre un borrador con los textos de entonces. Al publicarlo se crea una revisión nueva: nada del historial se pierde.',
    en: 'Bringing one back opens a draft with its texts. Publishing it makes a new revision: nothing of the history is lost.',
  },
  'authoring.draftInTheWay': {
    es: 'Ya hay un borrador de este módulo. Publíquelo o descártelo primero.',
    en: 'There is a draft of this module already. Publish or discard it first.',
  },
  'authoring.draftOpen': { es: 'Hay un borrador abierto.', en: 'A draft is open.' },
  'authoring.whatLearnersSee': { es: 'Qué cambia para quienes aprenden', en: 'What changes for learners' },
  'authoring.nothingForLearners': {
    es: 'Nada de lo que ven quienes aprenden.',
    en: 'Nothing of what learners see.',
  },
  'authoring.unknownYet': {
    es: 'El borrador tiene errores: corríjalos para ver qué cambia para quienes aprenden.',
    en: 'The draft has errors: correct them to see what changes for learners.',
  },
  'authoring.filesChanged': { es: 'Textos, línea por línea', en: 'Texts, line by line' },
  'authoring.pagesChanged': { es: 'Páginas, antes y después', en: 'Pages, before and after' },
  'authoring.before': { es: 'Antes', en: 'Before' },
  'authoring.after': { es: 'Después', en: 'After' },
  'authoring.sameFiles': { es: 'No hay diferencias.', en: 'There is no difference.' },
  'authoring.file.new': { es: 'nuevo', en: 'new' },
  'authoring.file.gone': { es: 'quitado', en: 'removed' },
  'authoring.file.changed': { es: 'cambiado', en: 'changed' },
  'authoring.removed': { es: 'Quitado:', en: 'Removed:' },
  'authoring.added': { es: 'Agregado:', en: 'Added:' },
  'authoring.skipped': {
    es: { one: '{count} línea igual', other: '{count} líneas iguales' },
    en: { one: '{count} equal line', other: '{count} equal lines' },
  },
  'authoring.change.newLesson': { es: 'Lección nueva: «{title}»', en: 'New lesson: “{title}”' },
  'authoring.change.goneLesson': {
    es: 'Se quita la lección «{title}»; el avance en ella se conserva',
    en: 'The lesson “{title}” goes; progress in it is kept',
  },
  'authoring.change.renamedLesson': {
    es: 'La lección «{from}» pasa a llamarse «{to}»',
    en: 'The lesson “{from}” is now called “{to}”',
  },
  'authoring.change.changedLesson': { es: 'Cambia la lección «{title}»', en: 'The lesson “{title}” changes' },
  'authoring.change.newQuestions': {
    es: { one: 'Una pregunta nueva: {ids}', other: '{count} preguntas nuevas: {ids}' },
    en: { one: 'One new question: {ids}', other: '{count} new questions: {ids}' },
  },
  'authoring.change.goneQuestions': {
    es: { one: 'Una pregunta menos: {ids}', other: '{count} preguntas menos: {ids}' },
    en: { one: 'One question less: {ids}', other: '{count} questions less: {ids}' },
  },
  'authoring.change.changedQuestions': {
    es: { one: 'Cambia una pregunta: {ids}', other: 'Cambian {count} preguntas: {ids}' },
    en: { one: 'One question changes: {ids}', other: '{count} questions change: {ids}' },
  },
  'authoring.up': { es: 'Subir', en: 'Up' },
  'authoring.down': { es: 'Bajar', en: 'Down' },
  'authoring.upWhat': { es: 'Subir «{title}» un lugar', en: 'Up one place: “{title}”' },
  'authoring.downWhat': { es: 'Bajar «{title}» un lugar', en: 'Down one place: “{title}”' },
  'authoring.archive': { es: 'Archivar', en: 'Archive' },
  'authoring.archiveWhat': { es: 'Archivar «{title}»', en: 'Archive “{title}”' },
  'authoring.archived': { es: 'Módulos archivados', en: 'Archived modules' },
  'authoring.archivedLead': {
    es: 'No se ven en ningún itinerario. Lo que cada persona hizo en ellos se conserva.',
    en: 'They stand in no track. What each person did in them is kept.',
  },
  'authoring.unarchive': { es: 'Devolver al itinerario', en: 'Put back in the track' },
  'authoring.unarchiveWhat': {
    es: 'Devolver al itinerario: «{title}»',
    en: 'Put back in the track: “{title}”',
  },
  'authoring.neededBefore': {
    es: 'Un módulo no puede ir antes de otro que necesita.',
    en: 'A module cannot come before one that it needs.',
  },
  'authoring.neededByOther': {
    es: 'Otro módulo lo necesita: no se puede archivar.',
    en: 'Another module needs it: it cannot be archived.',
  },
  'authoring.lastModule': {
    es: 'Un itinerario no puede quedar sin módulos.',
    en: 'A track cannot be left without modules.',
  },

  'authoring.gift': { es: 'Preguntas en formato GIFT', en: 'Questions in GIFT format' },
  'authoring.gift.lead': {
    es: 'GIFT es el formato de texto en el que Moodle guarda y recibe preguntas.',
    en: 'GIFT is the text format in which Moodle keeps and takes questions.',
  },
  'authoring.gift.out': { es: 'Llevar las preguntas', en: 'Take the questions along' },
  'authoring.gift.file': { es: 'Descargar en {language}', en: 'Download in {language}' },
  'authoring.gift.lacks': { es: 'Lo que no cabe en el archivo', en: 'What the file has no place for' },
  'authoring.gift.in': { es: 'Traer preguntas', en: 'Bring questions' },
  'authoring.gift.paste': { es: 'Contenido del archivo GIFT', en: 'Content of the GIFT file' },
  'authoring.gift.pasteHint': {
    es: 'Péguelo aquí. Las preguntas se agregan al final del cuestionario en los dos idiomas, para que usted traduzca uno y les dé su objetivo.',
    en: 'Paste it here. The questions are added to the end of the quiz in both languages, so that you translate one and give them their objective.',
  },
  'authoring.gift.takeIn': { es: 'Agregar al cuestionario', en: 'Add to the quiz' },
  'authoring.gift.nothing': { es: 'Pegue el contenido del archivo.', en: 'Paste the content of the file.' },
  'authoring.gift.none': {
    es: 'No hay ninguna pregunta que se pueda agregar.',
    en: 'There is no question that can be added.',
  },
  'authoring.gift.taken': {
    es: { one: 'Se agregó {count} pregunta.', other: 'Se agregaron {count} preguntas.' },
    en: { one: '{count} question was added.', other: '{count} questions were added.' },
  },
  'authoring.gift.see': { es: 'Ver el cuestionario', en: 'See the quiz' },
  'authoring.gift.notTaken': { es: 'Lo que no se pudo traer', en: 'What could not be brought along' },
  'authoring.gift.line': { es: 'Línea {line}.', en: 'Line {line}.' },

  'authoring.source': { es: 'Texto', en: 'Text' },
  'authoring.preview': { es: 'Vista previa', en: 'Preview' },
  'authoring.beside': { es: 'Al lado del texto', en: 'Beside the text' },
  'authoring.noPageYet': {
    es: 'Todavía no se puede mostrar: corrija primero los errores.',
    en: 'It cannot be shown yet: correct the errors first.',
  },
  'authoring.noPageHere': {
    es: 'Estos datos se ven en la página del módulo.',
    en: 'These data are shown on the module’s page.',
  },
  'authoring.save': { es: 'Guardar', en: 'Save' },
  'authoring.seeFirst': { es: 'Ver sin guardar', en: 'See without saving' },
  'authoring.savedAt': { es: 'Guardado a las {time}', en: 'Saved at {time}' },
  'authoring.notSaved': { es: 'Sin guardar', en: 'Not saved' },
  'authoring.merged': {
    es: 'Guardado junto con los cambios de {name}, que estaban en otras líneas',
    en: 'Saved together with the changes of {name}, which were on other lines',
  },
  'authoring.mergedNow': {
    es: 'Guardado junto con los cambios de otra persona, que estaban en otras líneas',
    en: 'Saved together with someone else’s changes, which were on other lines',
  },
  'authoring.conflict': {
    es: 'No se guardó: dos personas cambiaron las mismas líneas',
    en: 'Not saved: two people changed the same lines',
  },
  'authoring.conflictTold': {
    es: '{name} guardó cambios en las mismas líneas que usted.',
    en: '{name} saved changes to the same lines as you.',
  },
  'authoring.conflictHow': {
    es: 'Su texto sigue abajo. Pase a él lo que quiera conservar del otro y guarde: entonces vale el suyo.',
    en: 'Your text is still below. Carry over what you want to keep of the other and save: then yours counts.',
  },
  'authoring.yours': { es: 'Lo suyo', en: 'Yours' },
  'authoring.theirs': { es: 'Lo de la otra persona', en: 'The other person’s' },
  'authoring.wholeTheirs': {
    es: 'El texto completo de la otra persona',
    en: 'The other person’s whole text',
  },
  'authoring.editTwin': { es: 'Editar este texto', en: 'Edit this text' },
  'authoring.confirm': { es: 'Los dos idiomas dicen lo mismo', en: 'Both languages say the same' },
  'authoring.confirmHint': {
    es: 'Así, lo que cambie después en uno solo se marcará como desactualizado.',
    en: 'Then whatever changes in one alone later is marked as out of date.',
  },
  'authoring.uneven': {
    es: 'Los dos idiomas no tienen el mismo número de bloques. Corríjalo antes de confirmarlos.',
    en: 'The two languages do not have the same number of blocks. Correct it before you confirm them.',
  },
});
