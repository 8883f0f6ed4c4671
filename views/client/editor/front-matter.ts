/** Markdown with our front matter: without it, its end would read as the underline of a heading. */
import { markdownLanguage } from '@codemirror/lang-markdown';
import { Language } from '@codemirror/language';
import type { MarkdownConfig, MarkdownParser } from '@lezer/markdown';

const FENCE = '---';

const frontMatter: MarkdownConfig = {
  defineNodes: [{ name: 'FrontMatter', block: true }],
  parseBlock: [
    {
      name: 'FrontMatter',
      before: 'HorizontalRule',
      parse(context, line) {
        if (context.lineStart !== 0 || line.text.trimEnd() !== FENCE) return false;
        let isClosed = false;
        while (!isClosed && context.nextLine()) isClosed = line.text.trimEnd() === FENCE;
        context.nextLine();
        context.addElement(context.elt('FrontMatter', 0, context.prevLineEnd()));
        return true;
      },
    },
  ],
};

const parser = markdownLanguage.parser as MarkdownParser;

export const moduleMarkdown = new Language(
  markdownLanguage.data,
  parser.configure(frontMatter),
  [],
  'markdown',
);
