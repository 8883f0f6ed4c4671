import type { RenderedDocument } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';

/** All that `views/authoring/guide.hbs` shows. */
export const guidePage = ({ title, headings, html }: RenderedDocument, lang: Language) => ({
  workshopUrl: paths.workshop({ lang }),
  title,
  sections: headings
    .filter(({ level }) => level === 2)
    .map(({ id, text }) => ({ url: `#${id}`, title: text })),
  html,
});
