/** A stored package's files, as the player's frame asks for them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const LIST = '/es/trainer/packages';
let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
let files: string;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'trainer@example.org');
  const form = await trainer.get(LIST);
  const token = /name="request" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  const order = { request: token, what: 'module:overview-2', format: '1.2', languages: 'es' };
  const url = (await trainer.post(LIST, LIST, order)).headers.location ?? '';
  while ((await trainer.get(url)).text.includes('data-building'))
    await new Promise((resolve) => setTimeout(resolve, 50));
  files = `/packages/${url.split('/').at(-1) ?? ''}/files`;
});
afterAll(() => rumbo.stop());

test('the launch page comes as it stands in the archive, with less freedom than any page of ours', async () => {
  const { headers, status, text } = await trainer.get(`${files}/index.html`);
  expect(status).toBe(200);
  expect(text).toMatch(/^<!doctype html>/);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  const policy = headers['content-security-policy'] ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts allow-same-origin',
  ])
    expect(policy).toContain(rule);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test('each kind of file has its type; a drawing runs nothing', async () => {
  const page = await trainer.get(`${files}/index.html`);
  const drawing = /src="(assets\/[^"]+\.svg)"/.exec(page.text)?.[1] ?? '';
  const types = await Promise.all(
    ['runtime.js', 'course.css', 'imsmanifest.xml', drawing].map(async (name) => {
      const { headers } = await trainer.get(`${files}/${name}`);
      return headers['content-type']?.split(';')[0];
    }),
  );
  expect(types).toEqual(['text/javascript', 'text/css', 'application/xml', 'image/svg+xml']);
  const { headers } = await trainer.get(`${files}/${drawing}`);
  expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
});

describe('what is not exactly a name in the archive is not found', () => {
  test.each([
    'nothing.html',
    'INDEX.html',
    'assets',
    'assets/',
    '../index.html',
    '%2e%2e/%2e%2e/package.json',
    'assets/..%2findex.html',
    'assets%2f..%2f..%2fpackage.json',
    '/etc/passwd',
    '..%5c..%5cpackage.json',
    'index.html%00.js',
    './index.html%20',
    'a/b/c/d/e/f/g/h/i/index.html',
  ])('%s', async (path) => {
    const { status, text } = await trainer.get(`${files}/${path}`);
    // A client resolves what climbs by itself; whatever arrives, nothing of it comes from this machine's disk.
    expect(status === 404 || status === 303).toBe(true);
    expect(text).not.toContain('"dependencies"');
  });
});

test('only trainers and coordinators see it', async () => {
  const learner = await rumbo.person('learner', 'learner@example.org');
  expect((await learner.get(`${files}/index.html`)).status).toBe(403);
  expect((await request(rumbo.app).get(`${files}/index.html`)).status).toBe(303);
  const coordinator = await rumbo.person('coordinator', 'coordinator@example.org');
  expect((await coordinator.get(`${files}/index.html`)).status).toBe(200);
});

test('a package that does not exist has no files', async () => {
  expect((await trainer.get('/packages/0123456789abcdef01234567/files/index.html')).status).toBe(404);
  expect((await trainer.get('/packages/x/files/index.html')).status).toBe(404);
});
