/** The way in to an empty platform: a link, printed at the start, that makes the first coordinator once. */
import { createHash, randomBytes } from 'node:crypto';
import { model, Schema } from 'mongoose';
import { UserModel } from './user.model.ts';

const HOURS_VALID = 24;

const schema = new Schema(
  {
    purpose: { type: String, required: true },
    /** SHA-256 of the token: whoever reads the database cannot use it (OWASP Forgot Password sheet). */
    tokenHash: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw' },
);
schema.index({ purpose: 1 }, { unique: true });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const TokenModel = model('Token', schema, 'tokens');

const PURPOSE = 'first-coordinator';

/** @returns a new token, which replaces any earlier one; null when there is a coordinator already */
export async function offerFirstCoordinator(): Promise<string | null> {
  if (await UserModel.exists({ role: 'coordinator' })) return null;
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(Date.now() + HOURS_VALID * 3_600_000);
  await TokenModel.updateOne(
    { purpose: PURPOSE },
    { $set: { tokenHash: sha256(token), expiresAt } },
    { upsert: true },
  );
  return token;
}

export async function isSetupToken(token: string): Promise<boolean> {
  return (await TokenModel.exists(unused(token))) !== null;
}

/** Uses the token up. @returns false when it was used, replaced or is too old: then nobody becomes coordinator */
export async function useSetupToken(token: string): Promise<boolean> {
  return (await TokenModel.findOneAndDelete(unused(token))) !== null;
}

function unused(token: string) {
  return { purpose: PURPOSE, tokenHash: sha256(token), expiresAt: { $gt: new Date() } };
}

function sha256(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
