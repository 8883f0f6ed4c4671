/** `rumbo content watch`: a preview that follows the files as they are edited. */
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Examination } from '../../server/content/index.ts';
import { projectRoot } from '../../server/root.ts';
import { contentFolder, examineContent } from '../content-folder.ts';
import { followFolder, stateOf } from '../folder-changes.ts';
import { UsageError, type Verb } from '../noun.ts';
import { DEFAULT_FOLDER, readLanguage } from './content-check.ts';
import { previewPage, RELOAD_SCRIPT } from './content-preview.ts';

export const watch: Verb = {
  summary:
    'Serves a preview of a folder of modules that reloads while its files are edited, with the findings on top.',
  usage: 'content watch [FOLDER] [--port 4000] [--lang es|en]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { port: { type: 'string', default: '4000' }, lang: { type: 'string', default: 'es' } },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageError('--port is a number from 0 to 65535.');
    const language = readLanguage(values.lang);
    const [folder = DEFAULT_FOLDER] = positionals;
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    process.once('SIGTERM', () => stop.abort());
    const address = await servePreview(folder, { port, language, stop: stop.signal });
    io.out(address);
    await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
    return 0;
  },
};

export interface PreviewOptions {
  /** 0 takes any free port. */
  port: number;
  language: 'es' | 'en';
  stop: AbortSignal;
}

/** @returns the preview's address, once it answers */
export async function servePreview(
  folder: string,
  { port, language, stop }: PreviewOptions,
): Promise<string> {
  const found = await contentFolder(folder);
  const since = await stateOf(found.root);
  let examination = await examineContent(found);
  const style = await stylesheet();
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => answer(request, response));

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = pathOf(request.url ?? '/');
    const send = (status: number, type: string, body: string | Buffer) => {
      response
        .writeHead(status, {
          'content-type': type,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        })
        .end(body);
    };
    if (path === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
    } else if (path === '/style.css') send(200, 'text/css; charset=utf-8', style);
    else if (path === '/reload.js') send(200, 'text/javascript; charset=utf-8', RELOAD_SCRIPT);
    else if (path.startsWith('/assets/')) sendAsset(examination, path, send);
    else {
      const page = previewPage(examination, path, language);
      send(page.status, 'text/html; charset=utf-8', page.html);
    }
  }

  void followFolder(found.root, since, stop, async () => {
    // A folder that is being moved about cannot be read for a moment; the next change asks again.
    const latest = await examineContent(found).catch(() => null);
    if (!latest) return;
    examination = latest;
    for (const listener of listeners) listener.write('data: changed\n\n');
  });
  stop.addEventListener('abort', () => {
    for (const listener of listeners) listener.end();
    server.close();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}/`;
}

/** The path of an address, decoded; an address that is none leads to nothing. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://preview').pathname);
  } catch {
    return '/?';
  }
}

function sendAsset(
  { content }: Examination,
  path: string,
  send: (status: number, type: string, body: string | Buffer) => void,
): void {
  const [, , moduleId = '', name = ''] = path.split('/');
  const loaded = content.modules.find(({ module }) => module.id === moduleId);
  const bytes = loaded?.assets.get(name);
  const type = loaded?.module.assets.find((asset) => asset.name === name)?.type;
  if (bytes && type !== undefined) send(200, type, bytes);
  else send(404, 'text/plain', 'not found');
}

async function stylesheet(): Promise<string> {
  const folder = join(projectRoot, 'views', 'styles');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).toSorted();
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}
