import { model, Schema, type Types } from 'mongoose';
import type { Language } from '../content/module.ts';

export interface Certificate {
  _id: Types.ObjectId;
  /** 80 random bits: what makes the certificate verifiable and nobody can guess. */
  code: string;
  user: Types.ObjectId;
  track: string;
  /** As of the day of issue: a later change of name or title does not change a certificate. */
  name: string;
  title: Record<Language, string>;
  hours: number;
  modules: number;
  finishedAt: Date;
  issuedAt: Date;
  revokedAt: Date | null;
  revocation: { reason: string; by: Types.ObjectId } | null;
}

const inBoth = { es: { type: String, required: true }, en: { type: String, required: true } };
const schema = new Schema<Certificate>(
  {
    code: { type: String, required: true, immutable: true },
    user: { type: Schema.Types.ObjectId, required: true, immutable: true },
    track: { type: String, required: true, immutable: true },
    name: { type: String, required: true, immutable: true },
    title: { ...inBoth },
    hours: { type: Number, required: true, immutable: true },
    modules: { type: Number, required: true, immutable: true },
    finishedAt: { type: Date, required: true, immutable: true },
    issuedAt: { type: Date, required: true, immutable: true },
    revokedAt: { type: Date, default: null },
    revocation: { type: Schema.Types.Mixed, default: null },
  },
  { strict: 'throw' },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ user: 1, track: 1 }, { unique: true });

export const CertificateModel = model('Certificate', schema, 'certificates');
