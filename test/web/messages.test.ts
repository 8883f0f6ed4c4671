import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { messages } from '../../server/rendering/messages/index.ts';
import { isMessageKey, translate, formatNumber, formatPercent } from '../../server/rendering/index.ts';
import { viewNames } from '../../server/rendering/templates.ts';
import { projectRoot } from '../../server/root.ts';

const places = (message: unknown): string[] =>
  [...JSON.stringify(message).matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name, at, all) => all.indexOf(name) === at)
    .sort();

test('every message says something in both languages, with the same places to fill', () => {
  for (const [key, { es, en }] of Object.entries(messages)) {
    expect({ key, empty: JSON.stringify(es).length < 4 || JSON.stringify(en).length < 4 }).toEqual({
      key,
      empty: false,
    });
    expect({ key, places: places(es) }).toEqual({ key, places: places(en) });
  }
});

test('no message is written twice under one key in two files', () => {
  // Spreading would let the later one win silently.
  const folder = join(projectRoot, 'server/rendering/messages');
  const files = readdirSync(folder).filter((name) => name !== 'index.ts');
  const keys = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key),
  );
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('views name messages that exist, and hold no words of their own', () => {
  for (const view of viewNames()) {
    const source = readFileSync(join(projectRoot, 'views', `${view}.hbs`), 'utf8');
    for (const [, key = ''] of source.matchAll(/\bt "([^"]+)"/g))
      expect({ view, key, known: isMessageKey(key) }).toEqual({ view, key, known: true });
    const words = source
      .replace(/\{\{\{?[^}]*\}?\}\}/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/Español|English|Rumbo|&[a-z]+;|☐|·/g, ' ')
      .match(/\p{L}{3,}/gu);
    expect({ view, words }).toEqual({ view, words: null });
  }
});

test('numbers are written as each language writes them', () => {
  expect([2500, 40000, 74.7].map((value) => formatNumber(value, 'es'))).toEqual([
    '2500',
    '40\u00a0000',
    '74.7',
  ]);
  expect([2500, 40000, 74.7].map((value) => formatNumber(value, 'en'))).toEqual(['2,500', '40,000', '74.7']);
  expect([formatPercent(0.7, 'es'), formatPercent(0.7, 'en')]).toEqual(['70\u00a0%', '70%']);
  expect(translate('es', 'catalogue.lessons', { count: 1 })).toBe('1 lección');
  expect(translate('en', 'catalogue.lessons', { count: 4 })).toBe('4 lessons');
});
