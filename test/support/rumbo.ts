/** The real app on the real database layer, in a database of its own, with the real modules published. */
import mongoose from 'mongoose';
import request, { type Response } from 'supertest';
import { createUser } from '../../server/accounts/index.ts';
import { buildApp } from '../../server/app.ts';
import { stopChecking } from '../../server/authoring/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import type { Role } from '../../server/policy.ts';
import { makeLogger } from '../../server/web/log.ts';
import { publishRealModules } from './published.ts';

export const PASSWORD = 'una frase larga y segura';

/** @param monitored whether `countCommands` can see what is asked of the database */
export async function startRumbo({ monitored = false } = {}) {
  const name = `rumbo-test-${String(process.pid)}-${String(Date.now())}`;
  const server = process.env.RUMBO_TEST_MONGODB_URI ?? '';
  const mongodbUri = server.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/, `$1/${name}`);
  const separator = mongodbUri.includes('?') ? '&' : '?';
  const database = await connectDatabase({
    mongodbUri: monitored ? `${mongodbUri}${separator}monitorCommands=true` : mongodbUri,
    dataDir: '',
  });
  await publishRealModules();
  const app = buildApp({
    database,
    logger: makeLogger('silent'),
    sessionSecret: 'a secret that only tests know, long enough',
    baseUrl: 'http://localhost',
    trustProxy: 0,
  });
  return {
    app,
    visitor: () => new Visitor(request.agent(app)),
    /** A person with an account, signed in. */
    async person(role: Role, email: string) {
      await createUser({
        email,
        name: 'Ana Prueba',
        password: PASSWORD,
        language: 'es',
        country: 'GT',
        institution: 'Ministerio de Finanzas',
        role,
      });
      const visitor = new Visitor(request.agent(app));
      await visitor.post('/es/sign-in', '/es/sign-in', { email, password: PASSWORD });
      return visitor;
    },
    async stop() {
      await stopChecking();
      await mongoose.connection.dropDatabase();
      await database.close();
    },
  };
}

/** A browser without scripts: it keeps cookies and sends the token of the page that a form stood on. */
export class Visitor {
  readonly #agent: ReturnType<typeof request.agent>;

  constructor(agent: ReturnType<typeof request.agent>) {
    this.#agent = agent;
  }

  async get(path: string): Promise<Response> {
    return await this.#agent.get(path);
  }

  /** A file as its bytes, in `body`. */
  async download(path: string): Promise<Response> {
    return await this.#agent.get(path).responseType('blob');
  }

  /** Sends a form that stands on the page `from`. */
  async post(
    from: string,
    action: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return await this.send(await this.token(from), action, fields, headers);
  }

  /** What a form on the page proves to come from it by. */
  async token(from: string): Promise<string> {
    const page = await this.#agent.get(from);
    return /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  }

  /** Sends a form of a page that is open already. */
  async send(
    csrf: string,
    action: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return await this.#agent
      .post(action)
      .set(headers)
      .type('form')
      .send({ csrf, ...fields });
  }

  /** Sends a form with a file, as a browser does; a `csrf` among the fields stands instead of the page's own. */
  async upload(
    from: string,
    action: string,
    fields: Record<string, string>,
    { name, bytes }: { name: string; bytes: Buffer },
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const sending = this.#agent.post(action).set(headers);
    const all = { csrf: await this.token(from), ...fields };
    for (const [field, value] of Object.entries(all)) sending.field(field, value);
    return await sending.attach('file', bytes, name);
  }
}
