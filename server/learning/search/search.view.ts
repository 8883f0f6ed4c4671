import type { Catalogue, PublishedTrack } from '../../catalogue/index.ts';
import { renderText } from '../../content/index.ts';
import type { Language, Term } from '../../content/module.ts';
import { paths } from '../../paths.ts';
import type { Translate } from '../../rendering/index.ts';
import { termsOf } from '../terms.ts';
import { search, type Found } from './search.ts';
import { isFiller, stemOf, wordsIn } from './stems.ts';

/** So many passages are worth reading; a longer list asks for another word. */
const MOST = 30;

export interface SearchContext {
  catalogue: Catalogue;
  /** Tracks that the reader is enrolled in: only their lessons are shown. */
  enrolled: ReadonlySet<string>;
  query: string;
}

export function searchPage({ catalogue, enrolled, query }: SearchContext, lang: Language, t: Translate) {
  const { tracks } = catalogue;
  const all = search(catalogue, lang, query, modulesOf(tracks));
  const mine = modulesOf(tracks.filter(({ id }) => enrolled.has(id)));
  const readable = all.filter(({ module }) => mine.has(module.id));
  const terms = matchingTerms(termsOf(catalogue), query, lang);
  const asked = query.trim() !== '';
  return {
    myLearningUrl: paths.myLearning({ lang }),
    action: paths.search({ lang }),
    query,
    count: asked ? t('search.found', { count: readable.length }) : null,
    more: readable.length > MOST ? t('search.firstOnes', { count: MOST }) : null,
    nothing: asked && readable.length === 0 && terms.length === 0,
    terms,
    results: readable.slice(0, MOST).map((found) => resultOf(found, tracks, lang, t)),
    elsewhere: tracks
      .filter(({ id }) => !enrolled.has(id))
      .map((track) => ({ track, count: countIn(all, track) }))
      .filter(({ count }) => count > 0)
      .map(({ track, count }) => ({
        url: paths.track({ lang, track: track.id }),
        label: t('search.inTrack', { track: track.title[lang], count }),
      })),
  };
}

const modulesOf = (tracks: readonly PublishedTrack[]): Set<string> =>
  new Set(tracks.flatMap(({ published }) => published.map(({ id }) => id)));

function countIn(all: readonly Found[], track: PublishedTrack): number {
  const modules = modulesOf([track]);
  return all.filter(({ module }) => modules.has(module.id)).length;
}

function resultOf(found: Found, tracks: readonly PublishedTrack[], lang: Language, t: Translate) {
  const { module, lesson: id, anchor, heading, excerpt } = found;
  const { lessons } = module.content;
  const lesson = lessons.find((one) => one.id === id);
  const track = tracks.find(({ published }) => published.includes(module));
  const url = paths.lesson({ lang, module: module.id, lesson: id });
  const title = lesson?.title[lang] ?? heading;
  return {
    url: anchor === null ? url : `${url}#${anchor}`,
    title: heading,
    where: [
      track?.title[lang] ?? '',
      t('catalogue.moduleNumber', { number: (track?.published.indexOf(module) ?? 0) + 1 }),
      ...(title === heading ? [] : [title]),
    ].join(' · '),
    excerpt,
  };
}

/** Glossary entries whose term has every word looked for. */
function matchingTerms(terms: readonly Term[], query: string, lang: Language) {
  const stems = wordsIn(query)
    .map(({ word }) => word)
    .filter((word) => !isFiller(word, lang))
    .map((word) => stemOf(word, lang));
  if (stems.length === 0) return [];
  return terms
    .filter(({ forms }) => {
      const own = new Set(forms[lang].flatMap((form) => wordsIn(form)).map(({ word }) => stemOf(word, lang)));
      return stems.every((stem) => own.has(stem));
    })
    .slice(0, 5)
    .map(({ key, forms, definition }) => ({
      term: forms[lang][0] ?? key,
      url: `${paths.glossary({ lang })}#g-${key}`,
      definition: renderText(definition[lang], lang, {
        asset: () => '#',
        lesson: () => '#',
        term: (other) => `${paths.glossary({ lang })}#g-${other}`,
      }),
    }));
}
