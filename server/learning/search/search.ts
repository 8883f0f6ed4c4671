/** Search in the published modules of one language: in memory, made anew when what is published changes. */
import MiniSearch from 'minisearch';
import type { Catalogue, PublishedModule } from '../../catalogue/index.ts';
import { passagesOf, type Passage } from '../../content/index.ts';
import type { Language } from '../../content/module.ts';
import { isFiller, stemOf, wordsIn } from './stems.ts';

export interface Found extends Passage {
  module: PublishedModule;
  /** The words of the passage around what was found, with the found ones marked. */
  excerpt: Piece[];
}
/** A run of text; `hit` says that it is a word that was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

interface Entry extends Passage {
  id: number;
  module: PublishedModule;
  title: string;
}
interface Index {
  engine: MiniSearch<Entry>;
  entries: Entry[];
}

const held = new Map<Language, { catalogue: Catalogue; index: Index }>();

/**
 * Passages that have every word of the query, in any form of it, best first.
 * @param modules ids of the modules to look in
 */
export function search(
  catalogue: Catalogue,
  language: Language,
  query: string,
  modules: ReadonlySet<string>,
): Found[] {
  const { engine, entries } = indexOf(catalogue, language);
  const stems = stemsOf(query, language);
  if (stems.size === 0) return [];
  return engine
    .search(query, { combineWith: 'AND' })
    .flatMap(({ id }) => entries[id as number] ?? [])
    .filter(({ module }) => modules.has(module.id))
    .map((entry) => ({ ...entry, excerpt: excerptOf(entry.text, stems, language) }));
}

function indexOf(catalogue: Catalogue, language: Language): Index {
  const known = held.get(language);
  // The catalogue is a new object whenever what is published has changed.
  if (known?.catalogue === catalogue) return known.index;
  const index = makeIndex(catalogue, language);
  held.set(language, { catalogue, index });
  return index;
}

function makeIndex({ tracks }: Catalogue, language: Language): Index {
  const entries = tracks
    .flatMap(({ published }) => published)
    .flatMap((module) =>
      module.content.lessons.flatMap((lesson) =>
        passagesOf(lesson, language).map((passage) => ({
          ...passage,
          module,
          title: lesson.title[language],
        })),
      ),
    )
    .map((entry, id) => ({ ...entry, id }));
  const engine = new MiniSearch<Entry>({
    fields: ['title', 'heading', 'text'],
    tokenize: (text) => wordsIn(text).map(({ word }) => word),
    processTerm: (word) => (isFiller(word, language) ? null : stemOf(word, language)),
    searchOptions: { boost: { title: 3, heading: 2 } },
  });
  engine.addAll(entries);
  return { engine, entries };
}

function stemsOf(query: string, language: Language): Set<string> {
  const words = wordsIn(query).map(({ word }) => word);
  return new Set(words.filter((word) => !isFiller(word, language)).map((word) => stemOf(word, language)));
}

const BEFORE = 80;
const LENGTH = 260;

/** The stretch of a text that begins shortly before the first hit, cut at words. */
function excerptOf(text: string, stems: ReadonlySet<string>, language: Language): Piece[] {
  const words = wordsIn(text);
  const hits = words.filter(({ word }) => stems.has(stemOf(word, language)));
  const first = hits[0]?.start ?? 0;
  const from = words.find(({ start }) => start >= first - BEFORE)?.start ?? 0;
  const to = words.findLast(({ end }) => end <= from + LENGTH)?.end ?? text.length;
  const start = from <= BEFORE / 2 ? 0 : from;
  const pieces: Piece[] = [];
  let at = start;
  for (const hit of hits.filter(({ end }) => end <= to)) {
    pieces.push(
      { text: text.slice(at, hit.start), hit: false },
      { text: text.slice(hit.start, hit.end), hit: true },
    );
    at = hit.end;
  }
  pieces.push({ text: text.slice(at, to), hit: false });
  const shown = pieces.filter((piece) => piece.text !== '');
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...shown,
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ];
}
