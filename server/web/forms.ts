import type { z } from 'zod';
import { isMessageKey, type MessageKey, type Translate } from '../rendering/index.ts';

/** What a form brought: clean data, or the sentence for each field that needs another look. */
export type FormReading<T> = { data: T; errors: null } | { data: null; errors: FieldErrors };
export type FieldErrors = Record<string, MessageKey>;

/** Reads a form a person filled in. The schema's messages are keys of the catalogues, one a field. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): FormReading<T> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return { data: read.data, errors: null };
  const errors: FieldErrors = {};
  for (const { path, message } of read.error.issues) {
    const field = String(path[0] ?? '');
    errors[field] ??= isMessageKey(message) ? message : 'common.checkField';
  }
  return { data: null, errors };
}

/** What was typed, to show again; passwords are left out by not naming them. */
export function typedIn<const F extends string>(body: unknown, fields: readonly F[]): Record<F, string> {
  const given = (body ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    fields.map((field) => [field, typeof given[field] === 'string' ? given[field] : '']),
  ) as Record<F, string>;
}

export interface ErrorSummary {
  title: string;
  items: { field: string; sentence: string }[];
}

/** The list at the top of a form that needs corrections, in the order of the fields; null when there are none. */
export function errorSummary(errors: FieldErrors | null, t: Translate): ErrorSummary | null {
  if (!errors) return null;
  const items = Object.entries(errors).map(([field, key]) => ({ field, sentence: t(key) }));
  return { title: t('common.toCorrect', { count: items.length }), items };
}

/** The sentence beside one field, or null. */
export function fieldError(errors: FieldErrors | null, field: string, t: Translate): string | null {
  const key = errors?.[field];
  return key ? t(key) : null;
}
