/** The shapes of the YAML that writers write: module.yaml, front matter, glossaries. */
import { z } from 'zod';
import { inBoth, Slug } from '../module.ts';

const text = z.string().trim().min(1);

export const ManifestFile = z.strictObject({
  id: Slug,
  title: inBoth(text),
  summary: inBoth(text),
  authors: z.array(text).min(1),
  licence: text,
  minutes: z.number().int().positive().max(2_400),
  objectives: z.array(z.strictObject({ id: Slug, es: text, en: text })).min(1),
  keywords: inBoth(z.array(text)).default({ es: [], en: [] }),
  sources: z.array(inBoth(text)).default([]),
});

export const LessonFile = z.strictObject({
  title: text,
  minutes: z.number().int().positive().max(240),
  objectives: z.array(Slug).default([]),
});

/** facilitator.md: what a trainer reads before a workshop. */
export const GuideFile = z.strictObject({
  title: text,
  /** How long the workshop takes. */
  minutes: z.number().int().positive().max(2_400),
});

export const QuizFile = z.strictObject({
  draw: z.number().int().positive().nullable().default(null),
  shuffle: z.boolean().default(true),
  pause: z.number().int().min(0).max(10_080).default(0),
});

export const GlossaryFile = z.record(
  Slug,
  z.strictObject({
    /** As written in a sentence. */
    term: text,
    forms: z.array(text).default([]),
    definition: text,
    autolink: z.boolean().default(true),
  }),
);

export const ConfirmedFile = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

/** Words joined by hyphens after the number that orders them: `01-the-results-chain.md`. */
export const LESSON_NAME = /^(\d{2})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.md$/;

export const GUIDE_NAME = 'facilitator.md';
