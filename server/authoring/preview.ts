/** A module's parts as readers will see them, for whoever writes: quizzes with their right answers and feedback. */
import {
  renderGuide,
  renderLesson,
  renderQuestion,
  renderText,
  type LessonLinks,
  type RenderedQuestion,
  type RenderedTerm,
} from '../content/index.ts';
import type { Language, Module } from '../content/module.ts';
import { questionView, renderTemplate, resultView, termViews, translator } from '../rendering/index.ts';
import { worksheetHtml } from '../scorm/pages/worksheet-view.ts';

export type PreviewPart =
  | { kind: 'lesson'; id: string }
  | { kind: 'quiz' }
  | { kind: 'facilitator' }
  | { kind: 'worksheet'; id: string };

/** @returns safe HTML; empty where the module has no such part */
export function previewPart(
  module: Module,
  part: PreviewPart,
  language: Language,
  links: LessonLinks,
): string {
  switch (part.kind) {
    case 'quiz':
      return quiz(module, language, links);
    case 'facilitator':
      return guide(module, language, links);
    case 'worksheet':
      return worksheet(module, part.id, language, links);
    case 'lesson':
      return module.lessons.some(({ id }) => id === part.id) ? lesson(module, part.id, language, links) : '';
  }
}

const head = (title: string, minutes: number | null, language: Language): string =>
  renderTemplate('authoring/preview-head', { title, minutes: minutes ? String(minutes) : null }, language);

const glossary = (terms: readonly RenderedTerm[], language: Language): string =>
  terms.length === 0 ? '' : renderTemplate('partials/terms', { terms: termViews(terms) }, language);

function lesson(module: Module, id: string, language: Language, links: LessonLinks): string {
  const { title, minutes, segments, terms } = renderLesson(module, id, language, links);
  const html = segments.map((segment) => {
    if (segment.kind === 'html') return segment.html;
    if (segment.kind === 'check') return question(segment.question, language);
    return worksheet(module, segment.worksheet.id, language, links);
  });
  return head(title, minutes, language) + html.join('\n') + glossary(terms, language);
}

/** As packages show it: nothing is kept here. */
function worksheet(module: Module, id: string, language: Language, links: LessonLinks): string {
  const found = module.worksheets.find((one) => one.id === id);
  const asset = (name: string) => links.asset(name);
  return found ? worksheetHtml(module, found, { view: 'w', language, asset }) : '';
}

function guide(module: Module, language: Language, links: LessonLinks): string {
  const rendered = renderGuide(module, language, links);
  if (!rendered) return '';
  return (
    head(rendered.title, rendered.minutes, language) + rendered.html + glossary(rendered.terms, language)
  );
}

function quiz({ quiz: bank, title, ...module }: Module, language: Language, links: LessonLinks): string {
  const intro = bank.intro ? renderText(bank.intro[language], language, links, module) : '';
  const questions = bank.questions.map((one) =>
    question(renderQuestion(one, language, links, module), language),
  );
  return head(title[language], null, language) + intro + questions.join('\n');
}

/** As it is asked, then as it is explained. */
function question(one: RenderedQuestion, language: Language): string {
  const t = translator(language);
  const unanswered = { fraction: 0, verdict: 'unanswered' } as const;
  return renderTemplate(
    'authoring/preview-question',
    {
      id: one.id,
      asked: questionView({ question: one, response: null, legend: one.id }, t),
      explained: resultView(
        { question: one, order: null, response: null, result: unanswered, legend: null },
        language,
        t,
      ),
    },
    language,
  );
}
