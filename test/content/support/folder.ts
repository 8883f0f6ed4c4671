/** Small modules for the tests: one whole and right, of which each test changes what it is about. */
import {
  contentOf,
  examine,
  type ContentFiles,
  type Finding,
  type LessonLinks,
  type ReadContent,
} from '../../../server/content/index.ts';

export const links: LessonLinks = {
  asset: (name) => `/files/${name}`,
  lesson: (id) => `/lessons/${id}`,
  term: (key) => `#g-${key}`,
};

const TRACKS = `- id: overview
  title: { es: Panorama, en: Overview }
  summary: { es: Resumen., en: Summary. }
  audience: { es: Para quien planifica., en: For planners. }
  passMark: 0.7
  opensAfter: null
  modules: [overview-1]
`;

const MANIFEST = `id: overview-1
title: { es: La cadena, en: The chain }
summary: { es: De qué trata., en: What it is about. }
authors: [Equipo Rumbo]
licence: CC-BY-4.0
minutes: 20
objectives:
  - { id: o1, es: distinguir un producto de un efecto, en: tell an output from an outcome }
`;

const lesson = (title: string, text: string) =>
  `---\ntitle: ${title}\nminutes: 1\nobjectives: [o1]\n---\n\n${text}\n`;

const question = (number: number, yes: string, no: string) => `### ${number}? {#q-${number} objective=o1}

- [x] ${yes}
  > ${yes}.
- [ ] ${no}
  > ${no}.
`;

export interface SmallModule {
  /** Markdown of the one lesson; the same in both languages unless `en` is given. */
  es?: string;
  en?: string;
  quizEs?: string;
  quizEn?: string;
  /** Further files, or other ones, by path inside the module's folder. */
  files?: Record<string, string | Buffer>;
  /** Files beside the tracks. */
  around?: Record<string, string>;
}

export const FOLDER = 'overview/the-chain';

/** A content folder in memory with one module that has no finding. */
export function smallFolder({
  es = 'Texto.',
  en = es,
  quizEs,
  quizEn,
  files = {},
  around = {},
}: SmallModule = {}): ContentFiles {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
  const quiz = (yes: string, no: string) =>
    `---\nshuffle: true\n---\n\n${numbers.map((number) => question(number, yes, no)).join('\n')}`;
  const inModule: Record<string, string | Buffer> = {
    'module.yaml': MANIFEST,
    'es/01-the-steps.md': lesson('Los pasos', es),
    'en/01-the-steps.md': lesson('The steps', en),
    'es/quiz.md': quizEs ?? quiz('Sí, cambia', 'No, se entrega'),
    'en/quiz.md': quizEn ?? quizEs ?? quiz('Yes, it changes', 'No, it is delivered'),
    ...files,
  };
  return new Map([
    ['tracks.yaml', Buffer.from(TRACKS)],
    ...Object.entries(around).map(([name, text]): [string, Buffer] => [name, Buffer.from(text)]),
    ...Object.entries(inModule).map(([name, content]): [string, Buffer] => [
      `${FOLDER}/${name}`,
      Buffer.from(content),
    ]),
  ]);
}

export const load = (module: SmallModule = {}): ReadContent => contentOf(smallFolder(module));

export const findingsOf = async (module: SmallModule): Promise<Finding[]> =>
  (await examine(smallFolder(module))).findings;

/** `rule file:line:column`, the file from the module's folder. */
export const short = ({ rule, file, line, column }: Finding): string =>
  `${rule} ${file.replace(`${FOLDER}/`, '')}:${line}:${column}`;
