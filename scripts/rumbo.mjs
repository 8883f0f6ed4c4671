#!/usr/bin/env node
// `npx rumbo`: builds the command line where it is missing or older than its sources, then runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist', 'scripts', 'rumbo.js');

if (!existsSync(built) || newestSource() > statSync(built).mtimeMs) {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  if (existsSync(tsx)) {
    const { status } = spawnSync(process.execPath, [tsx, join(root, 'scripts', 'build.ts'), '--quiet'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) process.exit(status ?? 1);
  }
}
await import(pathToFileURL(built).href);

function newestSource() {
  return Math.max(
    ...['server', 'scripts', 'views'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
    ),
  );
}
