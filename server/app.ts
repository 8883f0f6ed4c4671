import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { accountRoutes, SESSIONS } from './accounts/index.ts';
import {
  assessmentRoutes,
  assignmentRoutes,
  assignmentsInLearning,
  itemAnalysisRoutes,
  markingRoutes,
  placementRoutes,
} from './assessment/index.ts';
import { authoringRoutes } from './authoring/index.ts';
import { assetRoutes } from './catalogue/asset.routes.ts';
import { certificateRoutes, certificatesInLearning } from './certificates/index.ts';
import type { Database } from './database/index.ts';
import { feedbackBesideLesson, feedbackRoutes } from './feedback/index.ts';
import { learningRoutes } from './learning/index.ts';
import { packageRoutes } from './packages/index.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { trainingRoutes } from './training/training.routes.ts';
import { answerErrors, notFound } from './web/errors.ts';
import { healthRoutes } from './web/health.ts';
import { languageChoice } from './web/language.ts';
import { requestLog, type Logger } from './web/log.ts';
import { sessions } from './web/session.ts';
import { staticRoutes } from './web/static-files.ts';
import { staticPageRoutes } from './web/static-pages.routes.ts';
import { filledWorksheets, worksheetRoutes, worksheetsInLearning } from './worksheets/index.ts';

export interface Dependencies {
  database: Database;
  logger: Logger;
  sessionSecret: string;
  /** Where people reach the platform: decides whether cookies ask for https. */
  baseUrl: string;
  trustProxy: number;
}

/** The whole product as an Express app; nothing listens yet. */
export function buildApp({ database, logger, sessionSecret, baseUrl, trustProxy }: Dependencies): Express {
  const secure = baseUrl.startsWith('https:');
  const app = express();
  app.set('trust proxy', trustProxy);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(requestLog(logger), securityHeaders(secure));
  app.use(healthRoutes(database), staticRoutes(), assetRoutes());
  // Pages only: what the build made is compressed ahead (web/static-files.ts).
  app.use(compression({ level: 4, threshold: 1_200, enforceEncoding: 'identity' }));
  // A writer's text is larger than any other form: 256 kB, each accent six characters on its way.
  app.use('/:lang/trainer/drafts', express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 20 }));
  app.use(express.urlencoded({ extended: false, limit: '256kb', parameterLimit: 2_000 }));
  app.use(sessions({ secret: sessionSecret, collection: SESSIONS, secure }));
  app.use(
    languageChoice(),
    learningRoutes({
      besideLesson: feedbackBesideLesson,
      worksheets: worksheetsInLearning,
      assignments: assignmentsInLearning,
      certificatesOf: certificatesInLearning,
    }),
    feedbackRoutes(),
    assessmentRoutes(),
    placementRoutes(),
    itemAnalysisRoutes(),
    assignmentRoutes({ filledIn: filledWorksheets }),
    markingRoutes({ filledIn: filledWorksheets }),
    accountRoutes(),
    worksheetRoutes(),
    certificateRoutes({ baseUrl }),
    peopleRoutes(),
    trainingRoutes(),
    packageRoutes(),
    authoringRoutes(),
    staticPageRoutes(),
  );
  app.use(notFound, answerErrors);
  return app;
}

function securityHeaders(secure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}
