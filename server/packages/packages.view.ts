import { randomUUID } from 'node:crypto';
import type { PublishedTrack } from '../catalogue/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDayAndTime, formatPercent, type Translate } from '../rendering/index.ts';
import { packageFormats } from '../scorm/index.ts';
import { errorSummary, fieldError, type FieldErrors } from '../web/forms.ts';
import { languageChoices, type orderFields } from './forms.ts';
import type { Package } from './package.model.ts';
import { formatName, languagesLabel, stateView } from './words.ts';

export type TypedOrder = Record<(typeof orderFields)[number], string>;

export interface PackageList {
  tracks: readonly PublishedTrack[];
  packages: readonly Package[];
  /** The revision that a new package would have, by the ids of packages whose content has moved on. */
  newer: ReadonlyMap<string, number>;
  more: boolean;
  /** Whether newer packages than these were left out. */
  isOlderPage: boolean;
  typed: TypedOrder;
  errors: FieldErrors | null;
}

/** All that `views/packages/packages.hbs` shows: the form and the packages that were made. */
export function packagesPage(list: PackageList, lang: Language, t: Translate) {
  const { packages, more, isOlderPage } = list;
  const last = packages.at(-1)?._id.toString() ?? '';
  return {
    modulesUrl: paths.trainerModules({ lang }),
    ...orderForm(list, lang, t),
    packages: packages.map((made) => packageRow(made, list.newer, lang, t)),
    older: more ? paths.packages({ lang }, { before: last }) : null,
    newest: isOlderPage ? paths.packages({ lang }) : null,
  };
}

function orderForm({ tracks, typed, errors }: PackageList, lang: Language, t: Translate) {
  const radios = <T extends string>(
    name: keyof TypedOrder,
    values: readonly T[],
    label: (value: T) => string,
  ) =>
    values.map((value) => ({
      id: `${name}-${value}`,
      value,
      label: label(value),
      chosen: typed[name] === value,
    }));
  const marks = tracks.map(({ passMark, title }) =>
    t('packages.markOf', { track: title[lang], mark: formatPercent(passMark, lang) }),
  );
  return {
    action: paths.orderPackage({ lang }),
    request: randomUUID(),
    summary: errorSummary(errors, t),
    error: {
      what: fieldError(errors, 'what', t),
      format: fieldError(errors, 'format', t),
      languages: fieldError(errors, 'languages', t),
      passMark: fieldError(errors, 'passMark', t),
    },
    typed,
    tracks: tracks
      .filter(({ published }) => published.length > 0)
      .map((track) => ({
        title: track.title[lang],
        options: [
          option(
            `track:${track.id}`,
            t('packages.wholeTrack', { count: track.published.length }),
            typed.what,
          ),
          ...track.published.map(({ id, content }, index) =>
            option(`module:${id}`, `${String(index + 1)}. ${content.title[lang]}`, typed.what),
          ),
        ],
      })),
    formats: radios('format', packageFormats, (format) => t(`packages.format.${format}`)).map((radio) => ({
      ...radio,
      hint: t(`packages.formatHint.${radio.value}`),
    })),
    languageChoices: radios('languages', languageChoices, (choice) => t(`packages.languages.${choice}`)),
    passMarkHint: t('packages.passMarkHint', { marks: marks.join('; ') }),
  };
}

const option = (value: string, label: string, chosen: string) => ({ value, label, chosen: value === chosen });

function packageRow(made: Package, newer: PackageList['newer'], lang: Language, t: Translate) {
  const id = made._id.toString();
  const revision = newer.get(id);
  const name = `${made.title[lang]}, ${formatName(made, t)}, ${languagesLabel(made, t)}`;
  const ready = made.state === 'ready';
  return {
    id: `p-${id}`,
    url: paths.package({ lang, package: id }),
    title: made.title[lang],
    what: `${formatName(made, t)} · ${languagesLabel(made, t)}`,
    revision: String(made.revision),
    newer: revision === undefined ? null : t('packages.newer', { number: revision }),
    hash: made.file?.sha256.slice(0, 12) ?? '—',
    by: made.by.name,
    when: formatDayAndTime(made.requestedAt, new Date(), lang, t),
    state: stateView(made, t),
    download: ready
      ? { url: paths.downloadPackage({ lang, package: id }), what: t('packages.downloadWhat', { name }) }
      : null,
    play: ready
      ? { url: paths.playPackage({ lang, package: id }), what: t('packages.playWhat', { name }) }
      : null,
  };
}
