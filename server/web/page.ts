import type { Request, Response } from 'express';
import { languages, type Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { renderTemplate, translator, type MessageKey } from '../rendering/index.ts';
import { csrfToken } from './csrf.ts';
import { staticUrl } from './static-files.ts';
import { languageOf, mayVisit, visitorOf } from './visitor.ts';

/** The header's sections. */
export type Section = 'tracks' | 'my-learning' | 'glossary' | 'training' | 'assignments' | 'people';

export interface PageOptions {
  title: string;
  /** Which section of the header the page belongs to. */
  section?: Section | null;
  status?: number;
  /** The page in the other language; by default the same address with the other language in front. */
  otherLanguageUrl?: string;
  /** Seconds after which a browser without scripts asks for the page again. */
  refreshAfter?: number;
  /** Scripts of `views/client/` that make the page more comfortable. */
  scripts?: string[];
}

const sectionLinks: { section: Section; label: MessageKey; path: keyof typeof sectionPaths }[] = [
  { section: 'tracks', label: 'common.tracks', path: 'home' },
  { section: 'my-learning', label: 'common.myLearning', path: 'myLearning' },
  { section: 'glossary', label: 'common.glossary', path: 'glossary' },
  { section: 'training', label: 'common.training', path: 'trainerModules' },
  { section: 'assignments', label: 'common.assignments', path: 'assignments' },
  { section: 'people', label: 'common.people', path: 'people' },
];
const sectionPaths = {
  home: paths.home,
  myLearning: paths.myLearning,
  glossary: paths.glossary,
  trainerModules: paths.trainerModules,
  assignments: paths.assignments,
  people: paths.people,
};

/** Renders a view inside the layout and sends it. */
export function sendPage(
  req: Request,
  res: Response,
  view: string,
  model: object,
  options: PageOptions,
): void {
  const language = languageOf(req);
  const csrf = visitorOf(req) || 'csrf' in model ? csrfToken(req) : '';
  const body = renderTemplate(view, { ...model, csrf }, language);
  const html = renderTemplate('layouts/main', { body, csrf, ...chrome(req, language, options) }, language);
  res.status(options.status ?? 200);
  // Pages show a person's name and progress: no shared cache may keep them.
  res.set('Cache-Control', 'private, no-cache');
  res.vary('Cookie');
  res.type('html').send(html);
}

function chrome(req: Request, language: Language, options: PageOptions) {
  const t = translator(language);
  const visitor = visitorOf(req);
  const section = options.section ?? null;
  const other = language === 'es' ? 'en' : 'es';
  const shown = sectionLinks.filter(({ path }) => mayVisit(visitor, sectionPaths[path].who));
  return {
    title: options.title,
    otherLanguage: other,
    otherLanguageUrl: options.otherLanguageUrl ?? inLanguage(req.originalUrl, other),
    otherLanguageName: translator(other)('common.languageName'),
    homeUrl: paths.home({ lang: language }),
    sections: shown.map(({ section: name, label, path }) => ({
      label: t(label),
      url: sectionPaths[path]({ lang: language }),
      current: name === section,
    })),
    person: visitor ? { name: visitor.name, accountUrl: paths.account({ lang: language }) } : null,
    signInUrl: paths.signInForm({ lang: language }),
    signOutUrl: paths.signOut({ lang: language }),
    footer: [
      { label: t('certificates.verify'), url: paths.verification({ lang: language }) },
      { label: t('common.help'), url: paths.help({ lang: language }) },
      { label: t('common.accessibility'), url: paths.accessibility({ lang: language }) },
      { label: t('common.privacy'), url: paths.privacy({ lang: language }) },
    ],
    stylesheet: staticUrl('rumbo.css'),
    icon: staticUrl('mark.svg'),
    refreshAfter: options.refreshAfter === undefined ? null : String(options.refreshAfter),
    scripts: (options.scripts ?? []).map((name) => staticUrl(`${name}.js`)),
  };
}

/** Title and status of a page whose form needs corrections, or not (the GOV.UK pattern: “Error:” comes first). */
export function formPage(title: string, errors: object | null, language: Language): PageOptions {
  return errors
    ? { title: `${translator(language)('common.errorPrefix')}: ${title}`, status: 422 }
    : { title };
}

/** The same address in another language: `/es/…` becomes `/en/…`. */
export function inLanguage(url: string, language: Language): string {
  const prefix = languages.find((known) => url === `/${known}` || /^[/?#]/.test(url.slice(known.length + 1)));
  return prefix && url.startsWith(`/${prefix}`)
    ? `/${language}${url.slice(prefix.length + 1)}`
    : `/${language}`;
}
