/** Every address of the product and who may go there: routes, links, guards and test sweeps come from here. */

import type { Who } from './policy.ts';

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : P extends `${string}*${infer Name}`
      ? Name
      : never;
export type Params<P extends string> = Record<Names<P>, string>;

/** An address: call it with its parameters to make a link. */
export interface Address<P extends string = string> {
  (params: Params<P>, query?: Record<string, string>): string;
  readonly method: 'get' | 'post';
  readonly pattern: P;
  readonly who: Who;
}

const get = <const P extends string>(pattern: P, who: Who) => address('get', pattern, who);
const post = <const P extends string>(pattern: P, who: Who) => address('post', pattern, who);

export const paths = {
  health: get('/healthz', 'anyone'),
  ready: get('/readyz', 'anyone'),
  root: get('/', 'anyone'),
  staticFile: get('/static/:file', 'anyone'),
  asset: get('/assets/:hash/:name', 'anyone'),

  home: get('/:lang', 'anyone'),
  track: get('/:lang/tracks/:track', 'anyone'),
  module: get('/:lang/modules/:module', 'anyone'),
  glossary: get('/:lang/glossary', 'anyone'),
  help: get('/:lang/help', 'anyone'),
  accessibility: get('/:lang/accessibility', 'anyone'),
  privacy: get('/:lang/privacy', 'anyone'),

  registration: get('/:lang/register', 'anyone'),
  register: post('/:lang/register', 'anyone'),
  signInForm: get('/:lang/sign-in', 'anyone'),
  signIn: post('/:lang/sign-in', 'anyone'),
  signOut: post('/:lang/sign-out', 'anyone'),
  setupForm: get('/:lang/setup/:token', 'anyone'),
  setup: post('/:lang/setup/:token', 'anyone'),
  account: get('/:lang/account', 'learner'),
  saveAccount: post('/:lang/account', 'learner'),
  changePassword: post('/:lang/account/password', 'learner'),

  myLearning: get('/:lang/my-learning', 'learner'),
  notes: get('/:lang/my-learning/notes', 'learner'),
  search: get('/:lang/search', 'learner'),
  enrol: post('/:lang/tracks/:track/enrol', 'learner'),
  leaveTrack: post('/:lang/tracks/:track/leave', 'learner'),
  lesson: get('/:lang/modules/:module/lessons/:lesson', 'learner'),
  lessonDone: post('/:lang/modules/:module/lessons/:lesson/done', 'learner'),
  lessonFeedback: get('/:lang/modules/:module/lessons/:lesson/feedback', 'learner'),
  giveFeedback: post('/:lang/modules/:module/lessons/:lesson/feedback', 'learner'),

  saveNote: post('/:lang/modules/:module/lessons/:lesson/note', 'learner'),
  bookmark: post('/:lang/modules/:module/lessons/:lesson/bookmark', 'learner'),
  countTime: post('/:lang/modules/:module/time', 'learner'),

  quiz: get('/:lang/modules/:module/quiz', 'learner'),
  startQuiz: post('/:lang/modules/:module/quiz/start', 'learner'),
  answerQuiz: post('/:lang/modules/:module/quiz/:attempt', 'learner'),
  quizResult: get('/:lang/modules/:module/quiz/:attempt', 'learner'),

  placement: get('/:lang/tracks/:track/placement', 'learner'),
  startPlacement: post('/:lang/tracks/:track/placement/start', 'learner'),
  answerPlacement: post('/:lang/tracks/:track/placement/:attempt', 'learner'),

  worksheet: get('/:lang/modules/:module/worksheets/:worksheet', 'learner'),
  saveWorksheet: post('/:lang/modules/:module/worksheets/:worksheet', 'learner'),
  worksheetPrint: get('/:lang/modules/:module/worksheets/:worksheet/print', 'learner'),
  worksheetXlsx: get('/:lang/modules/:module/worksheets/:worksheet/xlsx', 'learner'),
  worksheetCsv: get('/:lang/modules/:module/worksheets/:worksheet/csv', 'learner'),

  assignment: get('/:lang/tracks/:track/assignment', 'learner'),
  writeAssignment: post('/:lang/tracks/:track/assignment', 'learner'),

  issueCertificate: post('/:lang/tracks/:track/certificate', 'learner'),
  verification: get('/:lang/certificates', 'anyone'),
  certificate: get('/:lang/certificates/:code', 'anyone'),
  certificatePdf: get('/:lang/certificates/:code/pdf', 'anyone'),
  revokeCertificate: post('/:lang/certificates/:code/revoke', 'coordinator'),

  trainerModules: get('/:lang/trainer/modules', 'trainer'),
  facilitatorGuide: get('/:lang/trainer/modules/:module/facilitator', 'trainer'),
  itemAnalysis: get('/:lang/trainer/modules/:module/questions', 'trainer'),
  itemAnalysisCsv: get('/:lang/trainer/modules/:module/questions.csv', 'trainer'),
  oneItem: get('/:lang/trainer/modules/:module/questions/:question', 'trainer'),
  moduleFeedback: get('/:lang/trainer/modules/:module/feedback', 'trainer'),
  packages: get('/:lang/trainer/packages', 'trainer'),
  orderPackage: post('/:lang/trainer/packages', 'trainer'),
  package: get('/:lang/trainer/packages/:package', 'trainer'),
  retryPackage: post('/:lang/trainer/packages/:package/retry', 'trainer'),
  downloadPackage: get('/:lang/trainer/packages/:package/download', 'trainer'),
  playPackage: get('/:lang/trainer/packages/:package/play', 'trainer'),
  packageFile: get('/packages/:package/files/*path', 'trainer'),
  assignments: get('/:lang/trainer/assignments', 'trainer'),
  submittedWork: get('/:lang/trainer/assignments/:work', 'trainer'),
  markWork: post('/:lang/trainer/assignments/:work', 'trainer'),
  workshop: get('/:lang/trainer/workshop', 'trainer'),
  newModule: get('/:lang/trainer/workshop/new', 'trainer'),
  createModule: post('/:lang/trainer/workshop/new', 'trainer'),
  importForm: get('/:lang/trainer/workshop/import', 'trainer'),
  importModule: post('/:lang/trainer/workshop/import', 'trainer'),
  authoringGuide: get('/:lang/trainer/workshop/guide', 'trainer'),
  openDraft: post('/:lang/trainer/workshop/:module/open', 'trainer'),
  moduleHistory: get('/:lang/trainer/workshop/:module/history', 'trainer'),
  compareRevisions: get('/:lang/trainer/workshop/:module/compare/:from/:to', 'trainer'),
  revisionZip: get('/:lang/trainer/workshop/:module/history/:number/zip', 'trainer'),
  restoreRevision: post('/:lang/trainer/workshop/:module/history/:number/restore', 'trainer'),
  moveModule: post('/:lang/trainer/workshop/:module/move', 'coordinator'),
  archiveModule: post('/:lang/trainer/workshop/:module/archive', 'coordinator'),
  unarchiveModule: post('/:lang/trainer/workshop/:module/unarchive', 'coordinator'),
  draft: get('/:lang/trainer/drafts/:module', 'trainer'),
  changeDraftState: post('/:lang/trainer/drafts/:module/state', 'trainer'),
  discardDraft: post('/:lang/trainer/drafts/:module/discard', 'trainer'),
  publishDraft: post('/:lang/trainer/drafts/:module/publish', 'trainer'),
  draftText: get('/:lang/trainer/drafts/:module/texts/*path', 'trainer'),
  saveDraftText: post('/:lang/trainer/drafts/:module/texts/*path', 'trainer'),
  previewDraftText: post('/:lang/trainer/drafts/:module/preview/*path', 'trainer'),
  draftTextFindings: get('/:lang/trainer/drafts/:module/findings/*path', 'trainer'),
  confirmDraftText: post('/:lang/trainer/drafts/:module/confirm/*path', 'trainer'),
  draftGift: get('/:lang/trainer/drafts/:module/gift', 'trainer'),
  takeInGift: post('/:lang/trainer/drafts/:module/gift', 'trainer'),
  takeInGiftFile: post('/:lang/trainer/drafts/:module/gift/file', 'trainer'),
  giftFile: get('/:lang/trainer/drafts/:module/gift/:language', 'trainer'),
  draftDocx: get('/:lang/trainer/drafts/:module/docx', 'trainer'),
  takeInDocx: post('/:lang/trainer/drafts/:module/docx', 'trainer'),
  addLesson: post('/:lang/trainer/drafts/:module/lessons', 'trainer'),
  addGuide: post('/:lang/trainer/drafts/:module/guide', 'trainer'),
  addWorksheet: post('/:lang/trainer/drafts/:module/worksheets', 'trainer'),
  removeDraftText: post('/:lang/trainer/drafts/:module/remove', 'trainer'),
  uploadAsset: post('/:lang/trainer/drafts/:module/assets', 'trainer'),
  removeAsset: post('/:lang/trainer/drafts/:module/assets/remove', 'trainer'),
  draftZip: get('/:lang/trainer/drafts/:module/zip', 'trainer'),
  draftAsset: get('/drafts/:module/assets/:name', 'trainer'),
  people: get('/:lang/trainer/people', 'trainer'),
  admit: post('/:lang/trainer/people/:user/admit', 'trainer'),
  worksheetsOf: get('/:lang/trainer/people/:user/worksheets', 'trainer'),
  worksheetOf: get('/:lang/trainer/people/:user/worksheets/:module/:worksheet', 'trainer'),
  commentWorksheet: post('/:lang/trainer/people/:user/worksheets/:module/:worksheet', 'trainer'),
  changeComment: post('/:lang/trainer/people/:user/worksheets/:module/:worksheet/:comment', 'trainer'),
  changeRole: post('/:lang/trainer/people/:user/role', 'coordinator'),
};

function address<const P extends string>(method: 'get' | 'post', pattern: P, who: Who): Address<P> {
  const link = (params: Params<P>, query?: Record<string, string>): string => {
    // `*name` takes a path of several parts.
    const path = pattern.replace(/([:*])(\w+)/g, (_, kind: string, name: string) => {
      const value = (params as Record<string, string>)[name] ?? '';
      return kind === '*' ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
    });
    return query && Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query).toString()}` : path;
  };
  return Object.assign(link, { method, pattern, who });
}
