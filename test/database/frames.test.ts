/** MongoDB Wire Protocol: whatever bytes come, the frame reader gives messages or refuses; it does not break. */
import { expect, test } from '@jest/globals';
import { fuzzFrames } from './fuzz.ts';
import { BadFrame, FrameReader, MAX_MESSAGE_BYTES } from '../../server/database/embedded/wire/frames.ts';

test('20,000 random and mutated messages are read or refused', () => {
  const { messages, read, refused } = fuzzFrames(20_000, 1);
  expect(read + refused).toBe(messages);
  expect(read).toBeGreaterThan(messages / 10);
  expect(refused).toBeGreaterThan(messages / 10);
});

test('messages are the same however the bytes are cut', () => {
  const message = Buffer.alloc(37, 7);
  message.writeInt32LE(37, 0);
  const stream = Buffer.concat([message, message, message]);
  for (let size = 1; size < stream.length; size++) {
    const reader = new FrameReader();
    const frames = [];
    for (let at = 0; at < stream.length; at += size)
      frames.push(...reader.push(stream.subarray(at, at + size)));
    expect(frames.map(({ body }) => body)).toEqual([1, 2, 3].map(() => message.subarray(16)));
    expect(reader.held).toBe(0);
  }
});

test.each([-1, 0, 15, MAX_MESSAGE_BYTES + 1])('a message that claims %d bytes is refused', (length) => {
  const header = Buffer.alloc(16);
  header.writeInt32LE(length, 0);
  expect(() => new FrameReader().push(header)).toThrow(BadFrame);
});
