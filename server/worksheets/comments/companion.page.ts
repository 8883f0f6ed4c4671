import type { Request } from 'express';
import { z } from 'zod';
import { getUser, type User } from '../../accounts/index.ts';
import { hasHandedIn } from '../../assessment/index.ts';
import { getModule } from '../../catalogue/index.ts';
import { Slug } from '../../content/module.ts';
import { Refusal } from '../../errors.ts';
import { mayAccompany } from '../../policy.ts';
import { readParams } from '../../web/routes.ts';
import { signedIn } from '../../web/visitor.ts';
import { worksheetOf } from '../place.page.ts';
import { WorksheetModel } from '../worksheet.model.ts';

const PersonParams = z.object({ user: z.string().regex(/^[0-9a-f]{24}$/) });
const SheetParams = PersonParams.extend({ module: Slug, worksheet: Slug });

/**
 * The person of an address, for whoever accompanies them.
 * @throws Refusal not-found; forbidden `comments.notYours`
 */
export async function openLearner(req: Request): Promise<User> {
  const { user } = readParams(PersonParams, req.params);
  const { id, role } = signedIn(req);
  const [companion, learner] = await Promise.all([getUser(id), getUser(user)]);
  const reader = { id, role, country: companion.country ?? null };
  if (!mayAccompany(reader, { id: user, country: learner.country ?? null })) {
    throw new Refusal('forbidden', id === user ? 'comments.own' : 'comments.notYours');
  }
  return learner;
}

/**
 * A person's worksheet that was begun. Handing in the track's final assignment opens its worksheets to all who mark.
 * @throws as `openLearner`; Refusal not-found
 */
export async function openSheet(req: Request) {
  const { user, module: moduleId, worksheet: id } = readParams(SheetParams, req.params);
  const { track, module } = await getModule(moduleId);
  const isMarker = signedIn(req).id !== user && (await hasHandedIn(user, track.id));
  const learner = isMarker ? await getUser(user) : await openLearner(req);
  const worksheet = worksheetOf(module.content.worksheets, id);
  const at = { user, module: moduleId, worksheet: id };
  const filled = await WorksheetModel.findOne(at).lean();
  if (!filled) throw new Refusal('not-found', 'comments.notBegun');
  return { learner, track, module, worksheet, filled, at };
}
export type OpenSheet = Awaited<ReturnType<typeof openSheet>>;
