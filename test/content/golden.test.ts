import { expect, test } from '@jest/globals';
import {
  loadContent,
  renderLesson,
  renderQuestion,
  type LoadedModule,
  type RenderedSegment,
} from '../../server/content/index.ts';
import type { Language } from '../../server/content/module.ts';
import { links } from './support/folder.ts';

const { modules } = await loadContent('modules-content');

/** A lesson's bones: a corrected comma leaves them as they are. */
function bones({ module }: LoadedModule, language: Language): string[] {
  return module.lessons.map(({ id }) => {
    const { headings, segments, terms } = renderLesson(module, id, language, links);
    const parts = segments.map((segment) => {
      if (segment.kind === 'check') return `?${segment.question.kind}`;
      return segment.kind === 'worksheet' ? `#${segment.worksheet.id}` : bonesOf(segment.html);
    });
    return `${id}: ${parts.join(' ')} | ${headings.map((heading) => heading.id).join(' ')} | ${terms.length > 0 ? 'terms' : 'no terms'}`;
  });
}

/** Blocks at the top of some HTML, runs of paragraphs as one. */
const bonesOf = (html: string): string =>
  [
    ...html.matchAll(
      /<(h[23]|figure|table|dl|ul|ol|blockquote|div class="panel [a-z]+|section class="footnotes|math)\b/g,
    ),
  ]
    .map(([, name = '']) => name.replace(/.*class="(?:panel )?/, '!'))
    .join(' ');

test.each(modules.map((loaded) => [loaded.module.id, loaded] as const))(
  'the lessons of %s keep their bones',
  (_, loaded) => {
    expect(bones(loaded, 'es')).toMatchSnapshot();
  },
);

test.each(modules.map((loaded) => [loaded.module.id, loaded] as const))(
  '%s has the same bones in both languages, and nothing is left unread',
  (_, loaded) => {
    const { module } = loaded;
    expect(bones(loaded, 'en')).toEqual(bones(loaded, 'es'));
    for (const language of ['es', 'en'] as const) {
      const pages = module.lessons.map(({ id }) =>
        renderLesson(module, id, language, links)
          .segments.map((segment) => (segment.kind === 'html' ? segment.html : ''))
          .join(''),
      );
      const questions = module.quiz.questions.map((question) =>
        JSON.stringify(renderQuestion(question, language, links, module)),
      );
      const all = [...pages, ...questions].join('\n');
      // Marks that a reader should never see.
      expect(
        all.match(
          /\*\*|\[\[|\{#|\{\{|\]\(|\[\^|&lt;|(?<!aria-label=\\?")Tabla:|(?<!aria-label=\\?")Table:|\[!|undefined/g,
        ),
      ).toBeNull();
      expect(
        new Set(
          pages.flatMap(
            (page) =>
              page.match(
                /<img (?!src="\/files\/[\w.-]+" alt="[^"]{15,}" width="\d+" height="\d+" loading="lazy" \/>)/g,
              ) ?? [],
          ),
        ),
      ).toEqual(new Set());
    }
  },
);

/** A question's prompt is shown as its title and details, never a second time as a whole. */
const shownOf = (segment: RenderedSegment): string => {
  if (segment.kind === 'html') return segment.html;
  return segment.kind === 'check' ? JSON.stringify({ ...segment.question, promptHtml: '' }) : '';
};

test('ids on a page are unique', () => {
  for (const { module } of modules) {
    for (const { id } of module.lessons) {
      const html = renderLesson(module, id, 'es', links).segments.map(shownOf).join('');
      const ids = [...html.matchAll(/ id=\\?"([^"\\]+)/g)].map(([, name]) => name);
      expect(ids).toEqual([...new Set(ids)]);
    }
  }
});
