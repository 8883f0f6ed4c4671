import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { at, readParams } from '../web/routes.ts';
import { findAsset } from './assets.ts';

const AssetParams = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(100) });

/** Images of published modules. Their address holds the hash of their bytes: browsers may keep them for good. */
export function assetRoutes(): Router {
  const router = Router();
  at(router, paths.asset, async (req, res) => {
    const { hash } = readParams(AssetParams, req.params);
    const asset = await findAsset(hash);
    if (!asset) throw new Refusal('not-found', 'common.notFound');
    res.set({
      'Cache-Control': 'public, max-age=31536000, immutable',
      // An SVG opened by itself stays an image: nothing in it runs or loads.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
    res.type(asset.type).send(asset.bytes);
  });
  return router;
}
