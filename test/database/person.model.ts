import { Schema } from 'mongoose';

/** A schema with what the platform's own schemas use: times, sub-documents, maps, versions, a unique index. */
export const personSchema = new Schema(
  {
    mail: { type: String, required: true },
    scores: [{ quiz: String, value: Number }],
    seen: Date,
    parts: { type: Map, of: Number },
  },
  { timestamps: true, optimisticConcurrency: true, strict: 'throw' },
);
personSchema.index({ mail: 1 }, { unique: true });
