/** What all modules of a folder share: its tracks and its glossary, read once for as many modules as stand among it. */
import type { Finding } from '../finding.ts';
import { readGlossary, type Glossary } from '../glossary/glossary.ts';
import { matcherOf, type Matcher } from '../glossary/matcher.ts';
import type { InBoth } from '../module.ts';
import type { ContentFiles } from './folder.ts';
import { readTracks, type TracksRead } from './tracks.ts';

export interface Shared extends TracksRead {
  glossary: Glossary;
  /** Find every term of the glossary, also those that do not link by themselves. */
  matchers: InBoth<Matcher>;
  /** In tracks.yaml, the assignments and the glossaries. */
  findings: Finding[];
}

export function readShared(files: ContentFiles): Shared {
  const { tracks, at, findings } = readTracks(files);
  const { glossary, findings: inGlossary } = readGlossary(files);
  const matchers = {
    es: matcherOf(glossary.terms, 'es', true),
    en: matcherOf(glossary.terms, 'en', true),
  };
  return { tracks, at, glossary, matchers, findings: [...findings, ...inGlossary] };
}
