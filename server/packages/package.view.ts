import { randomUUID } from 'node:crypto';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatBytes, formatDayAndTime, formatPercent, type Translate } from '../rendering/index.ts';
import { languagesName, sentenceOf } from '../scorm/index.ts';
import { steps, type Package } from './package.model.ts';
import { formatName, languagesLabel, stateView } from './words.ts';

/** All that `views/packages/package.hbs` shows. @param newer the revision that is published now, if it is another */
export function packagePage(made: Package, newer: number | null, lang: Language, t: Translate) {
  const address = { lang, package: made._id.toString() };
  return {
    title: made.title[lang],
    lead: `${formatName(made, t)} · ${languagesLabel(made, t)}`,
    allUrl: paths.packages({ lang }),
    state: stateView(made, t),
    building: made.state === 'waiting' || made.state === 'building' ? buildingView(made, address, t) : null,
    failed: made.state === 'failed' ? failedView(made, address, lang, t) : null,
    ready:
      made.state === 'ready'
        ? { download: paths.downloadPackage(address), play: paths.playPackage(address) }
        : null,
    movedOn: newer === null ? null : movedOnView(made, newer, lang, t),
    facts: factsOf(made, lang, t),
    modules: made.modules.map(({ title, revision }) =>
      t('packages.moduleRevision', { title: title[lang], number: revision }),
    ),
    isTrack: made.scope === 'track',
    advice: made.state === 'ready' ? made.findings.map((finding) => sentenceOf(finding, lang)) : [],
  };
}

function buildingView(
  { progress, state }: Package,
  address: Parameters<typeof paths.package>[0],
  t: Translate,
) {
  const { step, done, total } = progress;
  const number = steps.indexOf(step) + 1;
  const sentence = t(`packages.step.${step}`, { done, total });
  return {
    url: paths.package(address),
    sentence:
      state === 'waiting'
        ? t('packages.waitingFor')
        : `${t('packages.stepOf', { number, count: steps.length })} ${sentence}.`,
    // Every step is a quarter of the way.
    value: String(Math.round(100 * (number - 1 + (total > 0 ? done / total : 0)))),
    max: String(100 * steps.length),
  };
}

function failedView(
  { findings }: Package,
  address: Parameters<typeof paths.package>[0],
  lang: Language,
  t: Translate,
) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return {
    why: t(errors.length > 0 ? 'packages.failedCheck' : 'packages.failedWhy'),
    findings: errors.map((finding) => sentenceOf(finding, lang)),
    action: paths.retryPackage(address),
  };
}

/** The same order again, of what is published now. */
function movedOnView(made: Package, newer: number, lang: Language, t: Translate) {
  return {
    how: t('packages.movedOnHow', { old: made.revision, new: newer }),
    action: paths.orderPackage({ lang }),
    label: t('packages.remake', { number: newer }),
    fields: [
      { name: 'what', value: `${made.scope}:${made.of}` },
      { name: 'format', value: made.format },
      { name: 'languages', value: languagesName(made.languages) },
      { name: 'passMark', value: String(Math.round(made.passMark * 100)) },
      { name: 'request', value: randomUUID() },
    ],
  };
}

function factsOf(made: Package, lang: Language, t: Translate) {
  const { by, file, passMark, requestedAt, revision } = made;
  const when = formatDayAndTime(requestedAt, new Date(), lang, t);
  return [
    { name: t('packages.revision'), value: String(revision) },
    { name: t('packages.passMarkIs'), value: formatPercent(passMark, lang) },
    { name: t('packages.by'), value: t('packages.askedBy', { name: by.name, when }) },
    ...(file
      ? [
          { name: t('packages.file'), value: file.name },
          {
            name: t('packages.size'),
            value: t('packages.sizeOf', { size: formatBytes(file.bytes, lang), count: file.count }),
          },
          { name: t('packages.sha256'), value: file.sha256 },
        ]
      : []),
  ];
}
