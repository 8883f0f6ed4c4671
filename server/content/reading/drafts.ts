/** What the readers find in one language's files, before the two languages are joined into a module. */
import type { z } from 'zod';
import type { Place } from '../finding.ts';
import type { Block } from '../markdown/lex.ts';
import type { Language, QuestionKind, Slug, WorksheetSchema } from '../module.ts';
import type { AssetFile } from '../figures/asset.ts';
import type { ManifestFile, QuizFile } from './files.ts';
import type { Source } from './source.ts';
import type { Yaml } from './yaml.ts';

export interface OptionDraft {
  right: boolean;
  text: string;
  feedback: string | null;
  at: Place;
}

export type AnswerDraft =
  | { kind: 'choice'; options: OptionDraft[]; multiple: boolean; trueFalse: boolean }
  | { kind: 'order'; items: string[] }
  /** A row without a left-hand text is a distractor. */
  | { kind: 'match'; rows: { left: string; right: string }[] }
  | { kind: 'numeric'; value: number; unit: string | null; tolerance: number }
  | { kind: 'text'; accepted: string[] };

export interface QuestionDraft {
  id: string;
  at: Place;
  points: number;
  objective: string | null;
  prompt: string;
  hint: string | null;
  explanation: string | null;
  answer: AnswerDraft;
}

/** The kind that a module's question has, from how its answer is written. */
export function kindOf(answer: AnswerDraft): QuestionKind {
  if (answer.kind !== 'choice') return answer.kind;
  if (answer.multiple) return 'multiple';
  return answer.trueFalse ? 'true-false' : 'single';
}

export type SegmentDraft =
  | { kind: 'markdown'; markdown: string; at: Place; blocks: Block[] }
  | { kind: 'check'; question: QuestionDraft; at: Place }
  | { kind: 'worksheet'; id: string; at: Place };

export interface LessonDraft {
  /** The file's name, which both languages share. */
  name: string;
  id: string;
  source: Source;
  bodyOffset: number;
  title: string;
  minutes: number;
  objectives: string[];
  /** Where a field of the front matter stands. */
  at: (field: string) => Place;
  segments: SegmentDraft[];
  blocks: Block[];
}

export interface QuizDraft {
  source: Source;
  bodyOffset: number;
  settings: z.output<typeof QuizFile>;
  intro: string | null;
  at: (field: string) => Place;
  questions: QuestionDraft[];
  blocks: Block[];
}

/** The facilitator's guide, which learners never see. */
export interface GuideDraft {
  name: string;
  source: Source;
  bodyOffset: number;
  title: string;
  minutes: number;
  at: (field: string) => Place;
  markdown: string;
  blocks: Block[];
}

export type TextDraft = LessonDraft | QuizDraft | GuideDraft;

export interface WorksheetDraft {
  worksheet: z.output<typeof WorksheetSchema>;
  source: Source;
  yaml: Yaml;
}

export interface LanguageDraft {
  lessons: LessonDraft[];
  quiz: QuizDraft | null;
  guide: GuideDraft | null;
}

export interface ModuleDraft {
  /** From the content folder, `overview/country-results-framework`. */
  folder: string;
  /** The folder above: the id of the track. */
  track: z.output<typeof Slug>;
  manifest: { value: z.output<typeof ManifestFile>; yaml: Yaml; source: Source } | null;
  es: LanguageDraft;
  en: LanguageDraft;
  worksheets: WorksheetDraft[];
  assets: AssetFile[];
  /** Pairs of blocks that a translator confirmed: `es hash, en hash` by file name. */
  confirmed: Map<string, [string, string][]> | null;
}

/** Every text file of a language with its blocks, lessons first. */
export function textsOf(draft: ModuleDraft, language: Language): TextDraft[] {
  const { guide } = draft[language];
  return guide ? [...learnersTextsOf(draft, language), guide] : learnersTextsOf(draft, language);
}

/** The same without the facilitator's guide: what a learner reads. */
export function learnersTextsOf(draft: ModuleDraft, language: Language): (LessonDraft | QuizDraft)[] {
  const { lessons, quiz } = draft[language];
  return quiz ? [...lessons, quiz] : lessons;
}

/** The pages that have a title and sections: lessons and the facilitator's guide. */
export const pagesOf = ({ lessons, guide }: LanguageDraft): (LessonDraft | GuideDraft)[] =>
  guide ? [...lessons, guide] : lessons;

/** Every question of a language, self-checks first. */
export function questionsOf(draft: LanguageDraft): QuestionDraft[] {
  const checks = draft.lessons.flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === 'check' ? [segment.question] : [])),
  );
  return [...checks, ...(draft.quiz?.questions ?? [])];
}
