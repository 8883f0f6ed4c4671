import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { getCatalogue } from '../catalogue/index.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { readForm, typedIn, type FieldErrors } from '../web/forms.ts';
import { logOf } from '../web/log.ts';
import { formPage, sendPage } from '../web/page.ts';
import { at, readBody, readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { wakeBuilder } from './builder.ts';
import { OrderForm, orderFields, RequestField } from './forms.ts';
import { getScope, newerRevision, orderPackage, retryPackage } from './order.ts';
import type { Package } from './package.model.ts';
import { packagePage } from './package.view.ts';
import { findPackages, getPackage, getReadyPackage } from './packages.ts';
import { packagesPage, type TypedOrder } from './packages.view.ts';
import { playerRoutes } from './player.routes.ts';
import { readArchive } from './storage.ts';

const Id = z.string().regex(/^[0-9a-f]{24}$/);
const PackageParams = z.object({ package: Id });
const ListQuery = z.object({ before: Id.nullable().catch(null), what: z.string().max(80).catch('') });
/** A page that shows how a package is coming on is asked for again after so many seconds. */
const REFRESH_AFTER = 2;

/** Where trainers order packages, see them come on, download and try them. */
export function packageRoutes(): Router {
  const router = Router();

  at(router, paths.packages, async (req, res) => {
    const { what } = ListQuery.parse(req.query);
    await showList(req, res, { what, format: '1.2', languages: 'es', passMark: '' }, null);
  });

  at(router, paths.orderPackage, async (req, res) => {
    const { request } = readBody(RequestField, req.body);
    const { data, errors } = readForm(OrderForm, req.body);
    if (errors) {
      await showList(req, res, typedIn(req.body, orderFields), errors);
      return;
    }
    const { passMark } = await getScope(data.scope, data.of);
    const order = { ...data, passMark: data.passMark ?? passMark };
    const id = await orderPackage(order, request, signedIn(req));
    wake(req);
    res.redirect(303, paths.package({ lang: languageOf(req), package: id.toString() }));
  });

  at(router, paths.package, async (req, res) => {
    const made = await getPackage(readParams(PackageParams, req.params).package);
    const isBuilding = made.state === 'waiting' || made.state === 'building';
    if (isBuilding) wake(req);
    const language = languageOf(req);
    const t = translator(language);
    sendPage(req, res, 'packages/package', packagePage(made, await newerRevision(made), language, t), {
      title: made.title[language],
      section: 'training',
      ...(isBuilding ? { refreshAfter: REFRESH_AFTER, scripts: ['package-progress'] } : {}),
    });
  });

  at(router, paths.retryPackage, async (req, res) => {
    const { package: id } = readParams(PackageParams, req.params);
    await getPackage(id);
    await retryPackage(id);
    wake(req);
    res.redirect(303, paths.package({ lang: languageOf(req), package: id }));
  });

  at(router, paths.downloadPackage, async (req, res) => {
    const { file } = await getReadyPackage(readParams(PackageParams, req.params).package);
    res.attachment(file.name).type('application/zip');
    res.set({ 'Content-Length': String(file.bytes), 'Cache-Control': 'private, no-cache' });
    await pipeline(readArchive(file.sha256), res);
  });

  playerRoutes(router);
  return router;
}

async function showList(
  req: Request,
  res: Response,
  typed: TypedOrder,
  errors: FieldErrors | null,
): Promise<void> {
  const { before } = ListQuery.parse(req.query);
  const language = languageOf(req);
  const t = translator(language);
  const [{ tracks }, { packages, more }] = await Promise.all([getCatalogue(), findPackages(before)]);
  const model = packagesPage(
    { tracks, packages, more, isOlderPage: before !== null, typed, errors, newer: await newerOf(packages) },
    language,
    t,
  );
  const page = formPage(t('packages.title'), errors, language);
  sendPage(req, res, 'packages/packages', model, { ...page, section: 'training' });
}

async function newerOf(packages: readonly Package[]): Promise<Map<string, number>> {
  const found = await Promise.all(
    packages.map(async (made) => [made._id.toString(), await newerRevision(made)] as const),
  );
  return new Map(found.flatMap(([id, newer]) => (newer === null ? [] : [[id, newer] as const])));
}

/** Building goes on after the answer is sent; what fails is logged under the request that started it. */
function wake(req: Request): void {
  const log = logOf(req);
  wakeBuilder((error) => log.error({ error }, 'a package could not be built'));
}
