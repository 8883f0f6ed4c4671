import { model, Schema, type Types } from 'mongoose';
import type { InBoth, Language } from '../content/module.ts';
import type { Launch, PackageFinding, PackageFormat } from '../scorm/index.ts';

/** What is done to a package, in this order. */
export const steps = ['pages', 'files', 'check', 'storing'] as const;
export type Step = (typeof steps)[number];

export interface PackagedModule {
  id: string;
  revision: number;
  /** Of the module's content: tells later whether it has moved on. */
  hash: string;
  title: InBoth<string>;
}

/** What a trainer asks for. */
export interface PackageOrder {
  scope: 'module' | 'track';
  /** The module's or the track's id. */
  of: string;
  format: PackageFormat;
  languages: Language[];
  /** Least score of each quiz, 0 to 1. */
  passMark: number;
}

export interface PackageFile {
  /** As it is called when it is downloaded. */
  name: string;
  /** Of its bytes, and their name in GridFS: equal packages are kept once. */
  sha256: string;
  bytes: number;
  /** How many files it holds. */
  count: number;
  launches: Launch[];
}

export interface Package extends PackageOrder {
  _id: Types.ObjectId;
  /** Of the form that asked for it: sent twice, it makes one package. */
  request: string;
  title: InBoth<string>;
  /** In the manifest: a module's own, or the sum of those of a track's modules, which grows with each of them. */
  revision: number;
  modules: PackagedModule[];
  by: { id: Types.ObjectId; name: string };
  requestedAt: Date;
  state: 'waiting' | 'building' | 'ready' | 'failed';
  progress: { step: Step; done: number; total: number };
  /** Who builds it, and until when that is believed without a sign of life. */
  lease: { owner: string; until: Date } | null;
  tries: number;
  /** When ready. */
  file: PackageFile | null;
  /** What the check had to say: advice when ready, errors too when failed. */
  findings: PackageFinding[];
}

const Mixed = Schema.Types.Mixed;
const schema = new Schema<Package>(
  {
    request: { type: String, required: true, immutable: true },
    scope: { type: String, required: true, immutable: true },
    of: { type: String, required: true, immutable: true },
    format: { type: String, required: true, immutable: true },
    languages: { type: [String], required: true, immutable: true },
    passMark: { type: Number, required: true, immutable: true },
    title: { type: Mixed, required: true, immutable: true },
    revision: { type: Number, required: true, immutable: true },
    modules: { type: Mixed, required: true, immutable: true },
    by: { type: Mixed, required: true, immutable: true },
    requestedAt: { type: Date, required: true, immutable: true },
    state: { type: String, required: true },
    progress: { type: Mixed, required: true },
    lease: { type: Mixed, default: null },
    tries: { type: Number, default: 0 },
    file: { type: Mixed, default: null },
    findings: { type: Mixed, default: [] },
  },
  { strict: 'throw', minimize: false },
);
schema.index({ request: 1 }, { unique: true });
// What waits, in the order in which it was asked for.
schema.index({ state: 1, requestedAt: 1 });

export const PackageModel = model('Package', schema, 'packages');
