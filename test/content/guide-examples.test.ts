/** What the guide for authors shows can be copied into a module as it stands. */
import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { examine } from '../../server/content/index.ts';
import { smallFolder } from './support/folder.ts';

const lesson = (text: string) => `---\ntitle: a\nminutes: 1\nobjectives: [o1]\n---\n\n${text}`;

/** Where an example belongs in the small module; null for an entry that only makes sense inside a larger file. */
function filesOf(kind: string, text: string): Record<string, string> | null {
  const inBoth = (name: string, content: string) => ({ [`es/${name}`]: content, [`en/${name}`]: content });
  if (kind === 'yaml') {
    const id = /^id: (.+)$/m.exec(text)?.[1];
    if (id === undefined) return null;
    return text.includes('\nparts:')
      ? { [`worksheets/${id}.yaml`]: text }
      : { 'module.yaml': text.replace(id, 'overview-1') };
  }
  if (!text.startsWith('---')) return inBoth('01-the-steps.md', lesson(text));
  // The example shows one question of the bank.
  if (text.includes('{#q-')) return inBoth('quiz.md', text.replace('draw: 8\n', ''));
  return inBoth(text.includes('objectives:') ? '01-the-steps.md' : 'facilitator.md', text);
}

test.each(['es', 'en'])('every example of the guide is read without an error (%s)', async (language) => {
  const guide = await readFile(`docs/authoring.${language}.md`, 'utf8');
  const examples = [...guide.matchAll(/^( *)```(yaml|markdown)\n([^]*?)^ *```/gm)].flatMap(
    ([, indent = '', kind = '', text = '']) => {
      const files = filesOf(kind, text.replaceAll(`\n${indent}`, '\n').trimStart());
      return files === null ? [] : [files];
    },
  );
  expect(examples.length).toBeGreaterThanOrEqual(8);
  for (const files of examples) {
    const { findings } = await examine(smallFolder({ files }));
    // Lessons, pictures and objectives that an example names stand beside it in a real module.
    const wrong = findings.filter(
      ({ rule, severity }) => severity === 'error' && !['links', 'images', 'objectives'].includes(rule),
    );
    expect(wrong.map(({ message }) => message[language === 'es' ? 'es' : 'en'])).toEqual([]);
  }
});
