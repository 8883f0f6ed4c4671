import type { Request, Response, Router } from 'express';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { csrfToken } from '../web/csrf.ts';
import { errorSummary, fieldError, readForm, typedIn, type FieldErrors } from '../web/forms.ts';
import { formPage, sendPage } from '../web/page.ts';
import { at } from '../web/routes.ts';
import { languageOf, visitorOf } from '../web/visitor.ts';
import { authenticate } from './accounts.ts';
import { SignInForm } from './forms.ts';
import { countMiss, forgiveMisses, refuseTooManyMisses } from './sign-in-limits.ts';
import { endSession, startSession } from './signed-in.ts';

export function signIn(router: Router): void {
  const show = (req: Request, res: Response, email: string, next: string, errors: FieldErrors | null) => {
    const language = languageOf(req);
    const t = translator(language);
    const model = {
      summary: errorSummary(errors, t),
      error: { email: fieldError(errors, 'email', t), password: fieldError(errors, 'password', t) },
      email,
      next,
      action: paths.signIn({ lang: language }),
      registerUrl: paths.registration({ lang: language }),
      notice: next === '' ? null : t('accounts.signInFirst'),
      csrf: csrfToken(req),
    };
    sendPage(req, res, 'accounts/sign-in', model, formPage(t('accounts.signIn'), errors, language));
  };

  at(router, paths.signInForm, (req, res) => {
    const next = ownAddress(req.query.next);
    if (visitorOf(req)) res.redirect(303, next || paths.myLearning({ lang: languageOf(req) }));
    else show(req, res, '', next, null);
  });

  at(router, paths.signIn, async (req, res) => {
    const { email: typed, next: wanted } = typedIn(req.body, ['email', 'next']);
    const next = ownAddress(wanted);
    const { data, errors } = readForm(SignInForm, req.body);
    if (errors) {
      show(req, res, typed, next, errors);
      return;
    }
    const address = req.ip ?? '';
    await refuseTooManyMisses(data.email, address);
    const user = await authenticate(data.email, data.password);
    if (!user) {
      await countMiss(data.email, address);
      show(req, res, typed, next, { email: 'accounts.noMatch' });
      return;
    }
    await forgiveMisses(data.email);
    await startSession(req, user);
    res.redirect(303, next || paths.myLearning({ lang: user.language }));
  });

  at(router, paths.signOut, async (req, res) => {
    const home = paths.home({ lang: languageOf(req) });
    await endSession(req);
    res.set('Clear-Site-Data', '"cache"').redirect(303, home);
  });
}

/** An address of ours to go on to after signing in; anything else is dropped (ASVS 3.7.2: no open redirect). */
function ownAddress(value: unknown): string {
  return typeof value === 'string' && /^\/(es|en)(\/[\w.?=&%~-]+)*$/.test(value) ? value : '';
}
