/**
 * The shape of a module, as every other room uses it: the site, the packages, the previews.
 * Files under `modules-content/` become this shape or findings, never something in between.
 */
import { z } from 'zod';
import { AssignmentSchema } from './assignment.ts';
import { inBoth, Slug, text } from './values.ts';
import { WorksheetSchema } from './worksheet.ts';

export { mostPoints, type Assignment, type Criterion } from './assignment.ts';
export { inBoth, languages, LanguageSchema, Slug, type InBoth, type Language } from './values.ts';
export { WorksheetSchema, type Worksheet } from './worksheet.ts';

// --- Questions -----------------------------------------------------------------------------------
// Prompts, options, feedback, hints and explanations are Markdown. What is right has no language.

const questionBase = {
  id: Slug,
  /** Weight in the quiz's score. */
  points: z.number().positive().max(100),
  /** The objective that the question asks for; a self-check may have none. */
  objective: Slug.nullable(),
  prompt: inBoth(text),
  hint: inBoth(text).nullable(),
  explanation: inBoth(text).nullable(),
};

/** Options are named a, b, c… in the order of the file, which both languages share. */
const OptionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]$/),
  right: z.boolean(),
  text: inBoth(text),
  feedback: inBoth(text).nullable(),
});
const ItemSchema = z.strictObject({ id: z.string().regex(/^[a-z]$/), text: inBoth(text) });

const ChoiceSchema = z.strictObject({
  ...questionBase,
  /** `single` has one right option, `multiple` any number, `true-false` is a single choice of two. */
  kind: z.enum(['single', 'multiple', 'true-false']),
  options: z.array(OptionSchema).min(2).max(26),
});
const OrderSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('order'),
  /** In the right order. */
  items: z.array(ItemSchema).min(2).max(26),
});
const MatchSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('match'),
  /** Each left-hand entry names the right-hand target that belongs to it. */
  items: z
    .array(ItemSchema.extend({ answer: z.string().regex(/^[1-9][0-9]?$/) }))
    .min(2)
    .max(26),
  /** Targets are named 1, 2, 3… and may be more than the items (distractors) or shared by several. */
  targets: z
    .array(z.strictObject({ id: z.string().regex(/^[1-9][0-9]?$/), text: inBoth(text) }))
    .min(2)
    .max(30),
});
const NumericSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('numeric'),
  value: z.number(),
  /** The largest accepted distance from `value`, in the value's own unit. */
  tolerance: z.number().min(0),
  unit: inBoth(text).nullable(),
});
const ShortTextSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('text'),
  /** Any variant of either language is right. */
  accepted: inBoth(z.array(text).min(1)),
});

export const QuestionSchema = z.discriminatedUnion('kind', [
  ChoiceSchema,
  OrderSchema,
  MatchSchema,
  NumericSchema,
  ShortTextSchema,
]);
export type Question = z.infer<typeof QuestionSchema>;
export type ChoiceQuestion = z.infer<typeof ChoiceSchema>;
export type OrderQuestion = z.infer<typeof OrderSchema>;
export type MatchQuestion = z.infer<typeof MatchSchema>;
export type NumericQuestion = z.infer<typeof NumericSchema>;
export type ShortTextQuestion = z.infer<typeof ShortTextSchema>;
export type QuestionKind = Question['kind'];

export const QuizSchema = z.strictObject({
  intro: inBoth(text).nullable(),
  /** How many questions an attempt draws from the bank; all of them when null. */
  draw: z.number().int().positive().nullable(),
  /** Whether options, items and targets are shuffled (questions drawn from a larger bank always are). */
  shuffle: z.boolean(),
  /** Minutes between a submitted attempt and the next one. */
  pauseMinutes: z.number().int().min(0).max(10_080),
  questions: z.array(QuestionSchema).min(1),
});
export type Quiz = z.infer<typeof QuizSchema>;

// --- Lessons -------------------------------------------------------------------------------------

