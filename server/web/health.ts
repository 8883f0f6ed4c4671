import { Router } from 'express';
import type { Database } from '../database/index.ts';
import { paths } from '../paths.ts';
import { at } from './routes.ts';

/** For whoever watches the process: does it live, and can it serve? */
export function healthRoutes(database: Database): Router {
  const router = Router();
  at(router, paths.health, (_req, res) => {
    res.type('text').send('alive\n');
  });
  at(router, paths.ready, async (_req, res) => {
    const ready = await database.isReady();
    res
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready\n' : 'the database does not answer\n');
  });
  return router;
}
