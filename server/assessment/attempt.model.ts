import { model, Schema, type Types } from 'mongoose';
import type { DrawnQuestion, QuizResult, Response } from './scoring/index.ts';

export interface Attempt {
  _id: Types.ObjectId;
  user: Types.ObjectId;
  /** The module whose quiz it is, or `placement:` and the track that a placement quiz opens. */
  module: string;
  /** The revision whose questions were drawn: it is shown and scored by those, whatever is published later. */
  revision: number;
  /** A placement quiz draws from several modules: the revision of each, by module id. */
  sources?: Record<string, number>;
  drawn: DrawnQuestion[];
  responses: Record<string, Response>;
  /** Whether it is the person's first attempt at this quiz: item analysis looks at no other. */
  first: boolean;
  /** Milliseconds that each question took, by the server's clock (`timing.ts`). */
  spent?: Record<string, number>;
  startedAt: Date;
  savedAt: Date;
  /** Present until the attempt is submitted: the unique index lets a person have one open attempt a module. */
  open?: true;
  submittedAt: Date | null;
  /** Present once it is submitted: what reports look for, since an index tells it without reading the attempt. */
  submitted?: true;
  result: (QuizResult & { passed: boolean }) | null;
  /** What item analysis reads, one entry a drawn question; made as the attempt is submitted. */
  items?: AttemptItem[];
}

/** One question of a submitted attempt, flat, so that a report need not join responses, results and times by name. */
export interface AttemptItem {
  question: string;
  response: Response | null;
  /** 0 to 1. */
  score: number;
  /** Not answered, or an ordering left as it was shown. */
  omitted: boolean;
  /** Null where the time could not be measured. */
  seconds: number | null;
}

const schema = new Schema<Attempt>(
  {
    user: { type: Schema.Types.ObjectId, required: true },
    module: { type: String, required: true },
    revision: { type: Number, required: true },
    sources: { type: Schema.Types.Mixed },
    drawn: { type: Schema.Types.Mixed, required: true },
    responses: { type: Schema.Types.Mixed, required: true },
    first: { type: Boolean, required: true },
    spent: { type: Schema.Types.Mixed },
    startedAt: { type: Date, required: true },
    savedAt: { type: Date, required: true },
    open: { type: Boolean },
    submittedAt: { type: Date, default: null },
    submitted: { type: Boolean },
    result: { type: Schema.Types.Mixed, default: null },
    items: { type: Schema.Types.Mixed },
  },
  { strict: 'throw', minimize: false },
);
schema.index(
  { user: 1, module: 1 },
  { unique: true, partialFilterExpression: { open: true }, name: 'one_open_attempt' },
);
schema.index(
  { user: 1, module: 1, first: 1 },
  { unique: true, partialFilterExpression: { first: true }, name: 'one_first_attempt' },
);
schema.index({ user: 1, module: 1, submittedAt: -1 });
schema.index({ module: 1, first: 1, submitted: 1, revision: -1, submittedAt: -1 });

export const AttemptModel = model('Attempt', schema, 'attempts');
