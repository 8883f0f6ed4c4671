/** A module's page: the whole course in the package's languages, readable as it is and played by the runtime. */
import type { InBoth, Module } from '../../content/module.ts';
import { renderTemplate, translate } from '../../rendering/index.ts';
import { titleIn } from '../manifest-content.ts';
import { courseData, type CourseOptions } from './course-data.ts';
import { editionHtml, type EditionOptions } from './edition.ts';

export interface PageOptions extends CourseOptions {
  /** From the page to the shared files: empty, or `../`. */
  shared: string;
  track: EditionOptions['track'];
  asset: (name: string) => string;
}

export function modulePage(module: Module, options: PageOptions): string {
  const { asset, languages, shared, track } = options;
  const course = courseData(module, options);
  const [first] = languages;
  const data = {
    title: titleIn(languages, module.title),
    shared,
    choices: languages.length > 1 ? languages.map((language) => choice(language, module.title)) : null,
    editions: languages.map((language) =>
      editionHtml({ module, language, languages, course, track, asset }).trim(),
    ),
    data: scriptData(course),
  };
  return renderTemplate('scorm/page', data, first);
}

function choice(language: 'es' | 'en', title: InBoth<string>) {
  return {
    language,
    title: title[language],
    name: translate(language, 'scorm.ownName'),
    change: translate(language, 'scorm.chooseLanguage.change'),
  };
}

/** JSON that cannot end its script element. */
const scriptData = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c');
