import { model, Schema, type InferSchemaType } from 'mongoose';

/** One person's way through one module. There is no language in it: Spanish and English are two faces of it. */
const schema = new Schema(
  {
    user: { type: Schema.Types.ObjectId, required: true },
    module: { type: String, required: true },
    track: { type: String, required: true },
    /** The revision last read. */
    revision: { type: Number, required: true },
    /** The revision that the module was begun on: lessons that came later are new to this person. */
    begunOn: { type: Number, required: true },
    /** Ids of lessons marked as done. */
    lessonsDone: { type: [String], default: [] },
    /** The place left off. */
    lastLesson: { type: String, default: null },
    lastAt: { type: Date, required: true },
    /** Time spent with the module's pages in view, seconds (time.ts). */
    seconds: { type: Number, default: 0 },
    /** When a page in view last reported. */
    beatAt: { type: Date, default: null },
    quiz: {
      /** The best score of all submitted attempts, 0 to 1. */
      best: { type: Number, default: null },
      /** When a quiz was first passed; absent until then, so that `$min` keeps the earliest. */
      passedAt: { type: Date },
    },
    /** When every lesson was done and the quiz passed; never taken back. */
    finishedAt: { type: Date, default: null },
  },
  { strict: 'throw' },
);
schema.index({ user: 1, module: 1 }, { unique: true });
schema.index({ user: 1, lastAt: -1 });

export type Progress = InferSchemaType<typeof schema>;
export const ProgressModel = model('Progress', schema, 'progress');
