import { model, Schema } from 'mongoose';

export interface Writer {
  id: string;
  name: string;
}

/** A text of the module's folder. */
export interface DraftText {
  path: string;
  text: string;
  /** Grows by one with each save: whoever saves says which version the text was written on. */
  version: number;
  at: Date;
  by: Writer;
}

/** A file of `assets/`; its bytes lie with the catalogue's originals. */
export interface DraftAsset {
  path: string;
  hash: string;
  bytes: number;
  /** What it shows, in the words of whoever uploaded it; absent for files that came with the module. */
  alt?: string;
}

export const draftStates = ['draft', 'review'] as const;
export type DraftState = (typeof draftStates)[number];

/** A module being written. There is one at most for each module. */
export interface Draft {
  /** The module's id. */
  _id: string;
  /** The folder in which its files stand: `track/name`. */
  folder: string;
  state: DraftState;
  /** The revision that it was opened on; null for a module that has none. */
  base: number | null;
  /** Grows by one with each change of anything. */
  version: number;
  texts: DraftText[];
  assets: DraftAsset[];
  openedAt: Date;
  changedAt: Date;
  changedBy: Writer;
  /** Who looked at a file last, by person. */
  present: Record<string, { name: string; at: Date; path: string }>;
}

const writer = { type: Schema.Types.Mixed, required: true };
const schema = new Schema<Draft>(
  {
    _id: { type: String, required: true },
    folder: { type: String, required: true },
    state: { type: String, enum: draftStates, required: true },
    base: { type: Number, default: null },
    version: { type: Number, required: true },
    texts: [
      {
        _id: false,
        path: { type: String, required: true },
        text: { type: String },
        version: { type: Number, required: true },
        at: { type: Date, required: true },
        by: writer,
      },
    ],
    assets: [
      {
        _id: false,
        path: { type: String, required: true },
        hash: { type: String, required: true },
        bytes: { type: Number, required: true },
        alt: { type: String },
      },
    ],
    openedAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
    changedBy: writer,
    present: { type: Schema.Types.Mixed, required: true },
  },
  { strict: 'throw', minimize: false, versionKey: false },
);

export const DraftModel = model('Draft', schema, 'drafts');

/** A text as it was before a save, so that two people's changes can be told apart; kept for a month. */
export interface EarlierText {
  /** `module/path@version`, of one opening of the draft. */
  _id: string;
  text: string;
  at: Date;
}

const DAYS_KEPT = 30;
const earlier = new Schema<EarlierText>(
  {
    _id: { type: String, required: true },
    text: { type: String },
    at: { type: Date, required: true, expires: DAYS_KEPT * 24 * 60 * 60 },
  },
  { strict: 'throw', versionKey: false },
);

export const EarlierTextModel = model('EarlierText', earlier, 'draft-texts');
