export type { AssignmentsInLearning, AssignmentStanding } from './assignments.ts';
export type { BesideLesson, LessonOnPage } from './beside-lesson.ts';
export { readResponse, withMove, type Query } from './checks.ts';
export {
  admit,
  admitByPlacement,
  enrol,
  enrolmentsOf,
  findAccess,
  leave,
  requireEnrolment,
  type Access,
} from './enrolment.ts';
export { requireModule } from './gating.ts';
export { EnrolmentModel, type Enrolment } from './enrolment.model.ts';
export { markLessonDone, openLesson, progressOf, recordQuizResult } from './progress.ts';
export { ProgressModel, type Progress } from './progress.model.ts';
export type { BegunWorksheet, CertificatesInLearning } from './own-things.ts';
export { learningRoutes } from './routes.ts';
export type { ReadLesson, WorksheetsInLearning } from './worksheets.ts';
