/** Files of `assets/` as they were handed in, in GridFS by the hash of their bytes. They are never served to learners. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import mongoose, { type mongo } from 'mongoose';

function bucket(): mongo.GridFSBucket {
  if (!mongoose.connection.db) throw new Error('The database is not connected.');
  return new mongoose.mongo.GridFSBucket(mongoose.connection.db, { bucketName: 'originals' });
}

/** Safe to repeat. @returns the SHA-256 of the bytes, under which they are found again */
export async function storeOriginal(bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (await bucket().find({ filename: hash }, { limit: 1 }).hasNext()) return hash;
  const upload = bucket().openUploadStream(hash);
  upload.end(bytes);
  await finished(upload);
  return hash;
}

/** @returns the bytes, or null when there are none of that hash */
export async function findOriginal(hash: string): Promise<Buffer | null> {
  const [file] = await bucket().find({ filename: hash }, { limit: 1 }).toArray();
  return file ? await buffer(bucket().openDownloadStream(file._id)) : null;
}
