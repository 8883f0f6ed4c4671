import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../server/root.ts';

const axeSource = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** All rules that axe-core has on by itself. What passes is not described; no film or sound is fetched to be judged: there is none. */
const RUN = `axe.run({ resultTypes: ['violations'], preload: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`;

/** How a page is looked at. */
export interface Look {
  width: number;
  colorScheme: 'light' | 'dark';
}

/** No sideways scroll, and nothing that axe-core knows to be wrong (it needs scripts; the pages are the same without). */
export async function expectSound(page: Page, width: number, scripts = true): Promise<void> {
  const url = page.url();
  expect({ url, width: await page.evaluate('document.documentElement.scrollWidth') }).toEqual({ url, width });
  if (!scripts) return;
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(`${axeSource};0`);
  const violations = await page.evaluate(RUN);
  expect({ url, width, violations }).toEqual({ url, width, violations: [] });
}

/** A page that is open already, looked at in several ways: nothing is loaded anew between them. */
export async function expectSoundIn(page: Page, looks: readonly Look[]): Promise<void> {
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await expectSound(page, width);
  }
}
