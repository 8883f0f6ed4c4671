import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Handlebars from 'handlebars';
import type { Language } from '../content/module.ts';
import { projectRoot } from '../root.ts';
import { isMessageKey, translate, type MessageValues } from './translate.ts';

const viewsFolder = join(projectRoot, 'views');

/** Strict: a field that a view names and the page does not give is an error, never an empty place. */
const compileOptions = { strict: true, knownHelpersOnly: true, knownHelpers: { t: true } };

const handlebars = Handlebars.create();
handlebars.registerHelper('t', function t(key: string, options: Handlebars.HelperOptions): string {
  if (!isMessageKey(key)) throw new Error(`No message is called ${key}.`);
  const root = options.data as { root: { language: Language } };
  return translate(root.root.language, key, options.hash as MessageValues);
});

const templates = new Map<string, Handlebars.TemplateDelegate>();

/** Reads and registers every view; compiled at first use. Called again by the development server. */
export function loadTemplates(): void {
  templates.clear();
  for (const name of viewNames()) {
    const source = readFileSync(join(viewsFolder, `${name}.hbs`), 'utf8');
    const template = handlebars.compile(source, compileOptions);
    templates.set(name, template);
    if (name.startsWith('partials/')) handlebars.registerPartial(name.slice('partials/'.length), template);
  }
}

/**
 * Renders `views/NAME.hbs`.
 * @param data all that the view shows, every field given; the language is added for the words
 */
export function renderTemplate(name: string, data: object, language: Language): string {
  if (templates.size === 0) loadTemplates();
  const template = templates.get(name);
  if (!template) throw new Error(`There is no view ${name}.hbs.`);
  return template({ ...data, language });
}

/** Names of all views, relative to `views/`, without their ending. */
export function viewNames(): string[] {
  return readdirSync(viewsFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => relative(viewsFolder, join(entry.parentPath, entry.name)).slice(0, -'.hbs'.length))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}
