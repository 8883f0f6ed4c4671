/** What the editor offers beside the text: blocks to insert, names to complete. */
import type { Language } from '../content/module.ts';
import { messagesUnder, type Translate } from '../rendering/index.ts';
import { blocksFor, callouts, type Block } from './blocks.ts';
import type { Draft } from './draft.model.ts';
import { objectivesOf } from './titles.ts';
import { describePath } from './draft-paths.ts';
import { surroundingsOf } from './surroundings.ts';

const IMAGE = /\.(?:svg|png|jpe?g|webp|gif)$/;
const WORDS = ['unsaved', 'saving', 'offline', 'onlyHere', 'refused', 'gone', 'tooLong', 'clash'] as const;
const GROUPS = ['callout', 'figure', 'term', 'worksheet', 'check', 'question'] as const;

export async function editorTools(draft: Draft, path: string, lang: Language, t: Translate) {
  const { kind, language, name } = describePath(path);
  const written = language ?? lang;
  const assets = draft.assets.map((one) => one.path.replace(/^assets\//, ''));
  const worksheets = draft.texts.flatMap((one) => /^worksheets\/(.+)\.yaml$/.exec(one.path)?.[1] ?? []);
  const lessons = draft.texts
    .filter((one) => one.path.startsWith(`${written}/`) && describePath(one.path).kind === 'lesson')
    .map((one) => describePath(one.path).name);
  const blocks = blocksFor(
    {
      kind,
      language: written,
      image: imageFor(assets, written),
      worksheets,
      objective: objectivesOf(draft)[0] ?? 'o1',
    },
    t,
  );
  const takesTerms = kind === 'lesson' || kind === 'facilitator' || kind === 'quiz';
  return {
    words: JSON.stringify({
      ...Object.fromEntries(WORDS.map((word) => [word, t(`authoring.editor.${word}`)])),
      keptAt: t('authoring.editor.keptAt', { when: '{when}' }),
      place: t('authoring.clashPlace', { number: '{number}' }),
    }),
    phrases: JSON.stringify(messagesUnder('editor.phrase.', lang)),
    tools: JSON.stringify({
      blocks: blocks.map(({ id, label, group, text }) => ({
        id,
        label:
          group === 'check' || group === 'question' ? `${t(`authoring.insert.${group}`)}: ${label}` : label,
        text,
      })),
      callouts: kind === 'quiz' || blocks.length === 0 ? [] : callouts,
      terms: takesTerms ? await termsIn(draft, written) : [],
      worksheets: kind === 'lesson' ? worksheets : [],
      files: takesTerms
        ? [...lessons.filter((lesson) => lesson !== name), ...assets.map((asset) => `../assets/${asset}`)]
        : [],
    }),
    inserts: GROUPS.flatMap((group) => insertView(group, blocks, takesTerms, t)),
  };
}

interface Insert {
  label: string;
  /** What its one button inserts; null where it opens a menu. */
  id: string | null;
  menu: { id: string; label: string }[] | null;
}

function insertView(
  group: (typeof GROUPS)[number],
  blocks: readonly Block[],
  takesTerms: boolean,
  t: Translate,
): Insert[] {
  const label = t(`authoring.insert.${group}`);
  if (group === 'term') return takesTerms ? [{ label, id: 'term', menu: null }] : [];
  const own = blocks.filter((block) => block.group === group);
  const [first] = own;
  if (!first) return [];
  return group === 'figure'
    ? [{ label, id: first.id, menu: null }]
    : [{ label, id: null, menu: own.map((block) => ({ id: block.id, label: block.label })) }];
}

/** One in the language of the text comes before one without words. */
function imageFor(assets: readonly string[], language: Language): string {
  const images = assets.filter((name) => IMAGE.test(name));
  const own = images.find((name) => name.includes(`.${language}.`));
  return own ?? images.find((name) => !/\.(?:es|en)\./.test(name)) ?? `figure.${language}.svg`;
}

async function termsIn(draft: Draft, language: Language): Promise<{ key: string; term: string }[]> {
  const { terms } = (await surroundingsOf(draft._id, draft.folder)).shared.glossary;
  const collator = new Intl.Collator(language);
  return terms
    .map(({ key, forms }) => ({ key, term: forms[language][0] ?? key }))
    .sort((a, b) => collator.compare(a.term, b.term));
}
