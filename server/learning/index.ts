export { admit, enrol, findAccess, requireEnrolment, type Access } from './enrolment.ts';
export { enrolmentsOf, markLessonDone, openLesson, progressOf, recordQuizResult } from './progress.ts';
export type { Progress } from './progress.model.ts';
export { EnrolmentModel } from './enrolment.model.ts';
