import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { csrfToken } from '../web/csrf.ts';
import { readForm, typedIn, type FieldErrors } from '../web/forms.ts';
import { formPage, sendPage } from '../web/page.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf } from '../web/visitor.ts';
import { accountFields, emptyForm, personForm, type Typed } from './account.view.ts';
import { changeRole, createUser } from './accounts.ts';
import { isSetupToken, useSetupToken } from './first-coordinator.ts';
import { NewAccountForm } from './forms.ts';
import { startSession } from './signed-in.ts';

const SetupParams = z.object({ token: z.string().max(64) });

/** The page behind the link that an empty platform prints at its start. */
export function firstCoordinator(router: Router): void {
  const show = (req: Request, res: Response, token: string, typed: Typed, errors: FieldErrors | null) => {
    const language = languageOf(req);
    const t = translator(language);
    const form = personForm(typed, errors, t, language);
    const action = paths.setup({ lang: language, token });
    const csrf = csrfToken(req);
    sendPage(
      req,
      res,
      'accounts/register',
      { ...form, action, csrf, heading: t('accounts.setup'), intro: t('accounts.setupIntro') },
      formPage(t('accounts.setup'), errors, language),
    );
  };

  at(router, paths.setupForm, async (req, res) => {
    const { token } = readParams(SetupParams, req.params);
    if (!(await isSetupToken(token))) throw new Refusal('not-found', 'accounts.setupUsed');
    show(req, res, token, emptyForm(languageOf(req)), null);
  });

  at(router, paths.setup, async (req, res) => {
    const { token } = readParams(SetupParams, req.params);
    if (!(await isSetupToken(token))) throw new Refusal('not-found', 'accounts.setupUsed');
    const { data, errors } = readForm(NewAccountForm, req.body);
    if (errors) {
      show(req, res, token, typedIn(req.body, accountFields), errors);
      return;
    }
    // The account is made first: a link is not used up by an e-mail that is taken.
    const user = await createUser({ ...data, role: 'learner' });
    if (user === 'email-taken') {
      show(req, res, token, typedIn(req.body, accountFields), { email: 'accounts.emailTaken' });
      return;
    }
    if (!(await useSetupToken(token))) throw new Refusal('conflict', 'accounts.setupUsed');
    await startSession(req, await changeRole(user._id.toString(), 'coordinator'));
    res.redirect(303, paths.people({ lang: user.language }));
  });
}
