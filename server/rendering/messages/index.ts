import { accounts } from './accounts.ts';
import { assessment } from './assessment.ts';
import { assignment } from './assignment.ts';
import { authoring } from './authoring.ts';
import { authoringDocx } from './authoring-docx.ts';
import { authoringFiles } from './authoring-files.ts';
import { catalogue } from './catalogue.ts';
import { certificates } from './certificates.ts';
import { comments } from './comments.ts';
import { common } from './common.ts';
import { editorPhrases } from './editor-phrases.ts';
import { feedback } from './feedback.ts';
import { items } from './items.ts';
import { learning } from './learning.ts';
import { notes } from './notes.ts';
import { packages } from './packages.ts';
import { people } from './people.ts';
import { questions } from './questions.ts';
import { scorm } from './scorm.ts';
import { search } from './search.ts';
import { staticPages } from './static-pages.ts';
import { training } from './training.ts';
import { worksheets } from './worksheets.ts';

/** Every sentence that a person can see, by key; a key missing in a language does not compile. */
export const messages = {
  ...common,
  ...accounts,
  ...assessment,
  ...assignment,
  ...authoring,
  ...authoringDocx,
  ...authoringFiles,
  ...catalogue,
  ...certificates,
  ...comments,
  ...editorPhrases,
  ...feedback,
  ...items,
  ...learning,
  ...notes,
  ...packages,
  ...people,
  ...questions,
  ...scorm,
  ...search,
  ...staticPages,
  ...training,
  ...worksheets,
};
export type MessageKey = keyof typeof messages;
