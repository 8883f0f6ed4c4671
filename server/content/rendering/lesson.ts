/** A lesson as a page of HTML, its self-checks and worksheets in their places. */
import { linkingMatcher } from '../glossary/matcher.ts';
import { lex, lexAll } from '../markdown/lex.ts';
import type { Language, Module, Worksheet } from '../module.ts';
import { blocks } from './blocks.ts';
import { footnotes, notesIn } from './footnotes.ts';
import { finish, newPage, type Heading, type LessonLinks, type Page } from './page.ts';
import { renderQuestion, type RenderedQuestion } from './question.ts';
import { typographic } from './escape.ts';
import { renderText } from './text.ts';

export type RenderedSegment =
  | { kind: 'html'; html: string }
  | { kind: 'check'; question: RenderedQuestion }
  | { kind: 'worksheet'; worksheet: Worksheet; instructionsHtml: string };

export interface RenderedTerm {
  key: string;
  term: string;
  /** Safe HTML. */
  definition: string;
  /** The term in the other language, to be shown beside it. */
  other: { language: Language; term: string };
}

export interface RenderedLesson {
  title: string;
  minutes: number;
  headings: Heading[];
  segments: RenderedSegment[];
  /** Terms linked on the page, in order. */
  terms: RenderedTerm[];
}

/**
 * The same module, language and links give the same bytes on every machine.
 * @throws RangeError when the module has no such lesson
 */
export function renderLesson(
  module: Module,
  lessonId: string,
  language: Language,
  links: LessonLinks,
): RenderedLesson {
  const lesson = module.lessons.find(({ id }) => id === lessonId);
  if (!lesson) throw new RangeError(`The module ${module.id} has no lesson ${lessonId}`);
  const texts = lesson.segments.map((segment) =>
    segment.kind === 'markdown' ? segment.markdown[language] : '',
  );
  const parts = lexAll(texts);
  const page = pageOf(module, language, links);
  page.notes = notesIn(parts.flat());
  const markups = lesson.segments.map((segment, index) =>
    segment.kind === 'markdown' ? blocks(parts[index] ?? [], page) : '',
  );
  const notes = footnotes(page);
  // A term that only a self-check names stands in the page's list too.
  const around = { assets: module.assets, terms: module.terms, linked: page.linked };
  const segments: RenderedSegment[] = [];
  for (const [index, segment] of lesson.segments.entries()) {
    if (segment.kind === 'markdown')
      segments.push({ kind: 'html', html: finish(page, markups[index] ?? '') });
    else if (segment.kind === 'check') {
      segments.push({ kind: 'check', question: renderQuestion(segment.question, language, links, around) });
    } else {
      const worksheet = module.worksheets.find(({ id }) => id === segment.id);
      if (!worksheet) continue;
      const instructionsHtml = renderText(
        worksheet.instructions[language],
        language,
        links,
        around,
        `w-${worksheet.id}-`,
      );
      segments.push({ kind: 'worksheet', worksheet, instructionsHtml });
    }
  }
  if (notes !== '') segments.push({ kind: 'html', html: finish(page, notes) });
  const terms = renderTerms(module, page.linked, language, links);
  const title = typographic(lesson.title[language], language);
  return { title, minutes: lesson.minutes, headings: page.headings, segments, terms };
}

export interface RenderedGuide {
  title: string;
  /** How long the workshop takes. */
  minutes: number;
  headings: Heading[];
  html: string;
  terms: RenderedTerm[];
}

/** The facilitator's guide, for trainers' pages alone; null where the module has none. */
export function renderGuide(module: Module, language: Language, links: LessonLinks): RenderedGuide | null {
  const { facilitator } = module;
  if (!facilitator) return null;
  const parts = lex(facilitator.markdown[language]);
  const page = pageOf(module, language, links);
  page.notes = notesIn(parts);
  const markup = blocks(parts, page);
  const html = finish(page, markup + footnotes(page));
  return {
    title: typographic(facilitator.title[language], language),
    minutes: facilitator.minutes,
    headings: page.headings,
    html,
    terms: renderTerms(module, page.linked, language, links),
  };
}

function pageOf(module: Module, language: Language, links: LessonLinks): Page {
  return newPage({
    language,
    links,
    assets: new Map(module.assets.map((asset) => [asset.name, asset])),
    terms: new Map(module.terms.map((term) => [term.key, term])),
    matcher: linkingMatcher(module.terms, language),
    counters: { figure: 0, table: 0 },
  });
}

/** The entries of linked terms, in the order of the links. */
export function renderTerms(
  module: Module,
  linked: ReadonlySet<string>,
  language: Language,
  links: LessonLinks,
): RenderedTerm[] {
  const other: Language = language === 'es' ? 'en' : 'es';
  return [...linked].flatMap((key) => {
    const entry = module.terms.find((term) => term.key === key);
    if (!entry) return [];
    return [
      {
        key,
        term: entry.forms[language][0] ?? key,
        definition: renderText(entry.definition[language], language, links, { assets: [], terms: [] }),
        other: { language: other, term: entry.forms[other][0] ?? key },
      },
    ];
  });
}
