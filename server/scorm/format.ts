import type { Language } from '../content/module.ts';

/** The editions that packages are made for. SCORM 1.2 is the default: every LMS takes it. */
export const packageFormats = ['1.2', '2004-3', '2004-4'] as const;
export type PackageFormat = (typeof packageFormats)[number];

/** One language, or both with a choice on the first page. Spanish comes first. */
export type PackageLanguages = readonly ['es'] | readonly ['en'] | readonly ['es', 'en'];

/** `es`, `en` or `es+en`, as people write it. */
export const languagesName = (languages: readonly Language[]): string => languages.join('+');
