import type { Types } from 'mongoose';
import { UserModel, type User } from './user.model.ts';

/** People by their ids; whose account is gone is not among them. */
export async function peopleOf(
  ids: readonly Types.ObjectId[],
): Promise<ReadonlyMap<string, Pick<User, 'name' | 'country' | 'institution'>>> {
  if (ids.length === 0) return new Map();
  const users = await UserModel.find(
    { _id: { $in: [...ids] } },
    { name: 1, country: 1, institution: 1 },
  ).lean();
  return new Map(users.map((user) => [user._id.toString(), user]));
}

/** Their names alone. */
export async function namesOf(ids: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await peopleOf(ids))].map(([id, { name }]) => [id, name]));
}
