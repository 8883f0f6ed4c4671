/** The pages of `rumbo content watch`: a list of modules, and each lesson and quiz as learners will see it. */
import {
  renderLesson,
  renderQuestion,
  type Examination,
  type LessonLinks,
  type LoadedModule,
  type RenderedQuestion,
} from '../../server/content/index.ts';
import type { Language } from '../../server/content/module.ts';
import { lineOf } from './content-check.ts';

export const RELOAD_SCRIPT = 'new EventSource("/events").onmessage = () => location.reload();';

const escape = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** @param path `/` or `/es/MODULE/LESSON` or `/es/MODULE/quiz` */
export function previewPage(
  examination: Examination,
  path: string,
  language: Language,
): { status: number; html: string } {
  const [, shown = '', moduleId = '', part = ''] = path.split('/');
  const loaded = examination.content.modules.find(({ module }) => module.id === moduleId);
  const inLanguage: Language = shown === 'en' ? 'en' : 'es';
  const isThere =
    loaded !== undefined && (part === 'quiz' || loaded.module.lessons.some(({ id }) => id === part));
  if (!isThere) {
    const status = path === '/' ? 200 : 404;
    return {
      status,
      html: page(language, 'Rumbo', `${findings(examination, null, language)}${contents(examination)}`),
    };
  }
  const other = inLanguage === 'es' ? 'en' : 'es';
  const bar = `<p class="sans"><a href="/">↑</a> · <a href="/${other}/${moduleId}/${part}" lang="${other}">${other}</a></p>`;
  const body = part === 'quiz' ? quiz(loaded, inLanguage) : lesson(loaded, part, inLanguage);
  return {
    status: 200,
    html: page(inLanguage, part, `${bar}${findings(examination, loaded.folder, language)}${body}`),
  };
}

const page = (language: Language, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${escape(title)}</title><link rel="stylesheet" href="/style.css"><script src="/reload.js" defer></script></head>` +
  `<body><main class="wrap"><div class="page"><div class="margin"></div><article class="body prose">${body}</article></div></main></body></html>`;

function findings({ findings: all }: Examination, folder: string | null, language: Language): string {
  const own = folder === null ? all : all.filter(({ file }) => file.startsWith(`${folder}/`));
  if (own.length === 0) return '';
  const items = own.map(
    (finding) =>
      `<li class="${finding.severity === 'error' ? 'bad' : ''}">${escape(lineOf(finding, '.', language))}</li>`,
  );
  return `<div class="panel bad-p"><ul>${items.join('')}</ul></div>`;
}

function contents({ content }: Examination): string {
  return content.modules
    .map(({ module }) => {
      const parts = [...module.lessons.map(({ id }) => id), 'quiz'];
      const links = parts.map(
        (part) =>
          `<li>${escape(part)}: <a href="/es/${module.id}/${part}">es</a> · <a href="/en/${module.id}/${part}">en</a></li>`,
      );
      return `<h2>${escape(module.title.es)}</h2><ul>${links.join('')}</ul>`;
    })
    .join('');
}

const linksOf = ({ module }: LoadedModule, language: Language): LessonLinks => ({
  asset: (name) => `/assets/${module.id}/${name}`,
  lesson: (id) => `/${language}/${module.id}/${id}`,
  term: (key) => `#g-${key}`,
});

function lesson(loaded: LoadedModule, id: string, language: Language): string {
  const { title, minutes, segments, terms } = renderLesson(
    loaded.module,
    id,
    language,
    linksOf(loaded, language),
  );
  const html = segments.map((segment) => {
    if (segment.kind === 'html') return segment.html;
    if (segment.kind === 'check') return question(segment.question);
    return `<div class="panel mar"><p class="tag">${escape(segment.worksheet.title[language])}</p></div>`;
  });
  const gloss = terms.map(
    ({ key, term, definition }) => `<dt id="g-${key}">${escape(term)}</dt><dd>${definition}</dd>`,
  );
  return `<header class="head"><p class="kicker">${minutes} min</p><h1>${escape(title)}</h1></header>${html.join('\n')}<dl class="gloss">${gloss.join('')}</dl>`;
}

function quiz(loaded: LoadedModule, language: Language): string {
  const questions = loaded.module.quiz.questions.map((one) =>
    question(renderQuestion(one, language, linksOf(loaded, language), loaded.module)),
  );
  return `<header class="head"><h1>${escape(loaded.module.title[language])}</h1></header>${questions.join('\n')}`;
}

/** Everything at once, right answers and feedback too: it is the writer who looks. */
function question(one: RenderedQuestion): string {
  const parts = [`<p class="tag">${one.id}</p><p><b>${one.titleHtml}</b></p>${one.detailHtml ?? ''}`];
  if (one.hintHtml !== null) parts.push(`<p class="hint">${one.hintHtml}</p>`);
  if ('options' in one) {
    for (const option of one.options) {
      parts.push(
        `<p class="answer"><span>${option.right ? '✓' : ''}</span><span>${option.html}<span class="why">${option.feedbackHtml ?? ''}</span></span></p>`,
      );
    }
  } else if ('targets' in one) {
    for (const item of one.items) {
      const target = one.targets.find(({ id }) => id === item.answer);
      parts.push(
        `<p class="answer"><span></span><span>${item.html}<span class="why">${target?.html ?? ''}</span></span></p>`,
      );
    }
  } else if ('items' in one)
    parts.push(`<ol>${one.items.map(({ html }) => `<li>${html}</li>`).join('')}</ol>`);
  else if (one.kind === 'numeric')
    parts.push(`<p>= ${one.value} ${escape(one.unit ?? '')} ± ${one.tolerance}</p>`);
  else parts.push(`<p>= ${one.accepted.map(escape).join(' | ')}</p>`);
  if (one.explanationHtml !== null) parts.push(`<div class="hint">${one.explanationHtml}</div>`);
  return `<section class="panel mar">${parts.join('\n')}</section>`;
}
