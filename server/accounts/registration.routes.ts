import type { Request, Response, Router } from 'express';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { csrfToken } from '../web/csrf.ts';
import { readForm, typedIn, type FieldErrors } from '../web/forms.ts';
import { formPage, sendPage } from '../web/page.ts';
import { at } from '../web/routes.ts';
import { languageOf, visitorOf } from '../web/visitor.ts';
import { accountFields, emptyForm, personForm, type Typed } from './account.view.ts';
import { createUser } from './accounts.ts';
import { NewAccountForm } from './forms.ts';
import { startSession } from './signed-in.ts';

/** Anyone may make a learner's account. */
export function registration(router: Router): void {
  const show = (req: Request, res: Response, typed: Typed, errors: FieldErrors | null) => {
    const language = languageOf(req);
    const t = translator(language);
    const form = personForm(typed, errors, t, language);
    const action = paths.register({ lang: language });
    const csrf = csrfToken(req);
    sendPage(
      req,
      res,
      'accounts/register',
      { ...form, action, csrf, heading: t('accounts.register'), intro: t('accounts.registerIntro') },
      formPage(t('accounts.register'), errors, language),
    );
  };

  at(router, paths.registration, (req, res) => {
    if (visitorOf(req)) {
      res.redirect(303, paths.myLearning({ lang: languageOf(req) }));
      return;
    }
    show(req, res, emptyForm(languageOf(req)), null);
  });

  at(router, paths.register, async (req, res) => {
    const { data, errors } = readForm(NewAccountForm, req.body);
    if (errors) {
      show(req, res, typedIn(req.body, accountFields), errors);
      return;
    }
    const user = await createUser({ ...data, role: 'learner' });
    if (user === 'email-taken') {
      show(req, res, typedIn(req.body, accountFields), { email: 'accounts.emailTaken' });
      return;
    }
    await startSession(req, user);
    res.redirect(303, paths.myLearning({ lang: user.language }));
  });
}
