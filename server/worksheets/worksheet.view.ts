/** What a worksheet's page and its place in a lesson show. */
import type { ModuleInTrack } from '../catalogue/index.ts';
import { siteLinks } from '../catalogue/index.ts';
import { renderText } from '../content/index.ts';
import type { Language, Worksheet } from '../content/module.ts';
import { sheetShape } from '../content/worksheet-shape.ts';
import { paths } from '../paths.ts';
import { formatDayAndTime, type Translate } from '../rendering/index.ts';
import type { ErrorSummary } from '../web/forms.ts';
import { problems } from './calculation/index.ts';
import { allTypedCells, shownText } from './cells.ts';
import type { Carried } from './carrying.ts';
import type { CommentsBeside } from './comments/beside.ts';
import { chartViews } from './charts.view.ts';
import { anchorOf, nameOf, type Wording } from './wording.ts';
import { readingParts } from './reading.view.ts';
import type { Filled } from './saving.ts';
import type { SheetState } from './control.view.ts';
import { partViews } from './sheet.view.ts';
import { marksOf, sourceViews } from './sources.view.ts';

export interface OpenWorksheet extends ModuleInTrack {
  worksheet: Worksheet;
  state: SheetState;
  /** What other worksheets of the person give to this one. */
  carried: readonly Carried[];
  /** Keys of cells that were changed here and elsewhere. */
  conflicts: readonly string[];
  /** The lesson that the form goes back to; null on the worksheet's own page. */
  lesson: string | null;
  /** What trainers said of it; null where nobody did. */
  said: CommentsBeside;
  now: Date;
}

/** The worksheet's own page, `views/worksheets/worksheet.hbs`. */
export function worksheetPage(open: OpenWorksheet, wording: Wording) {
  const { track, module, worksheet } = open;
  const { language: lang, t } = wording;
  const lesson = lessonWith(open);
  return {
    trackTitle: track.title[lang],
    trackUrl: paths.track({ lang, track: track.id }),
    moduleLabel: t('catalogue.moduleNumber', { number: track.published.indexOf(module) + 1 }),
    moduleUrl: paths.module({ lang, module: module.id }),
    title: worksheet.title[lang],
    instructions: instructionsOf(open, lang),
    summary: summaryOf(open, wording),
    conflict: open.conflicts.length > 0 ? conflictView(open, wording) : null,
    said: open.said,
    form: formView(open, wording),
    chartsId: anchorOf(worksheet.id, 'charts'),
    charts: chartViews(worksheet, open.state.filled, wording),
    takeAlong: takeAlong(open, wording),
    lessonUrl: lesson
      ? `${paths.lesson({ lang, module: module.id, lesson: lesson.id })}#${anchorOf(worksheet.id, 'form')}`
      : null,
    lessonLabel: lesson ? t('worksheets.backToLesson', { title: lesson.title[lang] }) : null,
  };
}

export interface PrintedWorksheet extends ModuleInTrack {
  worksheet: Worksheet;
  filled: Filled;
  /** Whose it is. */
  name: string;
  now: Date;
}

/** The worksheet on paper, `views/worksheets/print.hbs`. */
export function printPage(
  { track, module, worksheet, filled, name, now }: PrintedWorksheet,
  wording: Wording,
) {
  const { language: lang, t } = wording;
  const moduleLabel = t('catalogue.moduleNumber', { number: track.published.indexOf(module) + 1 });
  return {
    title: worksheet.title[lang],
    moduleLabel,
    moduleUrl: paths.module({ lang, module: module.id }),
    worksheetUrl: paths.worksheet({ lang, module: module.id, worksheet: worksheet.id }),
    belongs: `${track.title[lang]}, ${moduleLabel}: ${module.content.title[lang]}`,
    name,
    saved: savedLabel(filled, now, wording),
    instructions: instructionsOf({ module, worksheet }, lang),
    parts: readingParts(worksheet, filled, wording),
    charts: chartViews(worksheet, filled, wording),
  };
}

/** The same inside a lesson, `views/partials/worksheet-in-lesson.hbs`. */
export function worksheetInLesson(open: OpenWorksheet, wording: Wording) {
  const { module, worksheet } = open;
  const { language: lang } = wording;
  return {
    anchor: anchorOf(worksheet.id, 'lesson'),
    title: worksheet.title[lang],
    said: open.said,
    form: formView(open, wording),
    url: paths.worksheet({ lang, module: module.id, worksheet: worksheet.id }),
    chartsId: anchorOf(worksheet.id, 'charts'),
    charts: chartViews(worksheet, open.state.filled, wording),
    takeAlong: takeAlong(open, wording),
  };
}
export type WorksheetInLesson = ReturnType<typeof worksheetInLesson>;

