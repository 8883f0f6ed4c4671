/** Files of `assets/` as they were handed in, in GridFS by the hash of their bytes. They are never served to learners. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import mongoose, { type mongo } from 'mongoose';

const BUCKET = 'originals';

function database(): mongo.Db {
  if (!mongoose.connection.db) throw new Error('The database is not connected.');
  return mongoose.connection.db;
}

const bucket = (): mongo.GridFSBucket => new mongoose.mongo.GridFSBucket(database(), { bucketName: BUCKET });

interface OriginalFile {
  filename: string;
  uploadDate: Date;
  /** `wantedAt`: when someone last handed in these bytes. Absent in files from before it was noted. */
  metadata?: { wantedAt: Date };
}

const files = (): mongo.Collection<OriginalFile> => database().collection<OriginalFile>(`${BUCKET}.files`);

/** Safe to repeat. @returns the SHA-256 of the bytes, under which they are found again */
export async function storeOriginal(bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const wantedAt = new Date();
  // Renewed before anything names it, so that `dropOriginals` leaves it alone.
  const { matchedCount } = await files().updateMany(
    { filename: hash },
    { $set: { 'metadata.wantedAt': wantedAt } },
  );
  if (matchedCount > 0) return hash;
  const upload = bucket().openUploadStream(hash, { metadata: { wantedAt } });
  upload.end(bytes);
  await finished(upload);
  return hash;
}

/** @returns the bytes, or null when there are none of that hash */
export async function findOriginal(hash: string): Promise<Buffer | null> {
  const [file] = await bucket().find({ filename: hash }, { limit: 1 }).toArray();
  return file ? await buffer(bucket().openDownloadStream(file._id)) : null;
}

/**
 * Deletes what nothing names any more.
 * @param named the hashes that drafts and revisions name
 * @param before what was handed in since stays: it may be named in a moment
 * @returns how many were deleted
 */
export async function dropOriginals(named: ReadonlySet<string>, before: Date): Promise<number> {
  const isOld = {
    $or: [
      { 'metadata.wantedAt': { $lt: before } },
      { 'metadata.wantedAt': { $exists: false }, uploadDate: { $lt: before } },
    ],
  };
  let dropped = 0;
  for await (const { _id, filename } of files().find(isOld, { projection: { filename: 1 } })) {
    if (named.has(filename)) continue;
    // The file goes first and only while nobody wants it again; without it its chunks are out of reach.
    const { deletedCount } = await files().deleteOne({ _id, ...isOld });
    if (deletedCount === 0) continue;
    await database().collection(`${BUCKET}.chunks`).deleteMany({ files_id: _id });
    dropped += 1;
  }
  return dropped;
}
