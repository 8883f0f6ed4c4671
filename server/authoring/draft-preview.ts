/** One text of a draft as it would look, whatever is still wrong in the others. */
import { contentOf, type Finding, type LessonLinks } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { filesOf } from './draft-files.ts';
import type { Draft } from './draft.model.ts';
import { describePath } from './draft-paths.ts';
import { objectivesOf } from './titles.ts';
import { previewPart, type PreviewPart } from './preview.ts';
import { surroundingsOf } from './surroundings.ts';

export interface DraftPreview {
  /** Safe HTML; empty where the text cannot be made into a page, or is none. */
  html: string;
  /** In the text itself. */
  findings: Finding[];
}

const QUIZ = '### ? {#q-one objective=OBJECTIVE}\n\n- [x] ?\n  > ?\n- [ ] ??\n  > ?\n';
const LESSON = '---\ntitle: "?"\nminutes: 1\n---\n\n?\n';

/**
 * Renders a text in a module of its own: what stands in the other texts, and in the other language, is not looked at,
 * so that a mistake there does not keep a writer from seeing this page.
 */
export async function previewText(
  draft: Draft,
  path: string,
  text: string,
  language: Language,
): Promise<DraftPreview> {
  const about = describePath(path);
  const { files, shared } = await surroundingsOf(draft._id, draft.folder);
  const all = new Map(files);
  const objective = objectivesOf(draft)[0] ?? 'o1';
  for (const [name, bytes] of smallModule(await filesOf(draft, isShared), path, Buffer.from(text), objective))
    all.set(`${draft.folder}/${name}`, bytes);
  const content = contentOf(all, undefined, shared);
  const findings = content.findings
    .filter(({ file }) => file === `${draft.folder}/${path}`)
    .map((finding) => ({ ...finding, file: path }));
  const module =
    content.modules.find(({ folder }) => folder === draft.folder)?.module ??
    content.failed.find(({ folder }) => folder === draft.folder)?.module ??
    null;
  const part: PreviewPart | null = about.preview;
  const shown = about.language ?? language;
  return {
    html: module && part ? previewPart(module, part, shown, draftLinks(draft._id, language)) : '',
    findings,
  };
}

/** Files that texts of both languages name. */
const isShared = (path: string): boolean => /^(?:module\.yaml$|assets\/|worksheets\/)/.test(path);

/** The text, standing for both languages, among the least that makes a module. */
function smallModule(
  own: ReadonlyMap<string, Buffer>,
  path: string,
  text: Buffer,
  objective: string,
): Map<string, Buffer> {
  const about = describePath(path);
  const small = new Map(own);
  for (const language of ['es', 'en']) {
    small.set(`${language}/quiz.md`, Buffer.from(QUIZ.replace('OBJECTIVE', objective)));
    if (about.kind !== 'lesson') small.set(`${language}/01-one.md`, Buffer.from(LESSON));
    if (about.language) small.set(`${language}/${about.name}`, text);
  }
  if (!about.language) small.set(path, text);
  return small;
}

/** Images come from the draft itself; other lessons are other texts of it. */
export const draftLinks = (module: string, lang: Language): LessonLinks => ({
  asset: (name) => paths.draftAsset({ module, name }),
  lesson: () => paths.draft({ lang, module }),
  term: (key) => `#g-${key}`,
});