/** A lesson is Markdown, interrupted by self-checks and worksheets, in the order of the file. */
const SegmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('markdown'), markdown: inBoth(text) }),
  z.strictObject({ kind: z.literal('check'), question: QuestionSchema }),
  z.strictObject({ kind: z.literal('worksheet'), id: Slug }),
]);
export type LessonSegment = z.infer<typeof SegmentSchema>;

export const LessonSchema = z.strictObject({
  /** The file's name without its leading number and ending: `01-a-framework-of-ones-own.md`. */
  id: Slug,
  title: inBoth(text),
  minutes: z.number().int().positive().max(240),
  /** Objectives that the lesson teaches. */
  objectives: z.array(Slug),
  segments: z.array(SegmentSchema).min(1),
});
export type Lesson = z.infer<typeof LessonSchema>;

// --- Modules -------------------------------------------------------------------------------------

export const AssetSchema = z.strictObject({
  /** The file's name inside the module's `assets/` folder. */
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/),
  type: z.string(),
  bytes: z.number().int().positive(),
  /** SHA-256 of the bytes as served (an SVG after sanitising), hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Size of a picture in CSS pixels, where the file tells it: keeps the page from jumping. */
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
});
export type Asset = z.infer<typeof AssetSchema>;

export const TermSchema = z.strictObject({
  key: Slug,
  /** As written in a sentence; the first form is the term itself, others (plurals) link to it too. */
  forms: inBoth(z.array(text).min(1)),
  definition: inBoth(text),
  /** Whether the forms link by themselves; without it they do. */
  autolink: inBoth(z.boolean()).optional(),
});
export type Term = z.infer<typeof TermSchema>;

export const GuideSchema = z.strictObject({
  title: inBoth(text),
  /** How long the workshop takes that the guide is for. */
  minutes: z.number().int().positive(),
  markdown: inBoth(text),
});
export type Guide = z.infer<typeof GuideSchema>;

export const ModuleSchema = z.strictObject({
  id: Slug,
  track: Slug,
  title: inBoth(text),
  summary: inBoth(text),
  authors: z.array(text).min(1),
  licence: text,
  /** Time for lessons, exercise and quiz together. */
  minutes: z.number().int().positive(),
  objectives: z.array(z.strictObject({ id: Slug, es: text, en: text })).min(1),
  keywords: inBoth(z.array(text)),
  sources: z.array(inBoth(text)),
  lessons: z.array(LessonSchema).min(1),
  quiz: QuizSchema,
  worksheets: z.array(WorksheetSchema),
  assets: z.array(AssetSchema),
  /** The glossary's entries that the module's text uses, so that a module stands on its own. */
  terms: z.array(TermSchema),
  /** For whoever leads a workshop: never on learners' pages, never in packages. */
  facilitator: GuideSchema.optional(),
});
export type Module = z.infer<typeof ModuleSchema>;

// --- Tracks --------------------------------------------------------------------------------------

export const TrackSchema = z.strictObject({
  id: Slug,
  title: inBoth(text),
  summary: inBoth(text),
  /** For whom the track is, in one sentence. */
  audience: inBoth(text),
  /** Least score of each quiz, 0 to 1. */
  passMark: z.number().min(0).max(1),
  /** The track whose end opens this one; a trainer may admit a person earlier. Open to all when null. */
  opensAfter: Slug.nullable(),
  /** A quiz drawn from the modules of `opensAfter` that opens this track at once; null where there is none. */
  placement: z
    .strictObject({
      /** How many questions, taken evenly from the modules. */
      questions: z.number().int().min(1).max(60),
      passMark: z.number().min(0).max(1),
      /** Days between one try and the next. */
      pauseDays: z.number().int().min(0).max(365),
    })
    .nullable()
    .default(null),
  /** Module ids in order. */
  modules: z.array(Slug).min(1),
  /** Modules that need another one of the track finished first. */
  needs: z.record(Slug, z.array(Slug)).default({}),
  /** What is handed in and marked before the certificate: the track's `assignment.yaml`; null where there is none. */
  assignment: AssignmentSchema.nullable().default(null),
});
/** A track as tracks.yaml writes it: its assignment is a file of its own. */
export const TrackEntry = TrackSchema.omit({ assignment: true });
export type Track = z.infer<typeof TrackSchema>;
