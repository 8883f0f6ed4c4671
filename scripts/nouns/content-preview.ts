/** The pages of `rumbo content watch`: a list of modules, and each lesson, quiz and guide as readers will see it. */
import {
  renderGuide,
  renderLesson,
  renderQuestion,
  type Examination,
  type Finding,
  type LessonLinks,
  type LoadedModule,
  type RenderedQuestion,
  type RenderedTerm,
} from '../../server/content/index.ts';
import type { Language } from '../../server/content/module.ts';
import {
  questionView,
  renderTemplate,
  resultView,
  termViews,
  translator,
} from '../../server/rendering/index.ts';
import { worksheetHtml } from '../../server/scorm/pages/worksheet-view.ts';
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
  const bar = `<p class="sans"><a href="/">↑</a> · <a href="/${other}/${moduleId}/${part}" lang="${other}">${other}</a></p>`;
  const body = bar + findings(examination, loaded.folder, language) + partHtml(loaded, part, inLanguage);
  return { status: 200, html: page(inLanguage, part, body) };
}

const partsOf = ({ module }: LoadedModule): Part[] => [
  ...module.lessons.map(({ id }) => id),
  'quiz',
  ...(module.facilitator ? ['facilitator'] : []),
];

function partHtml(loaded: LoadedModule, part: Part, language: Language): string {
  if (part === 'quiz') return quiz(loaded, language);
  return part === 'facilitator' ? guide(loaded, language) : lesson(loaded, part, language);
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

function contents({ content }: Examination): string {
  return content.modules
    .map((loaded) => {
      const { id, title } = loaded.module;
      const links = partsOf(loaded).map(
        (part) =>
          `<li>${escape(part)}: <a href="/es/${id}/${part}">es</a> · <a href="/en/${id}/${part}">en</a></li>`,
      );
      return `<h2>${escape(title.es)}</h2><ul>${links.join('')}</ul>`;
    })
    .join('');
}

const linksOf = ({ module }: LoadedModule, language: Language): LessonLinks => ({
  asset: (name) => `/assets/${module.id}/${name}`,
  lesson: (id) => `/${language}/${module.id}/${id}`,
  term: (key) => `#g-${key}`,
});

const head = (title: string, minutes: number | null): string =>
  `<header class="head">${minutes === null ? '' : `<p class="kicker">${minutes} min</p>`}<h1>${escape(title)}</h1></header>`;

const glossary = (terms: readonly RenderedTerm[], language: Language): string =>
  terms.length === 0 ? '' : renderTemplate('partials/terms', { terms: termViews(terms) }, language);

function lesson(loaded: LoadedModule, id: string, language: Language): string {
  const links = linksOf(loaded, language);
  const { title, minutes, segments, terms } = renderLesson(loaded.module, id, language, links);
  const html = segments.map((segment) => {
    if (segment.kind === 'html') return segment.html;
    if (segment.kind === 'check') return question(segment.question, language);
    // As packages show it: nothing is kept here.
    return worksheetHtml(loaded.module, segment.worksheet, {
      view: 'w',
      language,
      asset: (name) => links.asset(name),
    });
  });
  return head(title, minutes) + html.join('\n') + glossary(terms, language);
}

function guide(loaded: LoadedModule, language: Language): string {
  const rendered = renderGuide(loaded.module, language, linksOf(loaded, language));
  if (!rendered) return '';
  return head(rendered.title, rendered.minutes) + rendered.html + glossary(rendered.terms, language);
}

function quiz(loaded: LoadedModule, language: Language): string {
  const { quiz: bank, title } = loaded.module;
  const links = linksOf(loaded, language);
  const questions = bank.questions.map((one) =>
    question(renderQuestion(one, language, links, loaded.module), language),
  );
  return head(title[language], null) + questions.join('\n');
}

/** As it is asked, then as it is explained, right answers and feedback too: it is the writer who looks. */
function question(one: RenderedQuestion, language: Language): string {
  const t = translator(language);
  const asked = questionView({ question: one, response: null, legend: one.id }, t);
  const unanswered = { fraction: 0, verdict: 'unanswered' } as const;
  const explained = resultView(
    { question: one, order: null, response: null, result: unanswered, legend: null },
    language,
    t,
  );
  return (
    `<section class="panel mar check" id="${one.id}"><fieldset>${renderTemplate('partials/question', asked, language)}</fieldset>` +
    `${renderTemplate('partials/result', explained, language)}</section>`
  );
}
