/** Stylesheet, scripts and icon as the build made them: held in memory, compressed ahead, kept by browsers for a year. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { projectRoot } from '../root.ts';
import { at, readParams } from './routes.ts';

interface StaticFile {
  type: string;
  plain: Buffer;
  br: Buffer;
  gz: Buffer;
}

const folder = join(projectRoot, 'dist', 'public');
const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
const names = readNames();
const files = readFiles();

/** The address of a built file by its plain name: `rumbo.css` → `/static/rumbo.1a2b3c.css`. */
export function staticUrl(name: string): string {
  return paths.staticFile({ file: names[name] ?? name });
}

export function staticRoutes(): Router {
  const router = Router();
  at(router, paths.staticFile, (req, res) => {
    const { file: name } = readParams(z.object({ file: z.string() }), req.params);
    const file = files.get(name);
    if (!file) throw new Refusal('not-found', 'common.notFound');
    res.set({ 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding' });
    res.type(file.type);
    const encoding = req.acceptsEncodings(['br', 'gzip', 'identity']);
    if (encoding === 'br' || encoding === 'gzip') res.set('Content-Encoding', encoding);
    res.send(encoding === 'br' ? file.br : encoding === 'gzip' ? file.gz : file.plain);
  });
  return router;
}

function readNames(): Record<string, string> {
  const list = join(folder, 'names.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>) : {};
}

function readFiles(): Map<string, StaticFile> {
  if (!existsSync(folder)) return new Map();
  const read = (name: string) => readFileSync(join(folder, name));
  return new Map(
    readdirSync(folder)
      .filter((name) => /\.(css|js|svg)$/.test(name) && existsSync(join(folder, `${name}.br`)))
      .map((name) => [
        name,
        {
          type: types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
          plain: read(name),
          br: read(`${name}.br`),
          gz: read(`${name}.gz`),
        },
      ]),
  );
}
