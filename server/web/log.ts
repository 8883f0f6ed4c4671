import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

const loggers = new WeakMap<Request, Logger>();
const silent = pino({ level: 'silent' });

export function makeLogger(level: string): Logger {
  return pino({ level, base: null, serializers: { error: pino.stdSerializers.err } });
}

/** The logger of a request, which names its id. */
export function logOf(req: Request): Logger {
  return loggers.get(req) ?? silent;
}

/**
 * One line a request: method, the pattern of its address (never the address itself, which may hold a token),
 * status and milliseconds. No name, e-mail, cookie or body.
 */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const id = randomUUID();
    const log = logger.child({ request: id });
    loggers.set(req, log);
    res.set('X-Request-Id', id);
    res.on('finish', () => {
      const route = (req.route as { path?: string } | undefined)?.path ?? 'unknown';
      log.info(
        { method: req.method, route, status: res.statusCode, ms: Math.round(performance.now() - started) },
        'request',
      );
    });
    next();
  };
}
