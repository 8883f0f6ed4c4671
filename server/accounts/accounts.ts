import { Types } from 'mongoose';
import type { Language } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import type { Country } from './countries.ts';
import type { Role } from '../policy.ts';
import { hashPassword, verifyNobody, verifyPassword } from './password.ts';
import { endSessionsOf } from './sessions.ts';
import { UserModel, type User } from './user.model.ts';

export interface NewUser {
  email: string;
  name: string;
  password: string;
  language: Language;
  country: Country | null;
  institution: string;
  role: Role;
  demo?: boolean;
}

/**
 * Makes an account.
 * @returns the new user, or `email-taken`: the unique index decides, so two at once make one account
 */
export async function createUser({ password, email, ...person }: NewUser): Promise<User | 'email-taken'> {
  const passwordHash = await hashPassword(password);
  try {
    const user = await UserModel.create({ ...person, email: email.toLowerCase(), passwordHash });
    return user.toObject();
  } catch (error) {
    if (isDuplicateKey(error)) return 'email-taken';
    throw error;
  }
}

/** @returns the user whose e-mail and password these are, or null; both answers take the same time */
export async function authenticate(email: string, password: string): Promise<User | null> {
  const user = await UserModel.findOne({ email: email.toLowerCase() }).lean();
  if (!user) {
    await verifyNobody(password);
    return null;
  }
  return (await verifyPassword(user.passwordHash, password)) ? user : null;
}

/** @throws Refusal not-found */
export async function getUser(id: string): Promise<User> {
  const user = Types.ObjectId.isValid(id) ? await UserModel.findById(id).lean() : null;
  if (!user) throw new Refusal('not-found', 'people.unknown');
  return user;
}

export interface PersonalData {
  name: string;
  country: Country | null;
  institution: string;
  language: Language;
}

export async function updatePersonalData(id: string, data: PersonalData): Promise<void> {
  await UserModel.updateOne({ _id: id }, { $set: data });
}

/** Sets a new password and ends the person's sessions, so that whoever knew the old one is out. */
export async function changePassword(id: string, password: string): Promise<void> {
  await UserModel.updateOne({ _id: id }, { $set: { passwordHash: await hashPassword(password) } });
  await endSessionsOf(id);
}

/** Gives a person another role; their sessions end, since a session carries the role. */
export async function changeRole(id: string, role: Role): Promise<User> {
  const user = await getUser(id);
  if (
    user.role === 'coordinator' &&
    role !== 'coordinator' &&
    (await UserModel.countDocuments({ role: 'coordinator' })) < 2
  ) {
    throw new Refusal('conflict', 'people.lastCoordinator');
  }
  await UserModel.updateOne({ _id: user._id }, { $set: { role } });
  await endSessionsOf(id);
  return { ...user, role };
}

export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11_000;
}
