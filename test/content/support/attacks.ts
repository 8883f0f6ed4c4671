/** What attacks on Markdown, HTML, SVG and MathML are made of; a folder of collected ones can be given beside them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Written by us; the generator mixes them. */
export const PIECES = [
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
export interface Collection {
  name: string;
  vectors: string[];
}

/**
 * Collections of attacks that others have published, when `CORPORA` names a folder that holds some: a JSON array of
 * strings, or a text with one attack a line. They are not part of the project.
 */
export async function collections(): Promise<Collection[]> {
  const folder = process.env.CORPORA;
  if (folder === undefined) return [];
  const names = (await readdir(folder)).filter((name) => /\.(?:json|txt)$/.test(name)).toSorted();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const vectors = name.endsWith('.json')
        ? z.array(z.string()).parse(JSON.parse(text))
        : text.split('\n').filter((line) => line !== '');
      return { name, vectors };
    }),
  );
}

export const inPages = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