const instructionsOf = (
  { module, worksheet }: Pick<OpenWorksheet, 'module' | 'worksheet'>,
  lang: Language,
): string => renderText(worksheet.instructions[lang], lang, siteLinks(module, lang));

function takeAlong({ module, worksheet }: OpenWorksheet, { language: lang, t }: Wording) {
  const at = { lang, module: module.id, worksheet: worksheet.id };
  return [
    { url: paths.worksheetXlsx(at), label: t('worksheets.toExcel') },
    { url: paths.worksheetCsv(at), label: t('worksheets.toCsv') },
    { url: paths.worksheetPrint(at), label: t('worksheets.toPaper') },
  ];
}

function lessonWith({ module, worksheet }: OpenWorksheet) {
  return module.content.lessons.find(({ segments }) =>
    segments.some((segment) => segment.kind === 'worksheet' && segment.id === worksheet.id),
  );
}

function formView(open: OpenWorksheet, wording: Wording) {
  const { module, worksheet, state, carried, lesson, now } = open;
  const { language: lang, t } = wording;
  return {
    anchor: anchorOf(worksheet.id, 'form'),
    action: paths.saveWorksheet({ lang, module: module.id, worksheet: worksheet.id }),
    shape: JSON.stringify(sheetShape(worksheet)),
    words: JSON.stringify(scriptWords(t)),
    version: String(state.filled.version),
    lesson: lesson ?? '',
    saved: savedLabel(state.filled, now, wording),
    isChoosing: open.conflicts.length > 0,
    sources: sourceViews(worksheet, state.filled, carried, wording),
    parts: partViews(worksheet, state, marksOf(state.filled, carried, wording), wording),
  };
}

/** “Saved today at 10:42, version 6”. */
export function savedLabel({ savedAt, version }: Filled, now: Date, { language, t }: Wording): string {
  if (!savedAt) return t('worksheets.nothingSaved');
  return t('worksheets.savedAt', {
    when: formatDayAndTime(savedAt, now, language, t),
    version: String(version),
  });
}

const SCRIPT_WORDS = ['unsaved', 'saving', 'offline', 'held', 'changedElsewhere', 'compare'] as const;

function scriptWords(t: Translate): Record<string, string> {
  return Object.fromEntries([
    ...SCRIPT_WORDS.map((word) => [word, t(`worksheets.${word}`)]),
    ...problems.map((problem) => [problem, t(`worksheets.problem.${problem}`)]),
  ]) as Record<string, string>;
}

function summaryOf(
  { worksheet, state: { problems: found } }: OpenWorksheet,
  wording: Wording,
): ErrorSummary | null {
  if (found.size === 0) return null;
  const { t } = wording;
  const cells = allTypedCells(worksheet);
  const items = [...found].map(([key, problem]) => {
    const cell = cells.get(key);
    const sentence = t(`worksheets.problem.${problem}`);
    return {
      field: anchorOf(worksheet.id, cell ? key : (key.split('/')[0] ?? '')),
      sentence: cell ? t('worksheets.problemAt', { cell: nameOf(cell, wording), sentence }) : sentence,
    };
  });
  return { title: t('common.toCorrect', { count: items.length }), items: items.slice(0, 20) };
}

function conflictView({ worksheet, state, conflicts, now }: OpenWorksheet, wording: Wording) {
  const { language, t } = wording;
  const cells = allTypedCells(worksheet);
  const when = state.filled.savedAt ? formatDayAndTime(state.filled.savedAt, now, language, t) : '';
  const shown = (text: string) => (text === '' ? t('worksheets.empty') : text);
  return {
    form: anchorOf(worksheet.id, 'form'),
    lead: t('worksheets.conflictLead', { count: conflicts.length }),
    cells: conflicts.flatMap((key) => {
      const cell = cells.get(key);
      if (!cell) return [];
      const mine = shownText(state.typed.get(key) ?? '', cell.of, language);
      const theirs = shownText(state.filled.cells[key]?.value ?? null, cell.of, language);
      const name = `keep/${key}`;
      return {
        label: nameOf(cell, wording),
        choices: [
          { name, value: 'mine', chosen: true, label: t('worksheets.mine', { value: shown(mine) }) },
          {
            name,
            value: 'theirs',
            chosen: false,
            label: t('worksheets.theirs', { when, value: shown(theirs) }),
          },
        ],
      };
    }),
  };
}
