/** The libraries that the platform stands on, as they are. */
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import MongoStore from 'connect-mongo';
import { Cookie, type SessionData } from 'express-session';
import mongoose, { mongo } from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { personSchema } from './person.model.ts';
import { testDatabase } from './support.ts';

const { client, db } = testDatabase();

describe('mongoose', () => {
  const connection = mongoose.createConnection();
  const Person = connection.model('Person', personSchema, 'people');

  beforeAll(async () => {
    await connection.openUri(process.env.RUMBO_TEST_MONGODB_URI ?? '', { dbName: db.databaseName });
    await Person.init();
  });
  afterAll(() => connection.close());

  test('makes the indexes of a schema, and refuses a duplicate', async () => {
    expect(await Person.listIndexes()).toMatchObject([{ name: '_id_' }, { name: 'mail_1', unique: true }]);
    await Person.create({ mail: 'one@x' });
    await expect(Person.create({ mail: 'one@x' })).rejects.toMatchObject({
      code: 11_000,
      keyValue: { mail: 'one@x' },
    });
  });

  test('keeps times, sub-documents and maps', async () => {
    const { _id } = await Person.create({
      mail: 'two@x',
      scores: [{ quiz: 'a', value: 1 }],
      parts: { x: 1 },
    });
    await Person.updateOne({ _id, 'scores.quiz': 'a' }, { $set: { 'scores.$.value': 5, 'parts.y': 2 } });
    await Person.updateOne({ _id }, { $push: { scores: { quiz: 'b', value: 2 } } });
    const person = await Person.findById(_id).orFail();
    expect(person.scores.map(({ value }) => value)).toEqual([5, 2]);
    expect(Object.fromEntries(person.parts ?? [])).toEqual({ x: 1, y: 2 });
    expect(person.updatedAt.getTime()).toBeGreaterThanOrEqual(person.createdAt.getTime());
  });

  test('refuses a save over a change that someone else made meanwhile', async () => {
    await Person.create({ mail: 'three@x' });
    const [mine, theirs] = await Promise.all([
      Person.findOne({ mail: 'three@x' }).orFail(),
      Person.findOne({ mail: 'three@x' }).orFail(),
    ]);
    mine.set('seen', new Date());
    theirs.set('seen', new Date(0));
    await mine.save();
    await expect(theirs.save()).rejects.toMatchObject({ name: 'VersionError' });
  });

  test('writes in bulk, counts, pages and streams', async () => {
    await Person.bulkWrite(
      Array.from({ length: 30 }, (_, i) => ({
        updateOne: {
          filter: { mail: `bulk${String(i)}@x` },
          update: { $set: { seen: new Date(i) } },
          upsert: true,
        },
      })),
    );
    expect(await Person.countDocuments({ mail: /^bulk/ })).toBe(30);
    const page = await Person.find({ mail: /^bulk/ }).sort({ seen: -1 }).skip(5).limit(2).lean();
    expect(page.map(({ mail }) => mail)).toEqual(['bulk24@x', 'bulk23@x']);
    let streamed = 0;
    for await (const person of Person.find({ mail: /^bulk/ }).cursor({ batchSize: 7 }))
      streamed += person.mail.length > 0 ? 1 : 0;
    expect(streamed).toBe(30);
    expect(await Person.exists({ mail: 'nobody@x' })).toBeNull();
    expect((await Person.deleteMany({ mail: /^bulk/ })).deletedCount).toBe(30);
  });
});

describe('connect-mongo', () => {
  test('keeps, touches, lists and removes sessions', async () => {
    const store = MongoStore.create({ client, dbName: db.databaseName, ttl: 60 });
    const call = <T>(
      work: (done: (error: unknown, result?: T | null) => void) => void,
    ): Promise<T | null | undefined> =>
      new Promise((resolve, reject) => {
        work((error, result) => {
          if (error instanceof Error) reject(error);
          else resolve(result);
        });
      });
    const session: SessionData = { cookie: Object.assign(new Cookie(), { originalMaxAge: 60_000 }) };
    await call((done) => store.set('s1', session, done));
    expect(await call<SessionData>((done) => store.get('s1', done))).toMatchObject({
      cookie: { originalMaxAge: 60_000 },
    });
    await call((done) => store.touch('s1', session, done));
    expect(await call<number>((done) => store.length(done))).toBe(1);
    await call((done) => store.destroy('s1', done));
    expect(await call<SessionData>((done) => store.get('s1', done))).toBeFalsy();
    const indexes = await db.collection('sessions').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { expires: 1 }, expireAfterSeconds: 0 }));
  });
});

describe('rate-limiter-flexible', () => {
  test('counts twenty at once and lets ten pass', async () => {
    const limiter = new RateLimiterMongo({
      storeClient: client,
      dbName: db.databaseName,
      points: 10,
      duration: 60,
    });
    // It makes its unique index without waiting for it; only then is one key one document.
    const hasIndex = async (): Promise<boolean> =>
      (await db.collection('rlflx').indexes()).some(({ name }) => name === 'key_1');
    while (!(await hasIndex().catch(() => false))) await wait(20);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => limiter.consume('1.2.3.4')));
    const refused = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map(({ reason }) => reason as unknown);
    expect(refused).toHaveLength(10);
    expect(refused.every((reason) => reason instanceof RateLimiterRes)).toBe(true);
    expect((await limiter.get('1.2.3.4'))?.consumedPoints).toBe(20);
  });
});

describe('GridFS', () => {
  test('gives back each byte, whole and in part, and removes a file', async () => {
    const bucket = new mongo.GridFSBucket(db);
    const content = randomBytes(1_300_000);
    const upload = bucket.openUploadStream('map.pdf', { metadata: { type: 'application/pdf' } });
    await pipeline(Readable.from([content.subarray(0, 500_000), content.subarray(500_000)]), upload);
    const read = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part);
      return Buffer.concat(parts);
    };
    const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await read(bucket.openDownloadStream(upload.id)))).toBe(hash(content));
    expect(await read(bucket.openDownloadStream(upload.id, { start: 300_000, end: 300_010 }))).toEqual(
      content.subarray(300_000, 300_010),
    );
    expect(await bucket.find({ filename: 'map.pdf' }).toArray()).toMatchObject([
      { length: 1_300_000, metadata: { type: 'application/pdf' } },
    ]);
    await bucket.delete(upload.id);
    expect(await db.collection('fs.chunks').countDocuments()).toBe(0);
  });
});
