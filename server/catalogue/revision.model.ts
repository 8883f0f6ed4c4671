import { model, Schema, type Types } from 'mongoose';
import type { InBoth, Module } from '../content/module.ts';

export interface Revision {
  _id: Types.ObjectId;
  /** The module's id. */
  module: string;
  /** 1, 2, 3… */
  number: number;
  /** The content's hash: the same files give the same hash on every machine. */
  hash: string;
  content: Module;
  publishedAt: Date;
  /** The folder of its files in modules-content/, `track/name`. */
  folder?: string;
  /** The hash of the files that it was made from (sources.ts). */
  source?: string;
  /** Who published it on the platform and why; absent for what came from modules-content/. */
  by?: { id: string; name: string };
  note?: string;
  /** Blocks that were published although their twin had changed since; absent where there were none. */
  stale?: InBoth<number>;
  /** The revision in which each lesson first appeared, by lesson id: tells a reader what is new. */
  since: Record<string, number>;
}

const schema = new Schema<Revision>(
  {
    module: { type: String, required: true, immutable: true },
    number: { type: Number, required: true, immutable: true },
    hash: { type: String, required: true, immutable: true },
    content: { type: Schema.Types.Mixed, required: true, immutable: true },
    publishedAt: { type: Date, required: true, immutable: true },
    folder: { type: String },
    source: { type: String },
    by: { type: Schema.Types.Mixed, immutable: true },
    note: { type: String, immutable: true },
    stale: { type: Schema.Types.Mixed, immutable: true },
    since: { type: Schema.Types.Mixed, required: true, immutable: true },
  },
  { strict: 'throw', minimize: false },
);
schema.index({ module: 1, number: -1 }, { unique: true });

export const RevisionModel = model('Revision', schema, 'revisions');
