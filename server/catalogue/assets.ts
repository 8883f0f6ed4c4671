/** Images of published modules, in GridFS by the hash of their bytes, so that the same image is kept once. */
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import mongoose, { type mongo } from 'mongoose';
import type { Asset } from '../content/module.ts';
import { LimitedMap } from '../limited-map.ts';

const BUCKET = 'assets';
const MEMORY_BYTES = 32 * 1024 * 1024;

export interface StoredAsset {
  type: string;
  bytes: Buffer;
}

const inMemory = new LimitedMap<string, StoredAsset>(MEMORY_BYTES, ({ bytes }) => bytes.length);

function bucket(): mongo.GridFSBucket {
  if (!mongoose.connection.db) throw new Error('The database is not connected.');
  return new mongoose.mongo.GridFSBucket(mongoose.connection.db, { bucketName: BUCKET });
}

/** Stores an image unless one of the same bytes is there. Safe to repeat. */
export async function storeAsset(asset: Asset, bytes: Buffer): Promise<void> {
  const known = await bucket().find({ filename: asset.hash }, { limit: 1 }).hasNext();
  if (known) return;
  const upload = bucket().openUploadStream(asset.hash, { metadata: { type: asset.type } });
  upload.end(bytes);
  await finished(upload);
}

/** @returns the image whose bytes have that SHA-256, or null; held in memory, for pages that are asked for often */
export async function findAsset(hash: string): Promise<StoredAsset | null> {
  const held = inMemory.get(hash);
  if (held) return held;
  const [file] = await bucket().find({ filename: hash }, { limit: 1 }).toArray();
  if (!file) return null;
  const bytes = await buffer(bucket().openDownloadStream(file._id));
  const type: unknown = file.metadata?.type;
  const asset = { type: typeof type === 'string' ? type : 'application/octet-stream', bytes };
  inMemory.set(hash, asset);
  return asset;
}

/** The same piece by piece: what is read in bulk leaves the memory to what pages need. Fails when it is not there. */
export function openAsset(hash: string): Readable {
  return bucket().openDownloadStreamByName(hash);
}
