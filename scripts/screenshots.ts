/**
 * Takes the README's pictures, and on request one of every page, of a running platform filled by `rumbo demo`.
 * Run: npx tsx scripts/screenshots.ts --url http://localhost:3000 --password PASSWORD [--all FOLDER]
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { projectRoot } from '../server/root.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    password: { type: 'string', default: '' },
    all: { type: 'string' },
  },
});

const lesson = 'modules/overview-2/lessons/the-results-chain';
const readme = [
  { name: 'home', as: null, path: 'es', width: 1280 },
  { name: 'lesson', as: 'carmen', path: `es/${lesson}`, width: 1280 },
  { name: 'quiz-phone', as: 'dario', path: 'es/modules/overview-1/quiz', width: 360 },
  { name: 'my-learning-phone', as: 'hugo', path: 'es/my-learning', width: 360 },
];
const everyone = {
  visitor: null,
  learner: 'hugo',
  fresh: 'adela',
  expert: 'ines',
  trainer: 'facilitadora',
  coordinator: 'coordinacion',
};
const pages: Record<keyof typeof everyone, string[]> = {
  visitor: [
    '',
    'tracks/overview',
    'tracks/dfa-expert',
    'modules/overview-2',
    'register',
    'sign-in',
    'glossary',
    'help',
    'nothing',
  ],
  fresh: ['my-learning', 'tracks/overview', lesson],
  learner: [
    'my-learning',
    'tracks/overview',
    'modules/overview-1',
    'modules/overview-1/quiz',
    lesson,
    'account',
  ],
  expert: ['tracks/dfa-expert', 'modules/dfa-expert-3', 'modules/dfa-expert-3/lessons/trends-and-use'],
  trainer: ['trainer/modules', 'trainer/people'],
  coordinator: ['trainer/people?q=ejemplo'],
};

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ],
});
if (values.all) await takeAll(browser, values.all);
else await takeReadme(browser);
await browser.close();

async function takeReadme(browser: Browser): Promise<void> {
  const folder = join(projectRoot, 'docs', 'images');
  await mkdir(folder, { recursive: true });
  for (const { name, as, path, width } of readme) {
    await take(browser, as, [{ path, file: join(folder, `${name}.png`), width, fullPage: false }]);
  }
}

async function takeAll(browser: Browser, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [who, paths] of Object.entries(pages) as [keyof typeof everyone, string[]][]) {
    const shots = paths.flatMap((path) =>
      (['es', 'en'] as const).flatMap((lang) =>
        [360, 1280].map((width) => ({
          path: `${lang}/${path}`,
          file: join(folder, `${who}-${path.replace(/\W+/g, '_') || 'home'}-${lang}-${String(width)}.png`),
          width,
          fullPage: true,
        })),
      ),
    );
    await take(browser, everyone[who], shots);
  }
}

interface Shot {
  path: string;
  file: string;
  width: number;
  fullPage: boolean;
}

async function take(browser: Browser, as: string | null, shots: Shot[]): Promise<void> {
  const context = await browser.newContext({ deviceScaleFactor: 1 });
  const page = await context.newPage();
  if (as !== null) {
    await page.goto(`${values.url}/es/sign-in`);
    await page.locator('#email').fill(`${as}@example.org`);
    await page.locator('#password').fill(values.password);
    await page.locator('main form button').click();
    await page.waitForURL(/my-learning/);
  }
  for (const { path, file, width, fullPage } of shots) {
    await page.setViewportSize({ width, height: width < 500 ? 740 : 860 });
    await page.goto(`${values.url}/${path}`);
    await page.screenshot({ path: file, fullPage });
  }
  await context.close();
}
