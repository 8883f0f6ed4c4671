import type { PublishedModule } from '../../catalogue/index.ts';
import type { Question } from '../../content/module.ts';
import { adviceOn, SMALL_SAMPLE, type Advice } from './advice.ts';
import { partsOf, type Part } from './parts.ts';
import { discrimination, facility, median, sumsOf } from './statistics.ts';
import { countAttempts, sumAnswers, type AnswerSums, type AttemptCounts } from './sums.ts';

/** A question of a revision, and what first attempts say of it. */
export interface ItemAnalysis {
  question: Question;
  /** Its place in the bank: 1, 2, 3… */
  number: number;
  /** In how many attempts it was asked, and in how many of these it was not answered. */
  n: number;
  omitted: number;
  /** 0 to 1; null when nobody was asked. */
  facility: number | null;
  /** −1 to 1; null when it has no value, or was asked of too few. */
  discrimination: number | null;
  time: Timing | null;
  parts: Part[];
  advice: Advice[];
}

export interface Timing {
  /** Seconds. */
  median: number;
  /** In how many attempts the time could be measured. */
  n: number;
}

export interface ModuleAnalysis {
  attempts: AttemptCounts;
  items: ItemAnalysis[];
}

/**
 * Item analysis of a module's revision, from the first submitted attempt of each person.
 * @param module in the revision that is analysed
 */
export async function analyseItems(module: PublishedModule): Promise<ModuleAnalysis> {
  const [answers, attempts] = await Promise.all([
    sumAnswers(module.id, module.revision),
    countAttempts(module.id, module.revision),
  ]);
  return {
    attempts,
    items: module.content.quiz.questions.map((question, index) => ({
      number: index + 1,
      ...analyse(
        question,
        answers.filter((answer) => answer.question === question.id),
      ),
    })),
  };
}

function analyse(question: Question, answers: AnswerSums[]) {
  const sums = sumsOf(answers);
  // From a few answers, comparing with the rest says nothing: such figures are not shown, so that nobody acts on them.
  const isFew = sums.n < SMALL_SAMPLE;
  const parts = partsOf(question, answers).map((part) => (isFew ? { ...part, rest: null } : part));
  const figures = {
    n: sums.n,
    omitted: answers.reduce((sum, { omitted }) => sum + omitted, 0),
    facility: facility(sums),
    discrimination: isFew ? null : discrimination(sums),
  };
  const options = 'options' in question ? parts : [];
  return { question, ...figures, time: timing(answers), parts, advice: adviceOn({ ...figures, options }) };
}

function timing(answers: readonly AnswerSums[]): Timing | null {
  const measured = answers.flatMap(({ seconds }) => seconds.filter((one) => one !== null));
  const middle = median(measured);
  return middle === null ? null : { median: middle, n: measured.length };
}
