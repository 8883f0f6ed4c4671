/** BSON specification, version 1.1: what is stored comes back as it was, type by type. */
import { expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { testDatabase } from './support.ts';

const { collection } = testDatabase();
const { Binary, BSON, BSONRegExp, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp, UUID } = mongo;

const everything = {
  _id: new ObjectId(),
  int: new Int32(-5),
  long: Long.fromString('9007199254740993'),
  double: new Double(3),
  fraction: new Double(0.1),
  negativeZero: new Double(-0),
  notANumber: new Double(NaN),
  infinity: new Double(-Infinity),
  text: 'ñandú \u{1F999} \0 end',
  empty: '',
  date: new Date(-1),
  yes: true,
  nothing: null,
  bytes: new Binary(Buffer.from([0, 255, 128])),
  uuid: new UUID('0b1a9a3c-6a3b-4f0e-9d3a-1c5f0f6f7a11'),
  regex: new BSONRegExp('^a+$', 'i'),
  timestamp: Timestamp.fromBits(7, 1_700_000_000),
  least: new MinKey(),
  greatest: new MaxKey(),
  list: [new Int32(1), new Double(1), [], {}],
  nested: { z: 1, a: { '': 2 } },
};

test('every type survives byte for byte: stored, read, projected and changed beside', async () => {
  const sent = Buffer.from(BSON.serialize(everything));
  const things = await collection();
  await things.insertOne(everything);
  const raw = async (options: mongo.FindOptions = {}): Promise<Buffer> =>
    (await things.findOne({}, { raw: true, ...options })) as unknown as Buffer;
  expect(Buffer.from(await raw())).toEqual(sent);
  await things.updateOne({}, { $set: { added: 'x' } });
  await things.updateOne({}, { $unset: { added: '' } });
  expect(Buffer.from(await raw())).toEqual(sent);
  expect(Buffer.from(await raw({ projection: { added: 0 } }))).toEqual(sent);
});

test('each value is found by itself', async () => {
  const things = await collection([everything]);
  for (const [name, value] of Object.entries(everything)) {
    // A regular expression is looked for by what it matches, an array by its elements as well.
    if (name === 'regex' || name === 'list') continue;
    expect([name, await things.countDocuments({ [name]: value })]).toEqual([name, 1]);
  }
});
