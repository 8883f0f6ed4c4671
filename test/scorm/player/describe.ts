/** Packages played from the ZIP in Chromium, in an LMS that reads the standards strictly (scorm-again). */
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { PackageOptions } from '../../../server/scorm/index.ts';
import { hasBrowser, openBrowser } from '../../support/browser.ts';
import { makeFolder, packTo } from '../packages.ts';
import { Lms } from './lms.ts';

/** Packs the sample and installs it in an LMS of its own. */
export type Install = (options?: Partial<PackageOptions>) => Promise<Lms>;

export function describePackages(name: string, tests: (install: Install) => void): void {
  let browser: Browser;
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  let opened: Lms[] = [];

  const install: Install = async (options = {}) => {
    const file = join(folder.path, `${String(opened.length)}.zip`);
    const lms = await Lms.open(await packTo(file, options), browser);
    opened.push(lms);
    return lms;
  };

  (hasBrowser ? describe : describe.skip)(
    `${name}, in Chromium (skipped where there is no /usr/bin/chromium)`,
    () => {
      beforeAll(async () => {
        folder = await makeFolder();
        browser = await openBrowser();
      });
      afterAll(async () => {
        await browser.close();
        await folder.remove();
      });
      afterEach(async () => {
        for (const lms of opened) {
          expect(lms.strays).toEqual([]);
          await lms.close();
        }
        opened = [];
      });
      tests(install);
    },
  );
}
