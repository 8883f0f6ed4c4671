/** A module to begin with: whole and right in form, so that the preview shows it, and each text says what goes there. */
import { parseDocument, stringify } from 'yaml';
import type { Language } from '../content/module.ts';
import type { NewModule } from './forms.ts';

/** The files of another module, under another id and title. */
export function copiedFiles(
  files: ReadonlyMap<string, Buffer>,
  { id, titleEs, titleEn }: NewModule,
): Map<string, Buffer> {
  const manifest = parseDocument(files.get('module.yaml')?.toString() ?? '');
  manifest.set('id', id);
  manifest.setIn(['title', 'es'], titleEs);
  manifest.setIn(['title', 'en'], titleEn);
  return new Map(files).set('module.yaml', Buffer.from(manifest.toString({ lineWidth: 0 })));
}

interface Words {
  lessonTitle: string;
  lesson: string;
  question: string;
  right: string;
  rightWhy: string;
  wrong: string;
  wrongWhy: string;
  explanation: string;
}

const words: Record<Language, Words> = {
  es: {
    lessonTitle: 'Primera lección',
    lesson:
      'Empiece por una situación que su público conoce.\n\n## Una sola idea por sección {#first-idea}\n\nExplique aquí la idea, con un ejemplo.',
    question: '¿Qué pregunta comprueba el objetivo?',
    right: 'La respuesta correcta',
    rightWhy: 'Diga por qué lo es.',
    wrong: 'Un error frecuente',
    wrongWhy: 'Diga qué lo delata.',
    explanation: '**Explicación.** Resuma lo que conviene recordar.',
  },
  en: {
    lessonTitle: 'First lesson',
    lesson:
      'Begin with a situation that your readers know.\n\n## One idea a section {#first-idea}\n\nExplain the idea here, with an example.',
    question: 'Which question tests the objective?',
    right: 'The right answer',
    rightWhy: 'Say why it is right.',
    wrong: 'A common mistake',
    wrongWhy: 'Say what gives it away.',
    explanation: '**Explanation.** Sum up what is worth remembering.',
  },
};

/** @returns files by path inside the module's folder */
export function newModuleFiles({ id, titleEs, titleEn }: NewModule, author: string): Map<string, Buffer> {
  const manifest = {
    id,
    title: { es: titleEs, en: titleEn },
    summary: { es: 'De qué trata, en una frase.', en: 'What it is about, in one sentence.' },
    authors: [author],
    licence: 'CC-BY-4.0',
    minutes: 30,
    objectives: [{ id: 'o1', es: 'explicar la idea principal', en: 'explain the main idea' }],
    keywords: { es: [], en: [] },
    sources: [],
  };
  const files = new Map([['module.yaml', Buffer.from(stringify(manifest, { lineWidth: 0 }))]]);
  for (const language of ['es', 'en'] as const) {
    files.set(`${language}/01-first-lesson.md`, Buffer.from(lesson(words[language])));
    files.set(`${language}/quiz.md`, Buffer.from(quiz(words[language])));
  }
  return files;
}

const lesson = ({ lessonTitle, lesson: text }: Words): string =>
  `---\ntitle: ${lessonTitle}\nminutes: 8\nobjectives: [o1]\n---\n\n${text}\n`;

const quiz = ({ question, right, rightWhy, wrong, wrongWhy, explanation }: Words): string =>
  `### ${question} {#q-first objective=o1}\n\n- [x] ${right}\n  > ${rightWhy}\n- [ ] ${wrong}\n  > ${wrongWhy}\n\n${explanation}\n`;
