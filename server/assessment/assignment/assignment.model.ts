import { model, Schema, type Types } from 'mongoose';
import type { InBoth } from '../../content/module.ts';

/** `draft` and `returned` are the learner's to write, `submitted` waits for a trainer, `accepted` is for good. */
export const workStates = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type WorkState = (typeof workStates)[number];
export type Decision = 'returned' | 'accepted';

export interface Submission {
  text: string;
  at: Date;
}

/** A level as it was given: a later change of the rubric does not change it. */
export interface Mark {
  criterion: string;
  title: InBoth<string>;
  level: InBoth<string>;
  points: number;
  /** The most that the criterion gave. */
  of: number;
}

export interface Review {
  /** Which submission it is about: 1, 2, 3… */
  submission: number;
  marks: Mark[];
  comment: string;
  decision: Decision;
  by: Types.ObjectId;
  at: Date;
}

/** One person's final assignment of one track. */
export interface Work {
  _id: Types.ObjectId;
  user: Types.ObjectId;
  track: string;
  state: WorkState;
  /** Grows by one with each change: who acts on an older one is told, and nothing is overwritten. */
  version: number;
  /** What the learner is writing, or last submitted. */
  text: string;
  savedAt: Date;
  /** When it last came to be in its state. */
  since: Date;
  /** All that was ever submitted and marked; both only grow. */
  submissions: Submission[];
  reviews: Review[];
}

const schema = new Schema<Work>(
  {
    user: { type: Schema.Types.ObjectId, required: true, immutable: true },
    track: { type: String, required: true, immutable: true },
    state: { type: String, enum: workStates, required: true },
    version: { type: Number, required: true },
    text: { type: String, default: '' },
    savedAt: { type: Date, required: true },
    since: { type: Date, required: true },
    submissions: { type: Schema.Types.Mixed, required: true },
    reviews: { type: Schema.Types.Mixed, required: true },
  },
  { strict: 'throw', minimize: false },
);
schema.index({ user: 1, track: 1 }, { unique: true });
// The trainers' list: those that wait, the longest first.
schema.index({ state: 1, since: 1 });

export const WorkModel = model('AssignmentWork', schema, 'assignments');
