import { model, Schema, type InferSchemaType } from 'mongoose';

const schema = new Schema(
  {
    user: { type: Schema.Types.ObjectId, required: true },
    track: { type: String, required: true },
    /** `self`: enrolled on their own; `admission`: let in by a trainer; `placement`: by the placement quiz. */
    way: { type: String, enum: ['self', 'admission', 'placement'], required: true },
    since: { type: Date, required: true },
    admittedBy: { type: Schema.Types.ObjectId, default: null },
    /** When the last module of the track was finished; never taken back. */
    finishedAt: { type: Date, default: null },
    /** When the person left the track; absent while they take it. Everything else stays for the day they come back. */
    leftAt: { type: Date },
  },
  { strict: 'throw' },
);
schema.index({ user: 1, track: 1 }, { unique: true });

export type Enrolment = InferSchemaType<typeof schema>;
export const EnrolmentModel = model('Enrolment', schema, 'enrolments');
