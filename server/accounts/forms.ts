import { z } from 'zod';
import { LanguageSchema } from '../content/module.ts';
import type { MessageKey } from '../rendering/index.ts';
import { countries } from './countries.ts';
import { isGuessable, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts';

/** Schema messages are keys of the catalogues. */
const say = (key: MessageKey): MessageKey => key;

/** Letters of any script, but no control characters: a name ends up in lists, mails and certificates. */
const line = (missing: MessageKey, most: number, tooLong: MessageKey) =>
  z
    .string(say(missing))
    .trim()
    .min(1, say(missing))
    .max(most, say(tooLong))
    .regex(/^[^\p{Cc}\p{Co}\p{Cn}<>]*$/u, say('accounts.oddCharacters'));

const email = z
  .string(say('accounts.emailWrong'))
  .trim()
  .toLowerCase()
  .max(254, say('accounts.emailWrong'))
  .pipe(z.email(say('accounts.emailWrong')));

const password = z
  .string(say('accounts.passwordShort'))
  .min(SHORTEST_PASSWORD, say('accounts.passwordShort'))
  .max(LONGEST_PASSWORD, say('accounts.passwordLong'));

export const personal = {
  name: line('accounts.nameMissing', 120, 'accounts.nameLong'),
  country: z.enum(countries, say('accounts.countryMissing')),
  institution: line('accounts.institutionMissing', 160, 'accounts.institutionLong'),
  language: LanguageSchema.catch('es'),
};

export const NewAccountForm = z
  .object({ ...personal, email, password })
  .refine(({ password, email, name }) => !isGuessable(password, [email, name]), {
    path: ['password'],
    error: say('accounts.passwordGuessable'),
  });

export const PersonalDataForm = z.object(personal);

export const ChangePasswordForm = z
  .object({
    current: z.string(say('accounts.passwordWrong')).min(1, say('accounts.passwordWrong')),
    password,
  })
  .refine(({ password }) => !isGuessable(password, []), {
    path: ['password'],
    error: say('accounts.passwordGuessable'),
  });

export const SignInForm = z.object({
  email: z
    .string(say('accounts.emailWrong'))
    .trim()
    .min(1, say('accounts.emailMissing'))
    .max(254, say('accounts.emailWrong')),
  password: z
    .string(say('accounts.passwordMissing'))
    .min(1, say('accounts.passwordMissing'))
    .max(LONGEST_PASSWORD, say('accounts.passwordLong')),
});
