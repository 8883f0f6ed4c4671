import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import mongoose from 'mongoose';
import { Refusal, type RefusalKind } from '../errors.ts';
import { paths } from '../paths.ts';
import { translator, type MessageKey } from '../rendering/index.ts';
import { sendPage } from './page.ts';
import { languageOf, visitorOf } from './visitor.ts';
import { logOf } from './log.ts';

/** What each refusal means in HTTP; a new kind does not compile until it has a status. */
const STATUS: Record<RefusalKind, number> = {
  invalid: 422,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
  unavailable: 503,
};

const TITLE: Record<RefusalKind, MessageKey> = {
  invalid: 'common.titleInvalid',
  'signed-out': 'common.titleSignedOut',
  forbidden: 'common.titleForbidden',
  'not-found': 'common.titleNotFound',
  conflict: 'common.titleConflict',
  'too-many': 'common.titleTooMany',
  unavailable: 'common.titleUnavailable',
};

/** Nothing answered at that address. */
export const notFound: RequestHandler = () => {
  throw new Refusal('not-found', 'common.notFound');
};

/** The one place where errors become answers. */
export const answerErrors: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const refusal = asRefusal(error);
  if (!refusal) {
    logOf(req).error({ error }, 'request failed');
    sendErrorPage(req, res, 500, 'common.titleFault', 'common.fault');
    return;
  }
  if (refusal.kind === 'signed-out' && req.method === 'GET') {
    res.redirect(303, paths.signInForm({ lang: languageOf(req) }, { next: req.originalUrl }));
    return;
  }
  if (refusal.kind === 'too-many') res.set('Retry-After', String(refusal.values.seconds ?? 60));
  sendErrorPage(req, res, STATUS[refusal.kind], TITLE[refusal.kind], refusal.code, refusal);
};

function sendErrorPage(
  req: Request,
  res: Response,
  status: number,
  title: MessageKey,
  code: MessageKey,
  refusal?: Refusal,
): void {
  const language = languageOf(req);
  const t = translator(language);
  const model = {
    status: String(status),
    heading: t(title),
    sentence: t(code, refusal?.values),
    ...wayOutOf(req, refusal),
    tracksUrl: paths.home({ lang: language }),
  };
  sendPage(req, res, 'errors/refusal', model, { title: t(title), status });
}

/** The way that the refusal names, or back to where the person's own things are. */
function wayOutOf(req: Request, refusal?: Refusal): { backUrl: string; backLabel: string } {
  const lang = languageOf(req);
  const t = translator(lang);
  if (refusal?.wayOut) return { backUrl: refusal.wayOut.url(lang), backLabel: t(refusal.wayOut.label) };
  return visitorOf(req)
    ? { backUrl: paths.myLearning({ lang }), backLabel: t('common.backToMyLearning') }
    : { backUrl: paths.home({ lang }), backLabel: t('common.backHome') };
}

const databaseAway = [
  mongoose.mongo.MongoServerSelectionError,
  mongoose.mongo.MongoNetworkError,
  mongoose.mongo.MongoNotConnectedError,
  mongoose.Error.MongooseServerSelectionError,
];

/** Errors of the framework and the driver that are refusals by another name. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error)) return null;
  const status = 'status' in error ? error.status : undefined;
  // Express and body-parser: an address with a broken escape, a body that is too large or cannot be read.
  if (error instanceof URIError) return new Refusal('not-found', 'common.notFound');
  if (status === 413) return new Refusal('invalid', 'common.tooLarge');
  if (status === 400 || status === 415) return new Refusal('invalid', 'common.badForm');
  if (databaseAway.some((kind) => error instanceof kind)) {
    return new Refusal('unavailable', 'common.databaseAway');
  }
  return null;
}
