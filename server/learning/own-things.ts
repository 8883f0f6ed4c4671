/**
 * What features above this one keep of a person and “my learning” shows. They hand it in (app.ts): learning knows
 * nothing of them.
 */

import type { InBoth } from '../content/module.ts';

/** A worksheet that the person has begun. */
export interface BegunWorksheet {
  module: string;
  worksheet: string;
  savedAt: Date;
  /** What trainers said of it, and how much of that the person has not seen. */
  comments: number;
  newComments: number;
}

/** A certificate that was issued to the person. */
export interface OwnCertificate {
  code: string;
  /** The code as people read it. */
  shownCode: string;
  track: string;
  title: InBoth<string>;
  finishedAt: Date;
  isRevoked: boolean;
}

export type CertificatesInLearning = (user: string) => Promise<OwnCertificate[]>;
