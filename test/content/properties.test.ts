import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse as parseYaml, stringify } from 'yaml';
import {
  contentOf,
  examine,
  readFolder,
  renderLesson,
  renderQuestion,
  type ContentFiles,
} from '../../server/content/index.ts';
import { readPlainYaml } from '../../server/content/reading/plain-yaml.ts';
import { printModule } from '../../server/content/print.ts';
import { moduleArbitrary, tracksYaml } from './support/arbitraries.ts';
import { links, smallFolder } from './support/folder.ts';

// The same cases on every machine; `SEED=… npm run test:only` tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 4) });

const parse: (text: string) => unknown = parseYaml;

const folderOf = (files: ReadonlyMap<string, string>): ContentFiles =>
  new Map([
    ['tracks.yaml', Buffer.from(tracksYaml)],
    ...[...files].map(([name, text]): [string, Buffer] => [`overview/the-chain/${name}`, Buffer.from(text)]),
  ]);

test('a module that is printed and read again is the same module', () => {
  fc.assert(
    fc.property(moduleArbitrary, (module) => {
      const { modules, findings } = contentOf(folderOf(printModule(module)));
      const told = findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'unique-ids');
      expect(told).toEqual([]);
      // Ids that the generator repeats are rightly refused.
      fc.pre(findings.every(({ severity }) => severity === 'advice'));
      expect(modules[0]?.module).toEqual(module);
    }),
    { numRuns: 150 },
  );
});

test('the real modules, printed and read again, are the same modules', async () => {
  const { files } = await readFolder('modules-content');
  const before = contentOf(files);
  expect(before.modules.length).toBeGreaterThan(1);
  for (const { module, folder } of before.modules) {
    const printed = new Map(files);
    for (const [name, text] of printModule(module)) printed.set(`${folder}/${name}`, Buffer.from(text));
    const after = contentOf(printed).modules.find((one) => one.folder === folder);
    expect(after?.module).toEqual(module);
  }
});

/** Every finding stands in a file of the folder, or names the folder, at a line that the file has. */
async function expectPlaced(files: ContentFiles): Promise<void> {
  const { content, findings } = await examine(files);
  for (const { file, line, column, message } of findings) {
    const lines =
      files
        .get(file)
        ?.toString()
        .split(/\r\n?|\n/).length ?? 1;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message.es !== '' && message.en !== '').toBe(true);
  }
  for (const { module } of content.modules) {
    for (const language of ['es', 'en'] as const) {
      for (const { id } of module.lessons) renderLesson(module, id, language, links);
      for (const question of module.quiz.questions) renderQuestion(question, language, links, module);
    }
  }
}

test('random bytes in any file never crash the checker and always have a place', async () => {
  const names = [
    'module.yaml',
    'es/01-the-steps.md',
    'es/quiz.md',
    'assets/a.svg',
    'assets/a.png',
    'worksheets/a.yaml',
    'twins.yaml',
    'es/facilitator.md',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.uint8Array({ maxLength: 400 }), async (name, bytes) => {
      await expectPlaced(smallFolder({ files: { [name]: Buffer.from(bytes) } }));
    }),
    { numRuns: 400 },
  );
});

test('real modules with pieces torn out, doubled and mixed never crash the checker', async () => {
  const { files } = await readFolder('modules-content');
  const own = [...files].filter(([name]) =>
    /^(?:overview\/country-results-framework|dfa-expert\/mapping-finance-flows)\//.test(name),
  );
  const others = [...files].filter(([name]) =>
    ['tracks.yaml', 'glossary.es.yaml', 'glossary.en.yaml'].includes(name),
  );
  const pieces = [
    '### a {#q-a}\n',
    '\n\n',
    '- [x] ',
    '> ',
    '| a |\n| - |\n',
    '$',
    '[^1]',
    '[[',
    '```\n',
    '---\n',
    '<svg onload=x>',
    '{{worksheet:a}}',
    '\t',
    '\ufeff',
    'é',
    '\u0000',
    '= 1\n',
    '![](',
    '*',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...own.keys()),
      fc.nat(),
      fc.nat(300),
      fc.array(fc.constantFrom(...pieces), { maxLength: 6 }),
      async (index, at, length, inserted) => {
        const [name = '', bytes = Buffer.alloc(0)] = own[index] ?? [];
        const text = bytes.toString();
        const start = at % (text.length + 1);
        const mutated = text.slice(0, start) + inserted.join('') + text.slice(start + length);
        await expectPlaced(new Map([...others, ...own, [name, Buffer.from(mutated)]]));
      },
    ),
    { numRuns: 60 },
  );
});

test('the quick YAML reader says what the whole parser says, or nothing', async () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('a: b', 'a #b', '- x', '0x1f', '~', '.5', 'es', '1.', '01', 'no', 'x]', '@d'),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('es', 'en', 'y2021', '2021')), tie('tree'), {
        maxKeys: 4,
      }),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.constantFrom('flow', 'any'), (value, collectionStyle) => {
      const text = stringify(value, { collectionStyle, lineWidth: 0 });
      const quick = readPlainYaml(text);
      expect(quick ?? { value: parse(text) }).toEqual({ value: parse(text) });
    }),
    { numRuns: 1500 },
  );
  const { files } = await readFolder('modules-content');
  const real = [...files].filter(([name]) => name.endsWith('.yaml')).map(([, bytes]) => bytes.toString());
  for (const text of real)
    expect(readPlainYaml(text) ?? { value: parse(text) }).toEqual({ value: parse(text) });
  const torn = fc.tuple(
    fc.constantFrom(...real.map((text) => text.slice(0, 1200))),
    fc.nat(1200),
    fc.constantFrom('\n', ' ', ':', '- ', ' #', '"', "'", '[', '}', ',', '|', '&', '\t', '?', ''),
    fc.nat(3),
  );
  fc.assert(
    fc.property(torn, ([text, at, inserted, gone]) => {
      const mutated = text.slice(0, at) + inserted + text.slice(at + gone);
      const quick = readPlainYaml(mutated);
      fc.pre(quick !== undefined);
      expect(quick.value).toEqual(parse(mutated));
    }),
    { numRuns: 800 },
  );
});
