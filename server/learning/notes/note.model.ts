import { model, Schema, type InferSchemaType } from 'mongoose';

/** What one person wrote beside one lesson, and whether they marked it to find it again. */
const schema = new Schema(
  {
    user: { type: Schema.Types.ObjectId, required: true },
    module: { type: String, required: true },
    lesson: { type: String, required: true },
    /** Plain text; empty when there is only a bookmark. */
    text: { type: String, default: '' },
    bookmarked: { type: Boolean, default: false },
    /** Counts the changes of the text: a save says which one it was written on. */
    version: { type: Number, default: 0 },
    savedAt: { type: Date, required: true },
  },
  { strict: 'throw' },
);
schema.index({ user: 1, module: 1, lesson: 1 }, { unique: true });

export type Note = InferSchemaType<typeof schema>;
export const NoteModel = model('Note', schema, 'notes');
