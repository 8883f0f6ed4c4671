/**
 * How often a password may be guessed: per account a growing pause after five misses, per address enough for a
 * classroom behind one connection that all signs in at once, and an end to a list of guesses. Counted in the
 * database, so that several processes count together.
 */
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../errors.ts';

const MINUTES = 60;

interface Limits {
  account: RateLimiterMongo;
  address: RateLimiterMongo;
}

let limits: Limits | null = null;

function getLimits(): Limits {
  const shared = {
    storeClient: mongoose.connection,
    tableName: 'signInLimits',
    dbName: mongoose.connection.name,
  };
  limits ??= {
    account: new RateLimiterMongo({
      ...shared,
      keyPrefix: 'account',
      points: 5,
      duration: 15 * MINUTES,
      blockDuration: 5 * MINUTES,
    }),
    address: new RateLimiterMongo({
      ...shared,
      keyPrefix: 'address',
      points: 60,
      duration: 15 * MINUTES,
      blockDuration: 15 * MINUTES,
    }),
  };
  return limits;
}

/** Only misses count, so that sixty people who know their passwords are never in each other's way. */
export async function refuseTooManyMisses(email: string, address: string): Promise<void> {
  const { account, address: addresses } = getLimits();
  const [ofAccount, ofAddress] = await Promise.all([account.get(key(email)), addresses.get(key(address))]);
  for (const [state, most] of [
    [ofAccount, 5],
    [ofAddress, 60],
  ] as const) {
    if (state && state.consumedPoints >= most) throw tooMany(state);
  }
}

/** Counts a miss. @throws Refusal too-many when it was one too many */
export async function countMiss(email: string, address: string): Promise<void> {
  const { account, address: addresses } = getLimits();
  try {
    await Promise.all([account.consume(key(email)), addresses.consume(key(address))]);
  } catch (state) {
    if (state instanceof RateLimiterRes) throw tooMany(state);
    throw state;
  }
}

export async function forgiveMisses(email: string): Promise<void> {
  await getLimits().account.delete(key(email));
}

function tooMany(state: RateLimiterRes): Refusal {
  const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1_000));
  return new Refusal('too-many', 'accounts.tooManyMisses', { count: Math.ceil(seconds / MINUTES), seconds });
}

/** No e-mail or address is kept where it need not be. */
function key(value: string): string {
  return createHash('sha256').update(value.toLowerCase()).digest('base64url');
}
