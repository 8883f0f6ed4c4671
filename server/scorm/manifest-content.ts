import type { InBoth, Language } from '../content/module.ts';
import type { PackageFormat } from './format.ts';
import { shorten } from './xml.ts';

/** What the manifest says of a module, or of a track. */
export interface Described {
  id: string;
  title: InBoth<string>;
  summary: InBoth<string>;
}
export interface ManifestModule extends Described {
  keywords: InBoth<readonly string[]>;
  minutes: number;
  licence: string;
  /** Its launch page's path in the package. */
  launch: string;
  /** The paths of its own files, launch page included. */
  files: readonly string[];
  /** Least score of the quiz, 0 to 1; null without a quiz. */
  passMark: number | null;
}
export interface ManifestContent {
  format: PackageFormat;
  languages: readonly Language[];
  revision: number;
  /** The whole package: the track, or the only module. */
  scope: Described;
  modules: readonly ManifestModule[];
  /** Paths of files that several modules use. */
  shared: readonly string[];
}

/** Moodle has room for 255 characters, the 1.2 schema for 200. */
const LONGEST_TITLE = 200;

/** Identifiers (xsd:ID): letters first, unique over the whole manifest. */
export const ids = {
  manifest: ({ scope, languages }: ManifestContent) => `rumbo-${scope.id}-${languages.join('-')}`,
  organization: ({ scope }: ManifestContent) => `O-${scope.id}`,
  item: (module: Described) => `I-${module.id}`,
  resource: (module: Described) => `R-${module.id}`,
  shared: 'S-shared',
};

/** A title in the package's language; in a package of two languages both, as far as there is room. */
export function titleIn(languages: readonly Language[], title: InBoth<string>): string {
  const [first = 'es'] = languages;
  const all = [...new Set(languages.map((language) => title[language].trim()))].join(' / ');
  return all.length <= LONGEST_TITLE ? all : shorten(title[first], LONGEST_TITLE);
}
