import { model, Schema, type Types } from 'mongoose';
import type { InBoth } from '../content/module.ts';

/** What a cell holds: a figure, a text or choice, or a text of the example, which is there in both languages. */
export type CellValue = number | string | InBoth<string>;

export interface StoredCell {
  /** Null once it was emptied: then `since` still tells another tab. */
  value: CellValue | null;
  /** The version in which it last changed. */
  since: number;
  /** What it held before that. */
  was?: CellValue | null;
  /** Where it comes from, unless it was typed: `sample`, or `module/worksheet`. */
  origin?: string;
}

/** Cells by their keys, `part/row/column` or `part/field`. */
export type Cells = Readonly<Record<string, StoredCell>>;

/** What a trainer says of somebody's worksheet. */
export interface WorksheetComment {
  /** Chosen by the form, so that sending it twice says it once. */
  id: string;
  by: Types.ObjectId;
  /** Empty once it was removed: the id stays, so that a request that comes late does not bring it back. */
  text: string;
  /** Grows by one with each change. */
  version: number;
  /** When it was written or last changed. */
  at: Date;
}

/** One person's worksheet. There is no language in it. */
export interface FilledWorksheet {
  _id: Types.ObjectId;
  user: Types.ObjectId;
  module: string;
  worksheet: string;
  /** The module's revision when it was last saved. */
  revision: number;
  /** Grows by one with each save. */
  version: number;
  cells: Cells;
  /** Rows shown of each free table. */
  rows: Readonly<Record<string, number>>;
  savedAt: Date;
  /** In the order they were written; they only grow. */
  comments?: readonly WorksheetComment[];
  /** How far the worksheet's owner has seen them. */
  commentsSeenAt?: Date;
}

const schema = new Schema<FilledWorksheet>(
  {
    user: { type: Schema.Types.ObjectId, required: true },
    module: { type: String, required: true },
    worksheet: { type: String, required: true },
    revision: { type: Number, required: true },
    version: { type: Number, required: true },
    cells: { type: Schema.Types.Mixed, required: true },
    rows: { type: Schema.Types.Mixed, required: true },
    savedAt: { type: Date, required: true },
    comments: { type: Schema.Types.Mixed },
    commentsSeenAt: { type: Date },
  },
  { strict: 'throw', minimize: false },
);
schema.index({ user: 1, module: 1, worksheet: 1 }, { unique: true });

export const WorksheetModel = model('Worksheet', schema, 'worksheets');
