/** How pages word what a package is and how it stands. */
import type { MessageKey, Translate } from '../rendering/index.ts';
import { languagesName } from '../scorm/index.ts';
import type { LanguageChoice } from './forms.ts';
import type { Package } from './package.model.ts';

/** SCORM 1.2 */
export const formatName = ({ format }: Package, t: Translate): string => t(`packages.format.${format}`);

/** Español e inglés */
export const languagesLabel = ({ languages }: Package, t: Translate): string =>
  t(`packages.languages.${languagesName(languages) as LanguageChoice}` satisfies MessageKey);

const icons: Record<Package['state'], { icon: string; look: string }> = {
  waiting: { icon: 'i-open', look: '' },
  building: { icon: 'i-here', look: 'now' },
  ready: { icon: 'i-done', look: 'done' },
  failed: { icon: 'i-bad', look: 'bad' },
};

export const stateView = ({ state }: Package, t: Translate) => ({
  ...icons[state],
  label: t(`packages.state.${state}`),
});
