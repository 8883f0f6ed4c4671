import type { Language, Lesson, Module, Question } from '../content/module.ts';
import { paths } from '../paths.ts';
import type { Translate } from '../rendering/index.ts';
import { changesBetween, type ModuleChanges } from './changes.ts';
import { draftLinks } from './draft-preview.ts';
import { relocate } from '../scorm/pages/anchors.ts';
import { previewPart, type PreviewPart } from './preview.ts';
import { textChanges, type ChangedLine, type FileChange } from './text-changes.ts';

export interface ComparedSide {
  /** Null for a draft that has errors: then only its texts can be compared. */
  module: Module | null;
  files: ReadonlyMap<string, Buffer>;
}

interface Comparison {
  module: string;
  from: number;
  to: number | 'draft';
  before: ComparedSide;
  after: ComparedSide;
}

/** All that `views/authoring/compare.hbs` shows. */
export function comparePage({ module, from, to, before, after }: Comparison, lang: Language, t: Translate) {
  const files = textChanges(before.files, after.files);
  const newer = to === 'draft' ? t('authoring.theDraft') : t('training.revisionNumber', { number: to });
  const changes = after.module ? changesBetween(before.module, after.module) : null;
  return {
    title:
      to === 'draft' ? t('authoring.compareDraftTitle', { from }) : t('authoring.compareTitle', { from, to }),
    of: (after.module ?? before.module)?.title[lang] ?? module,
    historyUrl: paths.moduleHistory({ lang, module }),
    draftUrl: to === 'draft' ? paths.draft({ lang, module }) : null,
    hasErrors: after.module === null,
    isSame: files.length === 0,
    changes: changes ? changesView(changes, lang, t) : [],
    files: files.map((file) => fileView(file, t)),
    pages: changes && after.module ? pagesView(changes, before.module, after.module, lang) : [],
    older: t('training.revisionNumber', { number: from }),
    newer,
  };
}

/** What learners in progress will notice, a sentence each. */
export function changesView(changes: ModuleChanges, lang: Language, t: Translate): string[] {
  const lessons = (list: readonly Lesson[]) => list.map(({ title }) => title[lang]);
  const questions = (list: readonly Question[]) => list.map(({ id }) => id).join(', ');
  const { newQuestions, goneQuestions, changedQuestions } = changes;
  return [
    ...lessons(changes.newLessons).map((title) => t('authoring.change.newLesson', { title })),
    ...lessons(changes.goneLessons).map((title) => t('authoring.change.goneLesson', { title })),
    ...changes.renamedLessons.map(({ from, to }) =>
      t('authoring.change.renamedLesson', { from: from.title[lang], to: to.title[lang] }),
    ),
    ...lessons(changes.changedLessons).map((title) => t('authoring.change.changedLesson', { title })),
    ...(newQuestions.length > 0
      ? [t('authoring.change.newQuestions', { count: newQuestions.length, ids: questions(newQuestions) })]
      : []),
    ...(goneQuestions.length > 0
      ? [t('authoring.change.goneQuestions', { count: goneQuestions.length, ids: questions(goneQuestions) })]
      : []),
    ...(changedQuestions.length > 0
      ? [
          t('authoring.change.changedQuestions', {
            count: changedQuestions.length,
            ids: questions(changedQuestions),
          }),
        ]
      : []),
  ];
}

const fileView = ({ path, kind, lines }: FileChange, t: Translate) => ({
  path,
  id: path.replace(/[^a-z0-9]+/gi, '-'),
  language: /^(es|en)\//.exec(path)?.[1] ?? null,
  state: t(`authoring.file.${kind}`),
  isBinary: lines.length === 0,
  lines: lines.map((line) => lineView(line, t)),
});

const lineView = (line: ChangedLine, t: Translate) => ({
  same: line.kind === 'same' ? { text: line.text } : null,
  skipped: line.kind === 'skipped' ? t('authoring.skipped', { count: line.count }) : null,
  out: line.kind === 'out' ? line : null,
  in: line.kind === 'in' ? line : null,
});

/** The pages that changed, as they were and as they will be, in the reader's language. */
function pagesView(changes: ModuleChanges, before: Module | null, after: Module, lang: Language) {
  const { newLessons, changedLessons, renamedLessons, changedQuestions, goneQuestions, newQuestions } =
    changes;
  const lessons = [...newLessons, ...renamedLessons.map(({ to }) => to), ...changedLessons];
  const quiz = [...changedQuestions, ...goneQuestions, ...newQuestions].length > 0;
  const parts: { id: string; title: string; part: PreviewPart }[] = [
    ...lessons.map(({ id, title }) => ({ id, title: title[lang], part: { kind: 'lesson' as const, id } })),
    ...(quiz ? [{ id: 'quiz', title: after.title[lang], part: { kind: 'quiz' as const } }] : []),
  ];
  // Both stand on one page, so that ids of each get a mark of their side.
  const side = (module: Module | null, { id, part }: { id: string; part: PreviewPart }, mark: string) =>
    module
      ? relocate(previewPart(module, part, lang, draftLinks(module.id, lang)), `${mark}-${id}`, lang)
      : '';
  return parts.map((one) => ({
    title: one.title,
    before: side(before, one, 'old'),
    after: side(after, one, 'new'),
  }));
}
