/** The commonest slips in YAML and drawings are told in words that a subject expert understands, in both languages. */
import { expect, test } from '@jest/globals';
import { findingsOf } from './support/folder.ts';

const told = async (name: string, text: string) =>
  (await findingsOf({ files: { [name]: text } }))
    .filter(({ file, severity }) => file.endsWith(name) && severity === 'error')
    .map(({ line, column, message }) => `${line}:${column} ${message.es} / ${message.en}`);

test.each([
  ['a tab', 'id: a\n\tb: c', '2:1 Las líneas se sangran con espacios', 'indented with spaces'],
  ['a colon in a text', 'title: Uno: dos', '1:8 Un texto con «: » va entre comillas', 'quotation marks'],
  ['a key twice', 'id: a\nid: b', '2:1 Esta clave está dos veces', 'there twice'],
  ['a list left open', 'id: [a', '1:7 Falta cerrar', 'is not closed'],
  ['quotation marks left open', 'id: "a', '1:7 Falta cerrar', 'is not closed'],
  ['a mark at the beginning', 'id: @a', '1:5 Un texto que empieza con este signo', 'begins with this mark'],
  ['an alias', 'id: a\nlicence: *a', '2:10 Un texto que empieza con este signo', 'begins with this mark'],
  ['a line without its colon', 'objectives:\n- id: a\n  es b\n', '3:3 Falta «: »', 'is missing'],
  ['a list beside keys', '- a\nb: c', '2:1 Esto no puede ir aquí', 'do not mix'],
  ['a second group', 'id: a\n---\nid: b', '2:1 Sobra la línea «---»', 'one too many'],
])('in YAML, %s', async (_, text, es, en) => {
  const [first = '', ...others] = await told('module.yaml', text);
  expect(first).toContain(es);
  expect(first).toContain(en);
  expect(others).toEqual([]);
});

test('keys that are missing, unknown or of another kind are all told', async () => {
  const sentences = await told('module.yaml', 'id: 5\ntitel: a\nminutes: sesenta\nlicence: ""\n');
  expect(sentences.join('\n')).toMatch(/1:5 «id» debe ser un texto\. \/ “id” must be a text\./);
  expect(sentences.join('\n')).toMatch(/Aquí no se conoce: titel\./);
  expect(sentences.join('\n')).toMatch(/3:10 «minutes» debe ser un número/);
  expect(sentences.join('\n')).toMatch(/4:10 «licence» está vacío/);
  expect(sentences.join('\n')).toMatch(/Falta «authors»\./);
});

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', 'no cierra nada', 'closes nothing'],
  ['<svg xmlns="http://www.w3.org/2000/svg"><g>', 'falta cerrar', 'is not closed'],
  ['<html/>', 'no es <svg>', 'is not <svg>'],
  ['hola', 'hay texto fuera', 'text outside'],
  ['<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', 'declaraciones', 'declarations'],
])('in a drawing, %s', async (text, es, en) => {
  const [first = ''] = await told('assets/a.svg', text);
  expect(first).toContain(es);
  expect(first).toContain(en);
});
