import { renderLesson, type LessonLinks, type RenderedLesson } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { LimitedMap } from '../limited-map.ts';
import { paths } from '../paths.ts';
import type { PublishedModule } from './catalogue.ts';

const rendered = new LimitedMap<string, RenderedLesson>(400);

/** A lesson's page content, rendered once a revision and language. @throws Refusal not-found */
export function getLesson(module: PublishedModule, lesson: string, language: Language): RenderedLesson {
  if (!module.content.lessons.some(({ id }) => id === lesson)) {
    throw new Refusal('not-found', 'catalogue.noSuchLesson');
  }
  const key = `${module.hash}/${language}/${lesson}`;
  const known =
    rendered.get(key) ?? renderLesson(module.content, lesson, language, siteLinks(module, language));
  rendered.set(key, known);
  return known;
}

/** Where the links of a module's text lead on the site. */
export function siteLinks(module: PublishedModule, language: Language): LessonLinks {
  const hashes = new Map(module.content.assets.map(({ name, hash }) => [name, hash]));
  return {
    asset: (name) => paths.asset({ hash: hashes.get(name) ?? '', name }),
    lesson: (lesson) => paths.lesson({ lang: language, module: module.id, lesson }),
    term: (key) => `#g-${key}`,
  };
}
