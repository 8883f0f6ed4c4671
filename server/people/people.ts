import { UserModel, type User } from '../accounts/index.ts';
import { WorksheetModel } from '../worksheets/index.ts';
import { EnrolmentModel, ProgressModel } from '../learning/index.ts';

export const PEOPLE_A_PAGE = 25;

export interface Person {
  user: User;
  /** Track ids. */
  enrolledIn: string[];
  finishedModules: number;
  /** Whether they have begun any. */
  hasWorksheets: boolean;
}

/**
 * People by name, e-mail or institution, in the order of their names.
 * @param q what to look for; everyone when empty
 * @param page 1, 2, 3…
 */
export async function findPeople(q: string, page: number): Promise<{ people: Person[]; total: number }> {
  const filter =
    q.trim() === ''
      ? {}
      : { $or: [{ name: pattern(q) }, { email: pattern(q) }, { institution: pattern(q) }] };
  const [users, total] = await Promise.all([
    UserModel.find(filter)
      .sort({ name: 1, _id: 1 })
      .skip((page - 1) * PEOPLE_A_PAGE)
      .limit(PEOPLE_A_PAGE)
      .lean(),
    UserModel.countDocuments(filter),
  ]);
  const ids = users.map(({ _id }) => _id);
  const [enrolments, finished, sheets] = await Promise.all([
    EnrolmentModel.find({ user: { $in: ids }, leftAt: null }).lean(),
    ProgressModel.find({ user: { $in: ids }, finishedAt: { $ne: null } }, { user: 1 }).lean(),
    WorksheetModel.find({ user: { $in: ids } }, { user: 1 }).lean(),
  ]);
  const people = users.map((user) => ({
    user,
    enrolledIn: enrolments.filter((enrolment) => enrolment.user.equals(user._id)).map(({ track }) => track),
    finishedModules: finished.filter((progress) => progress.user.equals(user._id)).length,
    hasWorksheets: sheets.some((sheet) => sheet.user.equals(user._id)),
  }));
  return { people, total };
}

/** What was typed is text to find, never a pattern (ASVS 1.2.9). */
function pattern(q: string): RegExp {
  return new RegExp(q.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
}
