import type { Catalogue } from '../../catalogue/index.ts';
import type { Language } from '../../content/module.ts';
import { paths } from '../../paths.ts';
import { formatDate, formatNumber, formatTime, type Translate } from '../../rendering/index.ts';
import type { Note } from './note.model.ts';
import { LONGEST_NOTE, type NotePlace } from './notes.ts';

/** What a save that could not be taken brings back to the page. */
export interface NoteTrouble {
  typed: string;
  /** Another window's text, when that is the trouble. */
  theirs: Note | null;
}

/** The note beside a lesson: as kept, or as typed with what stands against it. */
export function noteForm(
  place: NotePlace,
  note: Note | null,
  trouble: NoteTrouble | null,
  lang: Language,
  t: Translate,
) {
  const kept = trouble?.theirs ?? note;
  const hasText = kept !== null && kept.text !== '';
  return {
    action: paths.saveNote({ lang, ...place }),
    bookmarkAction: paths.bookmark({ lang, ...place }),
    bookmarked: kept?.bookmarked === true,
    text: trouble?.typed ?? kept?.text ?? '',
    version: kept?.version ?? 0,
    open: hasText || trouble !== null,
    saved: hasText && !trouble ? t('notes.savedAt', { time: formatTime(kept.savedAt, lang) }) : '',
    error:
      trouble && !trouble.theirs ? t('notes.tooLong', { limit: formatNumber(LONGEST_NOTE, lang) }) : null,
    theirs: trouble?.theirs?.text ?? null,
  };
}

/** All that a person wrote or marked, in the order of tracks, modules and lessons. */
export function notesPage({ tracks }: Catalogue, notes: readonly Note[], lang: Language, t: Translate) {
  const byPlace = new Map(notes.map((note) => [`${note.module}/${note.lesson}`, note]));
  const modules = tracks.flatMap((track) =>
    track.published.map((module, index) => ({
      title: module.content.title[lang],
      kicker: `${track.title[lang]} · ${t('catalogue.moduleNumber', { number: index + 1 })}`,
      notes: module.content.lessons.flatMap((lesson) => {
        const note = byPlace.get(`${module.id}/${lesson.id}`);
        byPlace.delete(`${module.id}/${lesson.id}`);
        return note
          ? [
              {
                title: lesson.title[lang],
                url: `${paths.lesson({ lang, module: module.id, lesson: lesson.id })}#note`,
                bookmarked: note.bookmarked,
                text: note.text,
                saved: note.text === '' ? null : formatDate(note.savedAt, lang),
              },
            ]
          : [];
      }),
    })),
  );
  return {
    myLearningUrl: paths.myLearning({ lang }),
    modules: modules.filter(({ notes: own }) => own.length > 0),
    // Beside a lesson that a later revision no longer has: what was written is not lost.
    orphans: [...byPlace.values()].filter(({ text }) => text !== '').map(({ text }) => text),
    none: notes.length === 0,
  };
}
