import { NoteModel, type Note } from './note.model.ts';

/** A lesson as a note names it. */
export interface NotePlace {
  module: string;
  lesson: string;
}

/** Longest note, characters. */
export const LONGEST_NOTE = 10_000;

export async function findNote(user: string, { module, lesson }: NotePlace): Promise<Note | null> {
  return await NoteModel.findOne({ user, module, lesson }).lean();
}

/** Everything a person wrote or marked. */
export async function notesOf(user: string): Promise<Note[]> {
  const kept = { $or: [{ text: { $ne: '' } }, { bookmarked: true }] };
  return await NoteModel.find({ user, ...kept }).lean();
}

/** How many lessons a person wrote a note on, and how many they marked. */
export async function countNotes(user: string): Promise<{ notes: number; bookmarks: number }> {
  const [notes, bookmarks] = await Promise.all([
    NoteModel.countDocuments({ user, text: { $ne: '' } }),
    NoteModel.countDocuments({ user, bookmarked: true }),
  ]);
  return { notes, bookmarks };
}

export type NoteSaved = { kind: 'saved'; note: Note } | { kind: 'conflict'; theirs: Note };

/**
 * Keeps the text of a note. A save that was written on an older version than the one kept (another tab, another
 * device) changes nothing and gives back what is kept, so that the person decides. Safe to repeat.
 * @param version the version that the text was written on; 0 for a new note
 */
export async function saveNote(
  user: string,
  { module, lesson }: NotePlace,
  { text, version }: { text: string; version: number },
): Promise<NoteSaved> {
  const place = { user, module, lesson };
  try {
    const note = await NoteModel.findOneAndUpdate(
      { ...place, version },
      { $set: { text, savedAt: new Date() }, $inc: { version: 1 } },
      { upsert: version === 0, returnDocument: 'after', setDefaultsOnInsert: true },
    ).lean();
    if (note) return { kind: 'saved', note };
  } catch (error) {
    // The unique index: there is a note already, and its version is another.
    if (!(error instanceof Error && 'code' in error && error.code === 11_000)) throw error;
  }
  const theirs = await findNote(user, place);
  if (!theirs) return await saveNote(user, place, { text, version: 0 });
  return theirs.text === text ? { kind: 'saved', note: theirs } : { kind: 'conflict', theirs };
}

/** Marks a lesson to find it again, or takes the mark away. Safe to repeat. */
export async function setBookmark(user: string, place: NotePlace, bookmarked: boolean): Promise<void> {
  const { module, lesson } = place;
  await NoteModel.updateOne(
    { user, module, lesson },
    { $set: { bookmarked }, $setOnInsert: { savedAt: new Date() } },
    { upsert: true, setDefaultsOnInsert: true },
  );
}
