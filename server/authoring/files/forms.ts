import { z } from 'zod';
import { slug, title } from '../forms.ts';

/** Which opening of the draft the page showed. */
const opened = z.coerce
  .number()
  .int()
  .min(0)
  .max(8.64e15)
  .transform((value) => new Date(value));
const version = z.coerce.number().int().min(1);

export const OpenedForm = z.object({ opened });

const number = z.coerce
  .number('authoring.badNumber')
  .int('authoring.badNumber')
  .min(1, 'authoring.badNumber')
  .max(99, 'authoring.badNumber');
export const LessonForm = OpenedForm.extend({ number, name: slug, titleEs: title, titleEn: title });
export const WorksheetForm = OpenedForm.extend({ worksheet: slug, worksheetEs: title, worksheetEn: title });
export const RemoveTextForm = OpenedForm.extend({ version, text: z.string().min(1).max(120) });

export const AssetForm = OpenedForm.extend({
  alt: z.string().trim().min(1, 'authoring.altMissing').max(500, 'authoring.altTooLong'),
});
export const RemoveAssetForm = OpenedForm.extend({ asset: z.string().min(1).max(120) });

/** What was typed in any form of the page, to show again. */
export const typedFields = [
  'number',
  'name',
  'titleEs',
  'titleEn',
  'worksheet',
  'worksheetEs',
  'worksheetEn',
  'alt',
] as const;
export type Typed = Record<(typeof typedFields)[number], string>;
