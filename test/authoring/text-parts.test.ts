/** Two languages are read beside each other part by part. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partsOf, partStarts } from '../../server/authoring/text-parts.ts';

test('a part begins at each section and question, not inside an example', () => {
  const text = 'Antes.\n\n## Uno\n\n```\n## no\n```\n\n### ¿Dos? {#q-two}\n\n- [x] sí';
  expect(partsOf(text)).toEqual([
    { line: 1, text: 'Antes.\n' },
    { line: 3, text: '## Uno\n\n```\n## no\n```\n' },
    { line: 9, text: '### ¿Dos? {#q-two}\n\n- [x] sí' },
  ]);
});

test('the parts together are the text, whatever it is', () => {
  const line = fc.constantFrom('', '## a', '### b {#q-b}', '```', '~~~', '#### c', 'words', '  ```x');
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      const parts = partsOf(text);
      expect(parts.map((part) => part.text).join('\n')).toBe(text);
      expect(parts.slice(1).map((part) => part.line)).toEqual(partStarts(lines).filter((start) => start > 1));
    }),
  );
});
