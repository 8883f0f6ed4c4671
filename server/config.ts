import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './root.ts';

export interface Config {
  port: number;
  host: string;
  /** Absolute; holds the embedded database and the session secret. */
  dataDir: string;
  /** The embedded database is used when null. */
  mongodbUri: string | null;
  /** Where people reach the platform, without a closing slash; null: http://localhost:PORT. */
  baseUrl: string | null;
  sessionSecret: string;
  /** How many proxies in front are trusted to tell the client's address. */
  trustProxy: number;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** The environment holds a value that the platform cannot start with. The message names every such value. */
export class ConfigError extends Error {}

const absent = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema.optional());

const Environment = z.object({
  PORT: optional(
    z.coerce
      .number('a whole number from 0 to 65535')
      .int('a whole number from 0 to 65535')
      .min(0, 'a whole number from 0 to 65535')
      .max(65_535, 'a whole number from 0 to 65535'),
  ),
  HOST: optional(z.string().regex(/^[\w.:-]+$/, 'a host name or an IP address to listen on')),
  DATA_DIR: optional(z.string()),
  MONGODB_URI: optional(
    z.string().regex(/^mongodb(\+srv)?:\/\/.+/, 'an address that begins with mongodb:// or mongodb+srv://'),
  ),
  BASE_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'an address such as https://rumbo.example.org' })
      .refine((url) => !URL.canParse(url) || new URL(url).pathname === '/', 'an address without a path'),
  ),
  SESSION_SECRET: optional(z.string().min(32, 'at least 32 characters')),
  TRUST_PROXY: optional(z.coerce.number('how many proxies stand in front: 0 to 10').int().min(0).max(10)),
  LOG_LEVEL: optional(
    z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'silent, error, warn, info or debug'),
  ),
});

/**
 * The only reader of the environment. Values are never repeated in the error: one of them is a secret.
 * @throws ConfigError naming every variable that cannot be used, and what it should be
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const read = Environment.safeParse(env);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${String(issue.path[0])} must be ${issue.message}.`);
    throw new ConfigError([...new Set(faults)].join('\n'));
  }
  const { data } = read;
  const dataDir = resolve(projectRoot, data.DATA_DIR ?? 'data');
  return {
    port: data.PORT ?? 3000,
    host: data.HOST ?? 'localhost',
    dataDir,
    mongodbUri: data.MONGODB_URI ?? null,
    baseUrl: data.BASE_URL?.replace(/\/$/, '') ?? null,
    sessionSecret: data.SESSION_SECRET ?? keptSecret(dataDir),
    trustProxy: data.TRUST_PROXY ?? 0,
    logLevel: data.LOG_LEVEL ?? 'info',
  };
}

/** The secret made at the first start, so that a restart signs nobody out. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new ConfigError(`DATA_DIR must be a folder that can be written to: ${dataDir}`, { cause: error });
    }
  }
  return readFileSync(file, 'utf8').trim();
}
