/** The archives of packages, in GridFS by the hash of their bytes: any process can hand out what another one built. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { type mongo } from 'mongoose';

const BUCKET = 'archives';

function bucket(): mongo.GridFSBucket {
  if (!mongoose.connection.db) throw new Error('The database is not connected.');
  return new mongoose.mongo.GridFSBucket(mongoose.connection.db, { bucketName: BUCKET });
}

/** Stores a file of this machine unless one of the same bytes is there. Safe to repeat. */
export async function storeArchive(sha256: string, file: string): Promise<void> {
  const known = await bucket().find({ filename: sha256 }, { limit: 1 }).hasNext();
  // The entry is written after the last chunk: an upload that broke off has none, and is not found.
  if (!known) await pipeline(createReadStream(file), bucket().openUploadStream(sha256));
}

/** @param range bytes from `start` up to before `end` */
export function readArchive(sha256: string, range?: { start: number; end: number }): Readable {
  return bucket().openDownloadStreamByName(sha256, range);
}
