import { Router } from 'express';
import { z } from 'zod';
import { changeRole, getUser } from '../accounts/index.ts';
import { getCatalogue, getTrack } from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { admit } from '../learning/index.ts';
import { paths } from '../paths.ts';
import { roles } from '../policy.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readBody, readParams } from '../web/routes.ts';
import { languageOf, mayVisit, signedIn } from '../web/visitor.ts';
import { findPeople } from './people.ts';
import { peoplePage } from './people.view.ts';

const PeopleQuery = z.object({
  q: z.string().max(120).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const PersonParams = z.object({ user: z.string().regex(/^[0-9a-f]{24}$/) });
const back = { q: z.string().max(120).catch('') };
const AdmitForm = z.object({ track: Slug, ...back });
const RoleForm = z.object({ role: z.enum(roles), ...back });

/** Who takes part: trainers let people into a track that is closed to them, coordinators also give roles. */
export function peopleRoutes(): Router {
  const router = Router();

  at(router, paths.people, async (req, res) => {
    const query = PeopleQuery.parse(req.query);
    const language = languageOf(req);
    const t = translator(language);
    const { id, role } = signedIn(req);
    const [found, { tracks }, { country }] = await Promise.all([
      findPeople(query.q, query.page),
      getCatalogue(),
      getUser(id),
    ]);
    const reader = { id, role, country: country ?? null };
    const canGiveRoles = mayVisit(signedIn(req), paths.changeRole.who);
    const model = peoplePage({ ...found, ...query, tracks, canGiveRoles, reader }, language, t);
    sendPage(req, res, 'people/people', model, { title: t('common.people'), section: 'people' });
  });

  at(router, paths.admit, async (req, res) => {
    const { user } = readParams(PersonParams, req.params);
    const { track, q } = readBody(AdmitForm, req.body);
    const person = await getUser(user);
    await admit(person._id.toString(), await getTrack(track), signedIn(req).id);
    res.redirect(303, `${paths.people({ lang: languageOf(req) }, { q })}#p-${user}`);
  });

  at(router, paths.changeRole, async (req, res) => {
    const { user } = readParams(PersonParams, req.params);
    const { role, q } = readBody(RoleForm, req.body);
    await changeRole(user, role);
    res.redirect(303, `${paths.people({ lang: languageOf(req) }, { q })}#p-${user}`);
  });

  return router;
}
