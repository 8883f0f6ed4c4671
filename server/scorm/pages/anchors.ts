/**
 * A package shows a whole module on one page, in one language or two, so that every id must say where it stands:
 * `es-l-results-chain` is a lesson, `es-l-results-chain--hardest-step` a heading of it.
 */
import type { LessonLinks } from '../../content/index.ts';
import type { Language } from '../../content/module.ts';

export const anchors = {
  contents: (language: Language) => `${language}-contents`,
  quiz: (language: Language) => `${language}-quiz`,
  glossary: (language: Language) => `${language}-glossary`,
  lesson: (language: Language, lesson: string) => `${language}-l-${lesson}`,
  within: (view: string, id: string) => `${view}--${id}`,
};

/** Stands for a lesson's address until `relocate` knows where the link is. */
const LESSON_MARK = './lesson-page/';

/** Links as the content renderer writes them; `relocate` makes them lead to places of the page. */
export function packageLinks(asset: (name: string) => string): LessonLinks {
  return { asset, lesson: (id) => LESSON_MARK + id, term: (key) => `#g-${key}` };
}

const TAG = /<[a-z][^>]*>/gi;
const BESIDE = 'target="_blank" rel="noopener"';
const REFERENCE = /\b(id|for|href|aria-labelledby|aria-describedby)="([^"]*)"/g;

/**
 * Moves rendered HTML into a view: its ids get the view's before them, and so do the links to them. What leads out
 * of the page, to a download or a site, opens beside it: in the course's own window it would end the session.
 * @param html from the content renderer, whose attributes hold no `>` and always have double quotes
 * @param terms the view that explains glossary terms, if it is another one
 */
export function relocate(html: string, view: string, language: Language, terms = view): string {
  const within = (id: string) => anchors.within(id.startsWith('g-') ? terms : view, id);
  return html.replace(TAG, (tag) =>
    tag.replace(REFERENCE, (whole, name: string, value: string) => {
      if (name !== 'href') return `${name}="${value.split(' ').map(within).join(' ')}"`;
      if (value.startsWith('#')) return `href="#${within(value.slice(1))}"`;
      if (!value.startsWith(LESSON_MARK)) return leadsAway(tag, value) ? `${whole} ${BESIDE}` : whole;
      const [lesson = '', anchor] = value.slice(LESSON_MARK.length).split('#');
      const target = anchors.lesson(language, lesson);
      return `href="#${anchor === undefined ? target : anchors.within(target, anchor)}"`;
    }),
  );
}

const leadsAway = (tag: string, href: string): boolean =>
  tag.startsWith('<a ') && !href.startsWith('mailto:');
