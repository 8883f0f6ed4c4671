/** Every address refuses the stranger and each wrong role, and every form refuses what did not come from our pages. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { paths, type Address } from '../../server/paths.ts';
import { isAllowed, roles } from '../../server/policy.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  rumbo = await startRumbo();
  visitors.set('signed-out', rumbo.visitor());
  for (const role of roles) visitors.set(role, await rumbo.person(role, `${role}@example.org`));
});
afterAll(async () => {
  await rumbo.stop();
});

const sample: Record<string, string> = {
  lang: 'es',
  track: 'overview',
  module: 'overview-2',
  lesson: 'the-results-chain',
  worksheet: 'indicator-sheet',
  question: 'q-nothing',
  attempt: '0123456789abcdef01234567',
  user: '0123456789abcdef01234567',
  comment: '0123456789abcdef01234567',
  work: '0123456789abcdef01234567',
  token: 'nothing',
  hash: '0'.repeat(64),
  code: '0000000000000000',
  package: '0123456789abcdef01234567',
  path: 'index.html',
  name: 'x.svg',
  file: 'x.css',
  number: '1',
  from: '1',
  to: '2',
};
const everyone = ['signed-out', ...roles] as const;
const addresses = Object.entries(paths).map(([name, address]) => ({ name, address: address }));
const urlOf = (address: Address) => address(sample);

describe.each(addresses)('$name', ({ address }) => {
  test(`is for ${address.who} only`, async () => {
    for (const role of everyone) {
      const visitor = visitors.get(role);
      if (!visitor || address === paths.signOut) continue;
      const answer =
        address.method === 'get'
          ? await visitor.get(urlOf(address))
          : await visitor.post('/es/account', urlOf(address), {});
      const isRefused =
        answer.status === 403 ||
        answer.status === 401 ||
        answer.headers.location?.includes('/sign-in?next=') === true;
      // Those who may go there are not turned away as strangers; a lesson may still ask to enrol first.
      const isAsExpected = isAllowed(role, address.who) ? answer.status !== 401 : isRefused;
      expect({ role, status: answer.status, isAsExpected }).toEqual({
        role,
        status: answer.status,
        isAsExpected: true,
      });
      expect(answer.status).toBeLessThan(500);
    }
  });
});

const forms = addresses.filter(({ address }) => address.method === 'post');
describe.each(forms)('the form $name', ({ address }) => {
  test.each([
    { what: 'from another site', headers: { 'Sec-Fetch-Site': 'cross-site' } },
    { what: 'from a sister site', headers: { 'Sec-Fetch-Site': 'same-site' } },
    { what: 'from another origin', headers: { Origin: 'https://elsewhere.example' } },
    { what: 'without a token', headers: {} },
  ])('is refused $what', async ({ headers }) => {
    const answer = await request(rumbo.app)
      .post(urlOf(address))
      .set(headers)
      .type('form')
      .send({ name: 'x' });
    expect(answer.status).toBe(403);
  });
});

test('every answer carries the security headers, errors too', async () => {
  for (const url of ['/es', '/es/nothing', '/static/nothing', '/healthz']) {
    const { headers } = await request(rumbo.app).get(url);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('the address after signing in is one of ours', async () => {
  const visitor = rumbo.visitor();
  for (const next of [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/es//elsewhere.example',
  ]) {
    const page = await visitor.get(`/es/sign-in?next=${encodeURIComponent(next)}`);
    expect(page.text).toContain('name="next" value=""');
  }
  const own = await visitor.get('/es/sign-in?next=%2Fes%2Fmodules%2Foverview-2');
  expect(own.text).toContain('value="/es/modules/overview-2"');
});

test('guessing a password is slowed, and an unknown e-mail is answered like a known one', async () => {
  const visitor = rumbo.visitor();
  const guess = async (email: string) =>
    await visitor.post('/es/sign-in', '/es/sign-in', { email, password: 'not the password' });
  const known = await guess('learner@example.org');
  const unknown = await guess('nobody@example.org');
  expect(known.status).toBe(422);
  expect(unknown.text.replaceAll('nobody@', 'learner@')).toBe(known.text);
  for (let i = 0; i < 4; i++) await guess('learner@example.org');
  expect((await guess('learner@example.org')).status).toBe(429);
});
