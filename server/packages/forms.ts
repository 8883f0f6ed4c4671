import { z } from 'zod';
import { Slug } from '../content/module.ts';
import { packageFormats, type PackageFormat } from '../scorm/index.ts';
import type { PackageOrder } from './package.model.ts';

export const languageChoices = ['es', 'en', 'es+en'] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** `module:overview-2` or `track:overview`. */
const What = z
  .string()
  .transform((typed) => typed.split(':'))
  .pipe(z.tuple([z.enum(['module', 'track']), Slug]));

export const orderFields = ['what', 'format', 'languages', 'passMark'] as const;

/** The form as it arrives; without a pass mark it is the track's own. */
export const OrderForm = z
  .object({
    what: z.string().refine((typed) => What.safeParse(typed).success, 'packages.whatMissing'),
    format: z.enum(packageFormats, 'packages.formatMissing'),
    languages: z.enum(languageChoices, 'packages.languagesMissing'),
    passMark: z
      .string()
      .trim()
      .default('')
      .refine((typed) => typed === '' || /^([1-9]\d?|100)(\s?%)?$/.test(typed), 'packages.passMarkWrong'),
  })
  .transform(
    ({
      what,
      format,
      languages,
      passMark,
    }): Omit<PackageOrder, 'passMark'> & { passMark: number | null; format: PackageFormat } => {
      const [scope, of] = What.parse(what);
      return {
        scope,
        of,
        format,
        languages: languages === 'es+en' ? ['es', 'en'] : [languages],
        passMark: passMark === '' ? null : parseInt(passMark, 10) / 100,
      };
    },
  );

/** Made with the form: a form that is sent twice asks for one package. */
export const RequestField = z.object({ request: z.uuid() });
