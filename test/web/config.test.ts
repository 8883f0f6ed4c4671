import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readConfig } from '../../server/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'rumbo-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('an empty environment is enough, and the session secret stays the same at the next start', () => {
  const first = readConfig({ DATA_DIR: folder });
  expect(first).toMatchObject({
    port: 3000,
    host: 'localhost',
    mongodbUri: null,
    baseUrl: null,
    trustProxy: 0,
  });
  expect(first.sessionSecret).toHaveLength(64);
  expect(readConfig({ DATA_DIR: folder }).sessionSecret).toBe(first.sessionSecret);
});

test('all bad values are told together, each with what it should be, none with its value', () => {
  const secret = 'too short';
  const read = () =>
    readConfig({
      DATA_DIR: folder,
      PORT: '70000',
      MONGODB_URI: 'postgres://x',
      BASE_URL: 'rumbo',
      SESSION_SECRET: secret,
    });
  expect(read).toThrow(
    [
      'PORT must be a whole number from 0 to 65535.',
      'MONGODB_URI must be an address that begins with mongodb:// or mongodb+srv://.',
      'BASE_URL must be an address such as https://rumbo.example.org.',
      'SESSION_SECRET must be at least 32 characters.',
    ].join('\n'),
  );
  expect(read).not.toThrow(secret);
});

test('a data folder that cannot be made is told in a sentence', () => {
  expect(() => readConfig({ DATA_DIR: '/dev/null/rumbo' })).toThrow(
    'DATA_DIR must be a folder that can be written to',
  );
});
