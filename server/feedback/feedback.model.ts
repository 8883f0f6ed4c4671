import { model, Schema, type Types } from 'mongoose';
import { languages, type Language } from '../content/module.ts';
import { LONGEST_COMMENT, scales, type Answer } from './scales.ts';

/** What one person says of one lesson in one revision. What was not answered is null, or an empty comment. */
export interface Feedback {
  _id: Types.ObjectId;
  user: Types.ObjectId;
  module: string;
  lesson: string;
  revision: number;
  /** The language it was read in: a text may be clear in one and not in the other. */
  language: Language;
  clear: Answer<'clear'> | null;
  useful: Answer<'useful'> | null;
  length: Answer<'length'> | null;
  comment: string;
  /** When it was last changed. */
  at: Date;
}

const schema = new Schema<Feedback>(
  {
    user: { type: Schema.Types.ObjectId, required: true },
    module: { type: String, required: true },
    lesson: { type: String, required: true },
    revision: { type: Number, required: true },
    language: { type: String, enum: languages, required: true },
    clear: { type: String, enum: [...scales.clear, null], default: null },
    useful: { type: String, enum: [...scales.useful, null], default: null },
    length: { type: String, enum: [...scales.length, null], default: null },
    comment: { type: String, default: '', maxlength: LONGEST_COMMENT },
    at: { type: Date, required: true },
  },
  { strict: 'throw' },
);
schema.index({ user: 1, module: 1, lesson: 1, revision: 1 }, { unique: true });
schema.index({ module: 1, revision: 1, lesson: 1, at: -1 });

export const FeedbackModel = model('Feedback', schema, 'feedback');
