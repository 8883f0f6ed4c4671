/** The pages of `rumbo content watch`: a list of modules, and each lesson, quiz and guide as readers will see it. */
import { previewPart, type PreviewPart } from '../../server/authoring/index.ts';
import type { Examination, Finding, LessonLinks, LoadedModule } from '../../server/content/index.ts';
import type { InBoth, Language } from '../../server/content/module.ts';
import { renderTemplate } from '../../server/rendering/index.ts';
import { lineOf } from './content-check.ts';

export const RELOAD_SCRIPT = 'new EventSource("/events").onmessage = () => location.reload();';

const escape = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

type Part = 'quiz' | 'facilitator' | (string & {});

/** @param path `/` or `/es/MODULE/LESSON`, `/es/MODULE/quiz`, `/es/MODULE/facilitator` */
export function previewPage(
  examination: Examination,
  path: string,
  language: Language,
): { status: number; html: string } {
  const [, shown = '', moduleId = '', part = ''] = path.split('/');
  const loaded = examination.content.modules.find(({ module }) => module.id === moduleId);
  const inLanguage: Language = shown === 'en' ? 'en' : 'es';
  if (!loaded || !partsOf(loaded).includes(part)) {
    const status = path === '/' ? 200 : 404;
    const list = findings(examination, null, language) + contents(examination);
    return { status, html: page(language, 'Rumbo', list) };
  }
  const other = inLanguage === 'es' ? 'en' : 'es';
  const bar = `<p class="sans"><a href="/">${CONTENTS[inLanguage]}</a> · <a href="/${other}/${moduleId}/${part}" lang="${other}">${LANGUAGES[other]}</a></p>`;
  const body = bar + findings(examination, loaded.folder, language) + partHtml(loaded, part, inLanguage);
  return { status: 200, html: page(inLanguage, part, body) };
}

const CONTENTS = { es: 'Contenido', en: 'Contents' };
const LANGUAGES = { es: 'Español', en: 'English' };

const partsOf = ({ module }: LoadedModule): Part[] => [
  ...module.lessons.map(({ id }) => id),
  'quiz',
  ...(module.facilitator ? ['facilitator'] : []),
];

function partHtml(loaded: LoadedModule, part: Part, language: Language): string {
  const shown: PreviewPart =
    part === 'quiz'
      ? { kind: 'quiz' }
      : part === 'facilitator'
        ? { kind: 'facilitator' }
        : { kind: 'lesson', id: part };
  return previewPart(loaded.module, shown, language, linksOf(loaded, language));
}

const page = (language: Language, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${escape(title)}</title><link rel="stylesheet" href="/style.css"><script src="/reload.js" defer></script></head>` +
  `<body>${renderTemplate('partials/icons', {}, language)}<main class="wrap"><div class="page"><div class="margin"></div><article class="body prose">${body}</article></div></main></body></html>`;

const ADVICE = { es: 'Consejos', en: 'Advice' };

/** Errors in plain sight, advice folded away. */
function findings({ findings: all }: Examination, folder: string | null, language: Language): string {
  const own = folder === null ? all : all.filter(({ file }) => file.startsWith(`${folder}/`));
  const list = (severity: 'error' | 'advice') => own.filter((finding) => finding.severity === severity);
  const items = (found: readonly Finding[]) =>
    `<ul>${found.map((finding) => `<li>${escape(lineOf(finding, '.', language))}</li>`).join('')}</ul>`;
  const [errors, advice] = [list('error'), list('advice')];
  return (
    (errors.length === 0 ? '' : `<div class="panel bad-p bad">${items(errors)}</div>`) +
    (advice.length === 0
      ? ''
      : `<details class="panel"><summary>${ADVICE[language]}: ${advice.length}</summary>${items(advice)}</details>`)
  );
}

/** Every page by its title in both languages, in the order of the tracks. */
function contents({ content }: Examination): string {
  const order = content.tracks.flatMap(({ modules }) => modules);
  const inTracks = order.flatMap((id) => content.modules.filter(({ module }) => module.id === id));
  const others = content.modules.filter((loaded) => !inTracks.includes(loaded));
  return [...inTracks, ...others]
    .map((loaded) => {
      const { id, title } = loaded.module;
      const link = (part: Part, language: Language) =>
        `<a href="/${language}/${id}/${part}" lang="${language}">${escape(titleOf(loaded, part)[language])}</a>`;
      const links = partsOf(loaded).map((part) => `<li>${link(part, 'es')} · ${link(part, 'en')}</li>`);
      return `<h2 lang="es">${escape(title.es)}</h2><ul>${links.join('')}</ul>`;
    })
    .join('');
}

const QUIZ = { es: 'Cuestionario', en: 'Quiz' };

function titleOf({ module }: LoadedModule, part: Part): InBoth<string> {
  if (part === 'quiz') return QUIZ;
  const lesson = module.lessons.find(({ id }) => id === part);
  return lesson?.title ?? module.facilitator?.title ?? { es: part, en: part };
}

const linksOf = ({ module }: LoadedModule, language: Language): LessonLinks => ({
  asset: (name) => `/assets/${module.id}/${name}`,
  lesson: (id) => `/${language}/${module.id}/${id}`,
  term: (key) => `#g-${key}`,
});
