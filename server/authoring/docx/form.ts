import { z } from 'zod';
import type { Language } from '../../content/module.ts';
import { LessonForm, OpenedForm } from '../files/forms.ts';

/** Either a language, for a new lesson, or the path of the lesson that is missing in one. */
export const PlaceForm = OpenedForm.extend({
  place: z
    .string('authoring.docx.placeMissing')
    .regex(/^(?:es|en)(?:\/\d{2}-[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.md)?$/, 'authoring.docx.placeMissing'),
});
export const NewForm = LessonForm.pick({ number: true, name: true });

export const typedFields = ['place', 'number', 'name'] as const;
export type Typed = Record<(typeof typedFields)[number], string>;

export const languageOfPlace = (place: string): Language => (place.startsWith('es') ? 'es' : 'en');
