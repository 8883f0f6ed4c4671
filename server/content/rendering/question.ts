/** A question with every text of one language as safe HTML. */
import { lex } from '../markdown/lex.ts';
import { plainText } from '../markdown/plain.ts';
import type { Language, Question } from '../module.ts';
import { typographic } from './escape.ts';
import type { LessonLinks } from './page.ts';
import { render, renderBlocks, renderBoth, renderText, smallPage, type Surroundings } from './text.ts';

interface RenderedBase {
  id: string;
  points: number;
  objective: string | null;
  /** The whole prompt; one paragraph has no `<p>`. */
  promptHtml: string;
  /** The question itself, and what stands between it and the answers: a table, a figure. */
  titleHtml: string;
  detailHtml: string | null;
  /** The question itself without markup, for labels. */
  promptText: string;
  hintHtml: string | null;
  explanationHtml: string | null;
}

export interface RenderedOption {
  id: string;
  right: boolean;
  html: string;
  text: string;
  feedbackHtml: string | null;
}

export interface RenderedItem {
  id: string;
  html: string;
  text: string;
}

export type RenderedQuestion = RenderedBase &
  (
    | { kind: 'single' | 'multiple' | 'true-false'; options: RenderedOption[] }
    | { kind: 'order'; items: RenderedItem[] }
    | { kind: 'match'; items: (RenderedItem & { answer: string })[]; targets: RenderedItem[] }
    | { kind: 'numeric'; value: number; tolerance: number; unit: string | null }
    | { kind: 'text'; accepted: string[] }
  );

const NOTHING: Surroundings = { assets: [], terms: [] };

/** @param around the question's module, for the images and terms that it may name */
export function renderQuestion(
  question: Question,
  language: Language,
  links: LessonLinks,
  around: Surroundings = NOTHING,
): RenderedQuestion {
  const prefix = (part: string) => `${question.id}-${part}-`;
  const html = (markdown: string, part: string) =>
    renderText(markdown, language, links, around, prefix(part));
  const maybe = (markdown: Record<Language, string> | null, part: string) =>
    markdown ? html(markdown[language], part) : null;
  const item = (text: Record<Language, string>, part: string) =>
    renderBoth(text[language], language, links, around, prefix(part));

  const prompt = lex(question.prompt[language]);
  const [title, ...details] = prompt;
  const page = () => smallPage(language, links, around, prefix('p'));
  const base: RenderedBase = {
    id: question.id,
    points: question.points,
    objective: question.objective,
    promptHtml: render(prompt, page()),
    titleHtml: render(title ? [title] : [], page()),
    detailHtml: details.length > 0 ? renderBlocks(details, page()) : null,
    promptText: typographic(plainText(title ? [title] : []), language),
    hintHtml: maybe(question.hint, 'h'),
    explanationHtml: maybe(question.explanation, 'e'),
  };
  // Any variant of either language is right; the reader's own come first.
  const other: Language = language === 'es' ? 'en' : 'es';
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false': {
      const options = question.options.map(({ id, right, text, feedback }) => ({
        id,
        right,
        ...item(text, id),
        feedbackHtml: maybe(feedback, `${id}-f`),
      }));
      return { ...base, kind: question.kind, options };
    }
    case 'order':
      return {
        ...base,
        kind: 'order',
        items: question.items.map(({ id, text }) => ({ id, ...item(text, id) })),
      };
    case 'match': {
      const items = question.items.map(({ id, text, answer }) => ({ id, ...item(text, id), answer }));
      return {
        ...base,
        kind: 'match',
        items,
        targets: question.targets.map(({ id, text }) => ({ id, ...item(text, `t${id}`) })),
      };
    }
    case 'numeric': {
      const { value, tolerance, unit } = question;
      return { ...base, kind: 'numeric', value, tolerance, unit: unit?.[language] ?? null };
    }
    case 'text':
      return {
        ...base,
        kind: 'text',
        accepted: [...new Set([...question.accepted[language], ...question.accepted[other]])],
      };
  }
}
