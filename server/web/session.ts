import MongoStore from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import mongoose from 'mongoose';
import passport from 'passport';
import { roles } from '../policy.ts';
import { z } from 'zod';
import { LanguageSchema } from '../content/module.ts';
import { RecentSessionStore } from './session-store.ts';
import type { SignedIn } from './visitor.ts';

const HOUR = 3_600_000;
/** A learner comes back within the week without signing in again; after that the session is gone. */
const LIFETIME = 7 * 24 * HOUR;

const SignedInSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  language: LanguageSchema,
});

export interface SessionOptions {
  secret: string;
  /** The collection that holds the sessions. */
  collection: string;
  /** Whether people reach the platform over https. */
  secure: boolean;
}

/**
 * Sessions in the database, so that any process may serve any request. The session holds what a page needs of
 * the person: a role or name that changes ends or renews it (accounts/sessions.ts).
 */
export function sessions({ secret, collection, secure }: SessionOptions): RequestHandler[] {
  passport.serializeUser((user: SignedIn, done) => done(null, user));
  passport.deserializeUser((kept: unknown, done) => {
    const user = SignedInSchema.safeParse(kept);
    done(null, user.success ? user.data : false);
  });
  return [
    session({
      name: secure ? '__Host-rumbo' : 'rumbo',
      secret,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: LIFETIME },
      store: new RecentSessionStore(
        MongoStore.create({
          client: mongoose.connection.getClient(),
          ...(mongoose.connection.db ? { dbName: mongoose.connection.db.databaseName } : {}),
          collectionName: collection,
          stringify: false,
          ttl: LIFETIME / 1_000,
          // Reading a page is no reason to write the session more than once an hour.
          touchAfter: HOUR / 1_000,
        }),
      ),
    }),
    passport.session() as RequestHandler,
  ];
}
