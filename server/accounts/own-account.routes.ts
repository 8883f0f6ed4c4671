import type { Request, Response, Router } from 'express';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { readForm, typedIn, type FieldErrors } from '../web/forms.ts';
import { formPage, sendPage } from '../web/page.ts';
import { at } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { personalFields, personForm, type Typed } from './account.view.ts';
import { authenticate, changePassword, getUser, updatePersonalData } from './accounts.ts';
import { ChangePasswordForm, PersonalDataForm } from './forms.ts';
import { countMiss, refuseTooManyMisses } from './sign-in-limits.ts';
import { startSession } from './signed-in.ts';

/** One's own data, language and password. */
export function ownAccount(router: Router): void {
  const show = async (
    req: Request,
    res: Response,
    typed: Typed | null,
    errors: FieldErrors | null,
    saved: boolean,
  ) => {
    const language = languageOf(req);
    const t = translator(language);
    const user = await getUser(signedIn(req).id);
    const form = personForm(typed ?? { ...user, country: user.country ?? '' }, errors, t, language);
    const model = {
      ...form,
      email: user.email,
      action: paths.saveAccount({ lang: language }),
      passwordAction: paths.changePassword({ lang: language }),
      signOutUrl: paths.signOut({ lang: language }),
      saved: saved ? t('accounts.saved') : null,
    };
    sendPage(req, res, 'accounts/account', model, formPage(t('accounts.account'), errors, language));
  };

  at(router, paths.account, async (req, res) => await show(req, res, null, null, 'saved' in req.query));

  at(router, paths.saveAccount, async (req, res) => {
    const { data, errors } = readForm(PersonalDataForm, req.body);
    if (errors) {
      await show(req, res, typedIn(req.body, personalFields), errors, false);
      return;
    }
    const { id } = signedIn(req);
    await updatePersonalData(id, data);
    // The session carries the name and language: it takes the new ones at once.
    await startSession(req, await getUser(id));
    res.redirect(303, paths.account({ lang: data.language }, { saved: '' }));
  });

  at(router, paths.changePassword, async (req, res) => {
    const { id } = signedIn(req);
    const { data, errors } = readForm(ChangePasswordForm, req.body);
    if (errors) {
      await show(req, res, null, errors, false);
      return;
    }
    const { email } = await getUser(id);
    await refuseTooManyMisses(email, req.ip ?? '');
    const user = await authenticate(email, data.current);
    if (!user) {
      await countMiss(email, req.ip ?? '');
      await show(req, res, null, { current: 'accounts.passwordWrong' }, false);
      return;
    }
    await changePassword(id, data.password);
    await startSession(req, user);
    res.redirect(303, paths.account({ lang: languageOf(req) }, { saved: '' }));
  });
}
