import { pipeline } from 'node:stream/promises';
import type { Response, Router } from 'express';
import { z } from 'zod';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf } from '../web/visitor.ts';
import { openContentFile } from './content-files.ts';
import { getReadyPackage } from './packages.ts';
import { playerPage } from './player.view.ts';

const Id = z.string().regex(/^[0-9a-f]{24}$/);
const PlayParams = z.object({ package: Id });
const FileParams = z.object({ package: Id, path: z.array(z.string().max(200)).max(8) });

/**
 * A package's content stands on our own origin, or it would not find the API of the page around it, as on any LMS.
 * So it gets less than any page of ours: no script but the files of a package, no inline script, no request to
 * anywhere, no form that is sent, and no frame but ours around it.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-downloads',
];
/** A drawing brings its own styles, and nothing in it runs. */
const DRAWING_POLICY = ["default-src 'none'", "style-src 'unsafe-inline'", 'sandbox'];

/** A package is played inside the platform as its own LMS will play it. */
export function playerRoutes(router: Router): void {
  at(router, paths.playPackage, async (req, res) => {
    const made = await getReadyPackage(readParams(PlayParams, req.params).package);
    const language = languageOf(req);
    const t = translator(language);
    allowFrames(res);
    sendPage(req, res, 'packages/play', playerPage(made, language, t), {
      title: t('player.title', { title: made.title[language] }),
      section: 'training',
      scripts: [made.format === '1.2' ? 'scorm-player-1.2' : 'scorm-player-2004'],
    });
  });

  at(router, paths.packageFile, async (req, res) => {
    const { package: id, path } = readParams(FileParams, req.params);
    const name = path.join('/');
    const { bytes, stream } = await openContentFile((await getReadyPackage(id)).file, name);
    const ending = name.slice(name.lastIndexOf('.') + 1);
    res.set({
      'Content-Security-Policy': (ending === 'svg' ? DRAWING_POLICY : CONTENT_POLICY).join('; '),
      // The bytes of a package never change.
      'Cache-Control': 'private, max-age=3600, immutable',
      'Content-Length': String(bytes),
    });
    res.type(ending);
    await pipeline(stream, res);
  });
}

/** The page around the course is one of ours in all else. */
function allowFrames(res: Response): void {
  const policy = res.get('Content-Security-Policy') ?? '';
  res.set('Content-Security-Policy', `${policy}; frame-src 'self'`);
}
