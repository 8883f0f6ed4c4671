/** Where values of a worksheet can come from, other than one's own hand: another worksheet, Altamar's example. */
import type { Worksheet } from '../content/module.ts';
import { paths } from '../paths.ts';
import { carryStanding, type Carried } from './carrying.ts';
import { FROM_SAMPLE, openSample, sampleStanding, triesOf } from './sample.ts';
import type { Filled } from './saving.ts';
import type { Wording } from './wording.ts';

interface Button {
  value: string;
  label: string;
}

/** A source with its standing, and the buttons that bring its values. */
export interface SourceView {
  sentence: string;
  /** The source's own page, when it has nothing to give yet. */
  link: { url: string; label: string } | null;
  buttons: Button[];
}

export function sourceViews(
  worksheet: Worksheet,
  filled: Filled,
  carried: readonly Carried[],
  wording: Wording,
): SourceView[] {
  const sample = sampleView(worksheet, filled, wording);
  return [
    ...carried.map((one, index) => carryView(one, index, filled, wording)),
    ...(sample ? [sample] : []),
  ];
}

function carryView(carried: Carried, index: number, filled: Filled, wording: Wording): SourceView {
  const { language: lang, t } = wording;
  const title = sourceName(carried, wording);
  const url = paths.worksheet({ lang, module: carried.module.id, worksheet: carried.source.id });
  const link = { url, label: t('worksheets.openSource') };
  const { missing, outdated, own } = carryStanding(carried, filled);
  if (carried.values.size === 0)
    return { sentence: t('worksheets.sourceEmpty', { title }), link, buttons: [] };
  const bring = missing.length + outdated.length;
  const sentence =
    outdated.length > 0
      ? t('worksheets.sourceChanged', { title, count: outdated.length })
      : bring > 0
        ? t('worksheets.sourceHas', { title, count: carried.values.size })
        : t('worksheets.sourceBrought', { title });
  const buttons: Button[] = [];
  if (bring > 0)
    buttons.push({
      value: `carry:${index}`,
      label: t(outdated.length > 0 ? 'worksheets.refresh' : 'worksheets.bring', { count: bring }),
    });
  if (own.length > 0)
    buttons.push({ value: `carry-all:${index}`, label: t('worksheets.replaceMine', { count: own.length }) });
  return { sentence, link, buttons };
}

/** “The financing landscape” (module 3). */
export function sourceName({ track, module, source }: Carried, { language, t }: Wording): string {
  return t('worksheets.inModuleNumber', {
    title: source.title[language],
    number: track.published.indexOf(module) + 1,
  });
}

function sampleView(worksheet: Worksheet, filled: Filled, { t }: Wording): SourceView | null {
  const sample = openSample(worksheet, filled);
  if (sample.size === 0) return null;
  const isSolution = worksheet.sampleIs === 'solution';
  const { empty, own, loaded } = sampleStanding(sample, filled);
  const buttons: Button[] = [];
  if (empty > 0)
    buttons.push({ value: 'sample', label: t(isSolution ? 'worksheets.fillRest' : 'worksheets.loadSample') });
  if (own > 0 && !isSolution)
    buttons.push({ value: 'sample-all', label: t('worksheets.replaceMine', { count: own }) });
  if (loaded > 0) buttons.push({ value: 'unsample', label: t('worksheets.removeSample') });
  if (buttons.length === 0) return null;
  const sentence =
    loaded > 0
      ? t('worksheets.sampleLoaded', { count: loaded })
      : t(isSolution ? 'worksheets.solutionCanFill' : 'worksheets.sampleIsThere');
  return { sentence, link: null, buttons };
}

/** The marks of cells that were not typed here, with what they mean, in the order of the page. */
export interface Mark {
  letter: string;
  meaning: string;
}

export function marksOf(filled: Filled, carried: readonly Carried[], wording: Wording): Map<string, Mark> {
  const { t } = wording;
  const origins = new Set(
    Object.values(filled.cells).flatMap(({ origin, value }) => (origin && value !== null ? [origin] : [])),
  );
  return new Map(
    [...origins].map((origin, index): [string, Mark] => {
      const from = carried.find((one) => one.origin === origin);
      const meaning =
        origin === FROM_SAMPLE || !from
          ? t('worksheets.fromSample')
          : t('worksheets.fromSheet', { title: sourceName(from, wording) });
      return [origin, { letter: 'abcdefghij'[index] ?? '*', meaning }];
    }),
  );
}

/** Of an exercise: how far each part's model solution is from opening; null where there is none to open. */
export function lockedSolution(
  worksheet: Worksheet,
  part: string,
  filled: Filled,
  { t }: Wording,
): string | null {
  if (worksheet.sampleIs !== 'solution') return null;
  const one = triesOf(worksheet, filled).get(part);
  if (!one || one.isOpen) return null;
  return t('worksheets.solutionLocked', { filled: one.filled, needed: one.needed });
}
