import { model, Schema } from 'mongoose';

/** A module's files as their writer wrote them; what lies in `assets/` is kept by its hash (originals.ts). */
export interface ModuleSource {
  /** SHA-256 of all of it: the same files are kept once. */
  _id: string;
  texts: { path: string; bytes: Buffer }[];
  originals: { path: string; hash: string }[];
}

const path = { type: String, required: true };
const schema = new Schema<ModuleSource>(
  {
    _id: { type: String, required: true },
    texts: [{ _id: false, path, bytes: { type: Buffer, required: true } }],
    originals: [{ _id: false, path, hash: { type: String, required: true } }],
  },
  { strict: 'throw', versionKey: false },
);

export const ModuleSourceModel = model('ModuleSource', schema, 'sources');
