/** What a new part of a module begins with: right in form, and each text says what goes there. */
import { stringify } from 'yaml';
import type { InBoth, Language } from '../../content/module.ts';

const frontMatter = (data: object, text: string): string =>
  `---\n${stringify(data, { lineWidth: 0 })}---\n\n${text}\n`;

const lesson: InBoth<string> = {
  es: 'Empiece por una situación que su público conoce.\n\n## Una sola idea por sección {#first-idea}\n\nExplique aquí la idea, con un ejemplo.',
  en: 'Begin with a situation that your readers know.\n\n## One idea a section {#first-idea}\n\nExplain the idea here, with an example.',
};

const guide: InBoth<{ title: string; text: string }> = {
  es: {
    title: 'Taller de medio día',
    text: '## Antes del taller {#before}\n\nDiga qué se prepara y qué se imprime.\n\n## Desarrollo {#timetable}\n\nDiga qué se hace, cuánto dura y qué preguntas suelen surgir.',
  },
  en: {
    title: 'A half-day workshop',
    text: '## Before the workshop {#before}\n\nSay what is prepared and what is printed.\n\n## Timetable {#timetable}\n\nSay what is done, how long it takes and which questions come up.',
  },
};

export const lessonText = (title: string, language: Language, objectives: readonly string[]): string =>
  frontMatter({ title, minutes: 8, objectives }, lesson[language]);

export const guideText = (language: Language): string =>
  frontMatter({ title: guide[language].title, minutes: 210 }, guide[language].text);

/** One form with one field. */
export const worksheetText = (id: string, title: InBoth<string>): string =>
  stringify(
    {
      id,
      title,
      instructions: {
        es: 'Diga qué se completa aquí y con qué datos.',
        en: 'Say what is filled in here and with which data.',
      },
      parts: [
        {
          kind: 'form',
          id: 'reflection',
          title: { es: 'Para su institución', en: 'For your institution' },
          fields: [
            {
              id: 'first-step',
              type: 'long-text',
              label: { es: 'El primer paso en su institución', en: 'The first step in your institution' },
            },
          ],
        },
      ],
    },
    { lineWidth: 0 },
  );
