/** File names that no LMS chokes on: lower case, ASCII, one ending, no spaces, short. */
import type { Asset } from '../content/module.ts';
import { languagesName, type PackageFormat, type PackageLanguages } from './format.ts';

const LONGEST_STEM = 50;

/**
 * `results-chain.es.svg` becomes `assets/results-chain-es-0f3a9c1e.svg`: one ending only, and a name of its bytes,
 * so that no browser shows an older picture under the name of a new one.
 */
export function assetPath({ name, hash }: Asset): string {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot) : '';
  const plain = stem
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST_STEM);
  return `assets/${plain}-${hash.slice(0, 8)}${ending}`;
}

/** `rumbo-overview-2-es-scorm1.2-r3.zip` */
export function packageName(
  scope: string,
  languages: PackageLanguages,
  format: PackageFormat,
  revision: number,
): string {
  return `rumbo-${scope}-${languagesName(languages).replace('+', '-')}-scorm${format}-r${revision}.zip`;
}
