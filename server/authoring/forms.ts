import { z } from 'zod';
import { draftStates } from './draft.model.ts';

const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const slug = z.string().trim().max(60, 'authoring.badId').regex(SLUG, 'authoring.badId');
export const title = z.string().trim().min(1, 'authoring.titleMissing').max(120, 'authoring.titleTooLong');

export const newModuleFields = ['track', 'id', 'name', 'titleEs', 'titleEn', 'copyOf'] as const;
export const NewModuleForm = z.object({
  track: slug,
  id: slug,
  name: slug,
  titleEs: title,
  titleEn: title,
  /** The module whose texts and images it begins with; the template when empty. */
  copyOf: slug.or(z.literal('')).default(''),
});
export type NewModule = z.infer<typeof NewModuleForm>;

/** What a save of a text brings: the text, and the version that it was written on. */
export const SaveForm = z.object({
  text: z.string().max(256 * 1024),
  base: z.coerce.number().int().min(0),
  then: z.enum(['save', 'preview']).default('save'),
});
export const PreviewForm = z.object({ text: z.string().max(256 * 1024) });

export const StateForm = z.object({ state: z.enum(draftStates) });
export const VersionForm = z.object({ version: z.coerce.number().int().min(1) });

export const PublishForm = z.object({
  version: z.coerce.number().int().min(1),
  note: z.string().trim().min(1, 'authoring.noteMissing').max(300, 'authoring.noteTooLong'),
  staleToo: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
});

export const MoveForm = z.object({ to: z.enum(['up', 'down']) });
