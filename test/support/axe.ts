import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../server/root.ts';

const axeSource = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** No sideways scroll, and nothing that axe-core knows to be wrong (it needs scripts; the pages are the same without). */
export async function expectSound(page: Page, width: number, scripts = true): Promise<void> {
  const url = page.url();
  expect({ url, width: await page.evaluate('document.documentElement.scrollWidth') }).toEqual({ url, width });
  if (!scripts) return;
  await page.evaluate(`${axeSource};0`);
  const violations = await page.evaluate(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 160)).join(" | ")))',
  );
  expect({ url, violations }).toEqual({ url, violations: [] });
}
