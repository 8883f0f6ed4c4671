import type { Router } from 'express';
import { z } from 'zod';
import { findAsset, getModule } from '../catalogue/index.ts';
import { LanguageSchema, Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { buildPackage, writePackage } from '../scorm/package.ts';
import { at, readParams } from '../web/routes.ts';

const ExportParams = z.object({ module: Slug });
const ExportQuery = z.object({ language: LanguageSchema });

/** A published module as a SCORM 1.2 package, made as it is downloaded. */
export function packages(router: Router): void {
  at(router, paths.exportPackage, async (req, res) => {
    const { module: id } = readParams(ExportParams, req.params);
    const { language } = readParams(ExportQuery, req.query);
    const { track, module } = await getModule(id);
    const hashes = new Map(module.content.assets.map(({ name, hash }) => [name, hash]));
    const plan = await buildPackage({
      modules: [module.content],
      languages: [language],
      format: '1.2',
      passMark: track.passMark,
      revision: module.revision,
      assets: async (_module, name) => {
        const asset = await findAsset(hashes.get(name) ?? '');
        if (!asset) throw new Refusal('not-found', 'common.notFound');
        return asset.bytes;
      },
    });
    res.attachment(plan.name).type('application/zip');
    await writePackage(plan, res);
  });
}
