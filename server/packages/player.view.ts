import { toPercent } from '../assessment/scoring/index.ts';
import type { InBoth, Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { messagesUnder, type MessageKey, type Translate } from '../rendering/index.ts';
import { QUIZ_OBJECTIVE } from '../scorm/index.ts';
import type { Package, PackageFile } from './package.model.ts';
import type { PlayerData } from './player-data.ts';
import { formatName, languagesLabel } from './words.ts';

const modes = ['normal', 'no-credit', 'browse', 'review'] as const;

/** What is worth watching of the data model, by the names of each edition. */
const elements: Record<PlayerData['edition'], readonly { label: MessageKey; element: string }[]> = {
  '1.2': [
    { label: 'player.status', element: 'cmi.core.lesson_status' },
    { label: 'player.score', element: 'cmi.core.score.raw' },
    { label: 'player.location', element: 'cmi.core.lesson_location' },
    { label: 'player.time', element: 'cmi.core.session_time' },
    { label: 'player.exit', element: 'cmi.core.exit' },
    { label: 'player.suspend', element: 'cmi.suspend_data' },
  ],
  '2004': [
    { label: 'player.status', element: 'cmi.completion_status' },
    { label: 'player.success', element: 'cmi.success_status' },
    { label: 'player.score', element: 'cmi.score.raw' },
    { label: 'player.progress', element: 'cmi.progress_measure' },
    { label: 'player.location', element: 'cmi.location' },
    { label: 'player.time', element: 'cmi.session_time' },
    { label: 'player.exit', element: 'cmi.exit' },
    { label: 'player.suspend', element: 'cmi.suspend_data' },
  ],
};
/** As many calls as a browser shows without slowing down. */
const MOST_CALLS = 300;

/** All that `views/packages/play.hbs` shows, and the data of its script. */
export function playerPage(made: Package & { file: PackageFile }, lang: Language, t: Translate) {
  const id = made._id.toString();
  const edition = made.format === '1.2' ? '1.2' : '2004';
  const { launches, sha256 } = made.file;
  const data: PlayerData = {
    key: sha256.slice(0, 16),
    edition,
    launches: launches.map(({ path }) => paths.packageFile({ package: id, path })),
    passMark: edition === '1.2' ? String(toPercent(made.passMark, 2)) : String(made.passMark),
    objective: QUIZ_OBJECTIVE,
    room: edition === '1.2' ? 4096 : 64_000,
    mostCalls: MOST_CALLS,
    stage: t('player.stage'),
    words: messagesUnder('player.run.', lang),
    lang,
  };
  return {
    title: t('player.title', { title: made.title[lang] }),
    what: `${formatName(made, t)} · ${languagesLabel(made, t)}`,
    backUrl: paths.package({ lang, package: id }),
    backLabel: made.title[lang],
    modules:
      launches.length > 1 ? launches.map(({ title }, index) => moduleOption(title, index, lang)) : null,
    modes: modes.map((mode) => ({ value: mode, label: t(`player.mode.${mode}`) })),
    told: elements[edition].map(({ label, element }) => ({ label: t(label), element })),
    logHint: t('player.logHint', { count: MOST_CALLS }),
    // `<` cannot end the script element that holds it.
    data: JSON.stringify(data).replaceAll('<', '\\u003c'),
  };
}

const moduleOption = (title: InBoth<string>, index: number, lang: Language) => ({
  value: String(index),
  label: `${String(index + 1)}. ${title[lang]}`,
});
