/**
 * Scoring: what an answer earns, what passes, what an attempt asks.
 * Pure and without imports from elsewhere: the same code runs on the server and inside SCORM packages.
 */
export { drawAttempt, seededRandom, type DrawnQuestion, type Random } from './drawing.ts';
export { numberReadings, parseNumber } from './numbers.ts';
export type {
  Response,
  ScorableChoice,
  ScorableMatch,
  ScorableNumeric,
  ScorableOrder,
  ScorableQuestion,
  ScorableQuiz,
  ScorableText,
} from './questions.ts';
export { cleanResponse, LONGEST_TYPED } from './responses.ts';
export { readAnswer } from './rules.ts';
export {
  passes,
  scoreQuestion,
  scoreQuiz,
  toPercent,
  type QuestionResult,
  type QuizResult,
  type Verdict,
} from './score.ts';
export { foldText } from './text.ts';
