/** Starts and stops the process: configuration, database, content, HTTP. Nothing else. */
import type { Server } from 'node:http';
import { join } from 'node:path';
import { offerFirstCoordinator } from './accounts/index.ts';
import { buildApp } from './app.ts';
import { dropUnusedUploadsDaily, stopChecking } from './authoring/index.ts';
import { publishContent, readRecord } from './catalogue/index.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { loadContent } from './content/index.ts';
import { connectDatabase } from './database/index.ts';
import { paths } from './paths.ts';
import { projectRoot } from './root.ts';
import { makeLogger, type Logger } from './web/log.ts';

const SHUTDOWN_MS = 10_000;

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (error instanceof ConfigError ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  );
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const logger = makeLogger(config.logLevel);
  const database = await connectDatabase(config);
  const folder = join(projectRoot, 'modules-content');
  const content = await loadContent(folder);
  const publications = await publishContent(content, await readRecord(folder));
  const findings = [...content.findings, ...publications.flatMap((one) => one.findings)];
  for (const { file, line, message, severity } of findings) {
    if (severity === 'error') logger.warn({ file, line }, message.en);
  }
  logger.info({ published: publications.filter(({ isNew }) => isNew).length }, 'content is published');

  const baseUrl = config.baseUrl ?? `http://localhost:${config.port}`;
  const { sessionSecret, trustProxy } = config;
  const app = buildApp({ database, logger, sessionSecret, baseUrl, trustProxy });
  const server = app.listen(config.port, config.host, () => void announce(baseUrl));
  dropUnusedUploadsDaily(
    (dropped) => {
      if (dropped > 0) logger.info({ dropped }, 'unused uploads are deleted');
    },
    (error) => {
      logger.error({ error }, 'unused uploads were not deleted');
    },
  );
  stopOnSignal(server, () => Promise.all([stopChecking(), database.close()]), logger);
}

async function announce(baseUrl: string): Promise<void> {
  process.stdout.write(`\nRumbo: ${baseUrl}\n`);
  const token = await offerFirstCoordinator();
  if (token)
    process.stdout.write(`First coordinator (once): ${baseUrl}${paths.setupForm({ lang: 'es', token })}\n`);
}

/** Ends what is under way, then threads and database, then the process. */
function stopOnSignal(server: Server, close: () => Promise<unknown>, logger: Logger): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    server.close(() => {
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ error }, 'the server did not close');
          process.exit(1);
        },
      );
    });
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
