import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import type { Translate } from '../rendering/index.ts';
import { errorSummary, fieldError, type FieldErrors } from '../web/forms.ts';
import { countries } from './countries.ts';

export const personalFields = ['name', 'country', 'institution', 'language'] as const;
export const accountFields = [...personalFields, 'email'] as const;
export type Typed = Record<(typeof personalFields)[number], string> & { email?: string };

/** The fields of a form about a person: registration, first coordinator, own account. */
export function personForm(typed: Typed, errors: FieldErrors | null, t: Translate, language: Language) {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const collator = new Intl.Collator(language);
  return {
    summary: errorSummary(errors, t),
    typed: { ...typed, email: typed.email ?? '' },
    error: {
      name: fieldError(errors, 'name', t),
      email: fieldError(errors, 'email', t),
      country: fieldError(errors, 'country', t),
      institution: fieldError(errors, 'institution', t),
      password: fieldError(errors, 'password', t),
      current: fieldError(errors, 'current', t),
    },
    countries: countries
      .map((code) => ({ code, name: names.of(code) ?? code, chosen: typed.country === code }))
      .sort((a, b) => collator.compare(a.name, b.name)),
    languageIs: { es: typed.language !== 'en', en: typed.language === 'en' },
    signInUrl: paths.signInForm({ lang: language }),
    privacyUrl: paths.privacy({ lang: language }),
  };
}

export function emptyForm(language: Language): Typed {
  return { name: '', country: '', institution: '', language, email: '' };
}
