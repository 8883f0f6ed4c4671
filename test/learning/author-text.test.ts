/** Whatever an author types into any field is words on every page, never markup: published past the checker. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { forgetCatalogue, publishContent } from '../../server/catalogue/index.ts';
import { hashOf } from '../../server/content/index.ts';
import { ModuleSchema, TrackSchema } from '../../server/content/module.ts';
import { buildPackage } from '../../server/scorm/index.ts';
import { assetBytes, questions, sampleModule, sampleTrack } from '../scorm/modules.ts';
import { startRumbo } from '../support/rumbo.ts';

const ATTACK = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;
/** What names things and has a strict shape; all else is an author's free text. */
const NAMES = /^(?:id|track|kind|type|hash|name|key|answer|formula|objective|objectives|modules|opensAfter)$/;

function hostile(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return NAMES.test(key) ? value : `${value} ${ATTACK}`;
  if (Array.isArray(value)) return value.map((one) => hostile(one, key));
  if (typeof value !== 'object' || value === null || key === 'assets') return value;
  return Object.fromEntries(Object.entries(value).map(([own, one]) => [own, hostile(one, own)]));
}

const module = ModuleSchema.parse({
  ...(hostile(sampleModule) as object),
  track: 'overview',
  facilitator: {
    title: { es: ATTACK, en: ATTACK },
    minutes: 60,
    markdown: { es: `Solo para quien facilita. ${ATTACK}`, en: ATTACK },
  },
});
const track = TrackSchema.parse({
  ...(hostile(sampleTrack) as object),
  id: 'overview',
  modules: [module.id],
});

/** An element that only the attack can have made, or an address that runs. */
const RUNS = /<img src=(?:x|"x"|&quot;x)|<script>alert|onerror="|href="javascript:/;

const start = { file: 'overview/a/module.yaml', line: 1, column: 1 };

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
  await publishContent({
    tracks: [track],
    modules: [
      {
        module,
        folder: 'overview/a',
        hash: hashOf(module),
        assets: new Map(),
        files: new Map(),
        findings: [],
        identity: { questions: new Map(), cells: new Map(), lessons: new Set(), start },
      },
    ],
    failed: [],
    findings: [],
  });
  forgetCatalogue();
});
afterAll(async () => {
  await rumbo.stop();
});

test('no page of the site lets an author’s text become markup', async () => {
  const learner = await rumbo.person('learner', 'ana@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const quiz = `/es/modules/${module.id}/quiz`;
  const seen: string[] = [];
  const hold = (address: string, text: string) => {
    expect({ address, found: RUNS.exec(text)?.[0] }).toEqual({ address, found: undefined });
    if (text.includes('alert(1)')) seen.push(address);
  };
  const lesson = `/es/modules/${module.id}/lessons`;
  for (const address of [
    '/es',
    '/es/tracks/overview',
    `/es/modules/${module.id}`,
    '/es/glossary',
    '/es/my-learning',
    '/es/search?q=producto',
    `${lesson}/first-steps`,
    `${lesson}/first-steps?check=check-output&r.check-output=a`,
    `${lesson}/the-chain`,
    quiz,
  ])
    hold(address, (await learner.get(address)).text);
  const started = await learner.post(quiz, `${quiz}/start`, {});
  const attempt = (await learner.get(quiz)).text;
  hold('attempt', attempt);
  const action = /<form class="body[^>]* action="([^"]+)"/.exec(attempt)?.[1] ?? '';
  expect(started.status).toBe(303);
  await learner.post(quiz, action, { [`r.${questions[0]?.id ?? ''}`]: 'a', submit: '1' });
  hold('result', (await learner.get(action)).text);
  const trainer = await rumbo.person('trainer', 'tere@example.org');
  hold('/es/trainer/modules', (await trainer.get('/es/trainer/modules')).text);
  // The attack was there as words: the pages did show the author's text.
  expect(seen).toHaveLength(13);
});

test('nor does a package', async () => {
  const plan = await buildPackage({
    modules: [module],
    languages: ['es', 'en'],
    format: '1.2',
    passMark: 0.7,
    revision: 1,
    assets: assetBytes,
  });
  for (const { path, data } of plan.files.filter((file) => /\.(?:html|xml)$/.test(file.path))) {
    const text = (typeof data === 'function' ? await buffer(data()) : data).toString();
    expect({ path, found: RUNS.exec(text)?.[0] }).toEqual({ path, found: undefined });
    expect(text).not.toContain('Solo para quien facilita');
  }
});
