import type { Request } from 'express';
import { z } from 'zod';
import { getModule } from '../catalogue/index.ts';
import { Slug, type Worksheet } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { requireModule } from '../learning/index.ts';
import { readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';

const WorksheetParams = z.object({ module: Slug, worksheet: Slug });

export type OpenPlace = Awaited<ReturnType<typeof openPlace>>;

/** The worksheet of the address, and the learner, who is enrolled in its track. */
export async function openPlace(req: Request) {
  const { module: moduleId, worksheet: id } = readParams(WorksheetParams, req.params);
  const { track, module } = await getModule(moduleId);
  const worksheet = worksheetOf(module.content.worksheets, id);
  const user = signedIn(req).id;
  await requireModule(user, { track, module });
  return { track, module, worksheet, language: languageOf(req), at: { user, module, worksheet: id } };
}

/** @throws Refusal not-found */
export function worksheetOf(worksheets: readonly Worksheet[], id: string): Worksheet {
  const worksheet = worksheets.find((one) => one.id === id);
  if (!worksheet) throw new Refusal('not-found', 'worksheets.unknown');
  return worksheet;
}
