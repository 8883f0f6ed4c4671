/** All rules. Each has a file with its name, its reason and what it looks for. */
import type { Finding } from '../finding.ts';
import type { ModuleDraft } from '../reading/drafts.ts';
import { altamar } from './altamar.ts';
import { altText } from './alt-text.ts';
import { callouts } from './callouts.ts';
import { captions } from './captions.ts';
import { contrast } from './contrast.ts';
import { feedback } from './feedback.ts';
import { footnotes } from './footnotes.ts';
import { formulas } from './formulas.ts';
import { headings } from './headings.ts';
import { images } from './images.ts';
import { links } from './links.ts';
import { marks } from './marks.ts';
import { numbers } from './numbers.ts';
import { objectives } from './objectives.ts';
import { quizSize } from './quiz-size.ts';
import { rawHtml } from './raw-html.ts';
import { readerRules } from './readers.ts';
import { readingLevel } from './reading-level.ts';
import { readingTime } from './reading-time.ts';
import { rightAnswer } from './right-answer.ts';
import type { Around, Rule } from './rule.ts';
import { smallPrint } from './small-print.ts';
import { spelling } from './spelling.ts';
import { stableIds } from './stable-ids.ts';
import { stale } from './stale.ts';
import { tables } from './tables.ts';
import { terms } from './terms.ts';
import { twins } from './twins.ts';
import { uniqueIds } from './unique-ids.ts';
import { worksheets } from './worksheets.ts';

/** What can keep a module from being published; run wherever a module is loaded. */
export const structuralRules: readonly Rule[] = [
  uniqueIds,
  twins,
  rightAnswer,
  feedback,
  quizSize,
  altText,
  headings,
  links,
  images,
  terms,
  objectives,
  rawHtml,
  callouts,
  footnotes,
  formulas,
  marks,
  tables,
  worksheets,
];

/** What advises, or needs what was published; run when a writer asks. */
export const editorialRules: readonly Rule[] = [
  captions,
  numbers,
  altamar,
  spelling,
  readingTime,
  readingLevel,
  contrast,
  smallPrint,
  stale,
  stableIds,
];

/** Every rule that a finding may name, with its reason. */
export const allRules: readonly Pick<Rule, 'name' | 'reason'>[] = [
  ...readerRules,
  ...structuralRules,
  ...editorialRules,
];

export const runRules = (rules: readonly Rule[], draft: ModuleDraft, around: Around): Finding[] =>
  rules.flatMap((rule) => rule.check(draft, around));
