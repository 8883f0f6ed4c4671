/**
 * Builds packages in the background, one at a time in each process. A package belongs to whoever holds its lease;
 * a process that dies loses it after half a minute, and whoever looks at the package next goes on.
 */
import { randomUUID } from 'node:crypto';
import type { Types } from 'mongoose';
import { build, type Built } from './build.ts';
import { PackageModel, type Package } from './package.model.ts';

const LEASE_MS = 30_000;
const HEARTBEAT_MS = 10_000;
/** A package that takes its process down must not do so for ever. */
const MOST_TRIES = 3;

let working: Promise<void> | null = null;

/**
 * Starts to build what waits, unless this process does already. Called whenever someone asks for a package or looks
 * at one that is not ready.
 * @param report takes the errors of builds: nobody waits for the result
 */
export function wakeBuilder(report: (error: unknown) => void): void {
  working ??= buildAll(report)
    .catch(report)
    .finally(() => {
      working = null;
    });
}

async function buildAll(report: (error: unknown) => void): Promise<void> {
  for (let next = await claim(); next; next = await claim()) {
    const { _id, tries } = next.claimed;
    if (tries > MOST_TRIES) await finish(_id, next.owner, { state: 'failed', findings: [] });
    else await buildOne(next.claimed, next.owner, report);
  }
}

interface Claim {
  claimed: Package;
  owner: string;
}

async function claim(): Promise<Claim | null> {
  const owner = randomUUID();
  const now = Date.now();
  const claimed = await PackageModel.findOneAndUpdate(
    {
      state: { $in: ['waiting', 'building'] },
      $or: [{ lease: null }, { 'lease.until': { $lt: new Date(now) } }],
    },
    { $set: { state: 'building', lease: { owner, until: new Date(now + LEASE_MS) } }, $inc: { tries: 1 } },
    { sort: { requestedAt: 1 }, returnDocument: 'after' },
  ).lean();
  return claimed && { claimed, owner };
}

async function buildOne(wanted: Package, owner: string, report: (error: unknown) => void): Promise<void> {
  const signOfLife = async (change: Partial<Package> = {}) => {
    const until = new Date(Date.now() + LEASE_MS);
    const mine = { _id: wanted._id, 'lease.owner': owner };
    await PackageModel.updateOne(mine, { $set: { ...change, 'lease.until': until } });
  };
  const heartbeat = setInterval(() => void signOfLife().catch(report), HEARTBEAT_MS);
  try {
    await finish(wanted._id, owner, await build(wanted, (progress) => signOfLife({ progress })));
  } catch (error) {
    report(error);
    await finish(wanted._id, owner, { state: 'failed', findings: [] });
  } finally {
    clearInterval(heartbeat);
  }
}

/** Only for the holder of the lease: one who was thought dead changes nothing any more. */
async function finish(id: Types.ObjectId, owner: string, built: Built): Promise<void> {
  await PackageModel.updateOne({ _id: id, 'lease.owner': owner }, { $set: { ...built, lease: null } });
}
