import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Router } from 'express';
import { renderDocument, type RenderedDocument } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { projectRoot } from '../root.ts';
import { sendPage } from '../web/page.ts';
import { at } from '../web/routes.ts';
import { languageOf } from '../web/visitor.ts';
import { guidePage } from './guide.view.ts';

/** Read once: the files of a running server do not change. */
const guides = new Map<Language, Promise<RenderedDocument>>();

/** The guide for authors of `docs/`, where they write. */
export function guideRoutes(router: Router): void {
  at(router, paths.authoringGuide, async (req, res) => {
    const language = languageOf(req);
    const reading = guides.get(language) ?? readGuide(language);
    guides.set(language, reading);
    const guide = await reading;
    sendPage(req, res, 'authoring/guide', guidePage(guide, language), {
      title: guide.title,
      section: 'training',
    });
  });
}

async function readGuide(language: Language): Promise<RenderedDocument> {
  return renderDocument(
    await readFile(join(projectRoot, 'docs', `authoring.${language}.md`), 'utf8'),
    language,
  );
}
