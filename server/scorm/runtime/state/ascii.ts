/**
 * Texts as plain ASCII without the separators of suspend data: LMSs count, cut and send non-ASCII letters in
 * different ways. `~` opens an escape: a letter for what Spanish needs most, else the code point in brackets.
 */
const LETTERS: Readonly<Record<string, string>> = {
  á: 'a',
  é: 'e',
  í: 'i',
  ó: 'o',
  ú: 'u',
  ñ: 'n',
  ü: 'w',
  '¿': 'q',
  '¡': 'x',
  Á: 'A',
  É: 'E',
  Í: 'I',
  Ó: 'O',
  Ú: 'U',
  Ñ: 'N',
  '\n': 'r',
  '\u00a0': 's',
  '–': 'd',
  '−': 'm',
  '“': 'l',
  '”': 'k',
  '’': 'p',
  '«': 'g',
  '»': 'h',
  '€': 'c',
  '°': 'z',
  '~': '0',
  '|': '1',
  ';': '2',
  ':': '3',
};
const CHARACTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTERS).map(([character, letter]) => [letter, character]),
);

export function toAscii(text: string): string {
  return text.normalize('NFC').replace(/[^\x20-\x39\x3c-\x7b\x7d]/gu, (character) => {
    const letter = LETTERS[character];
    return `~${letter ?? `(${(character.codePointAt(0) ?? 0).toString(36)})`}`;
  });
}

export function fromAscii(text: string): string {
  return text.replace(
    /~(?:\(([0-9a-z]{1,5})\)|(.))/g,
    (_, point: string | undefined, letter: string | undefined) => {
      if (point === undefined) return CHARACTERS[letter ?? ''] ?? '';
      const value = parseInt(point, 36);
      return value <= 0x10ffff ? String.fromCodePoint(value) : '';
    },
  );
}
