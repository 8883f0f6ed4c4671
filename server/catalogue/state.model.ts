import { model, Schema } from 'mongoose';
import type { Track } from '../content/module.ts';

export interface CatalogueState {
  _id: 'current';
  /** Grows with each publication: how every process notices that there is something new. */
  version: number;
  tracks: Track[];
  /** What modules-content/ held when it was last published: hashes by module id, and of the tracks. */
  fromFolder?: { tracks: string; modules: Record<string, string> };
}

const schema = new Schema<CatalogueState>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    tracks: { type: Schema.Types.Mixed, required: true },
    fromFolder: { type: Schema.Types.Mixed },
  },
  { strict: 'throw', minimize: false },
);

export const CatalogueStateModel = model('CatalogueState', schema, 'catalogue');
