import type { Response, Router } from 'express';
import { sourceOf } from '../../catalogue/index.ts';
import { Refusal } from '../../errors.ts';
import { paths } from '../../paths.ts';
import { at, readParams } from '../../web/routes.ts';
import { filesOf } from '../draft-files.ts';
import { getDraft } from '../drafts.ts';
import { RevisionParams } from '../history.routes.ts';
import { ModuleParams } from '../workshop.routes.ts';
import { writeModuleZip } from './module-zip.ts';

/** Whole modules handed out: as a draft has them, as a revision was made. */
export function moduleZipRoutes(router: Router): void {
  at(router, paths.draftZip, async (req, res) => {
    const { module } = readParams(ModuleParams, req.params);
    const draft = await getDraft(module);
    await send(res, `${module}.zip`, draft.folder, await filesOf(draft));
  });

  at(router, paths.revisionZip, async (req, res) => {
    const { module, number } = readParams(RevisionParams, req.params);
    const source = await sourceOf(module, number);
    if (!source) throw new Refusal('not-found', 'catalogue.noSuchModule');
    await send(res, `${module}-${String(number)}.zip`, source.folder, source.files);
  });
}

async function send(
  res: Response,
  name: string,
  folder: string,
  files: ReadonlyMap<string, Buffer>,
): Promise<void> {
  res.type('application/zip').attachment(name).set('Cache-Control', 'private, no-cache');
  await writeModuleZip(folder, files, res);
}
