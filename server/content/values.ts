/** What every shape of the content room is made of. */
import { z } from 'zod';

export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];
export const LanguageSchema = z.enum(languages);

/** One value a language. */
export type InBoth<T> = Record<Language, T>;
export const inBoth = <T extends z.ZodType>(value: T) => z.strictObject({ es: value, en: value });

export const text = z.string().trim().min(1);
/** Lower-case words joined by hyphens: safe in addresses, file names and XML ids. */
export const Slug = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
