import { error, type Finding } from '../finding.ts';
import { readAttributes } from '../markdown/attributes.ts';
import { anchorOf, plainText } from '../markdown/plain.ts';
import { linkTarget } from '../markdown/link-target.ts';
import { nodes } from '../markdown/tokens.ts';
import {
  pagesOf,
  textsOf,
  type GuideDraft,
  type LessonDraft,
  type ModuleDraft,
  type TextDraft,
} from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import type { Rule } from './rule.ts';

/** Inside the module a link must lead somewhere; outside only its shape can be judged. */
export const links: Rule = {
  name: 'links',
  reason: {
    es: 'Un enlace roto deja a la persona sin camino.',
    en: 'A broken link leaves a person without a way.',
  },
  check: (draft) =>
    (['es', 'en'] as const).flatMap((language) => {
      const anchors = new Map(pagesOf(draft[language]).map((page) => [page.name, anchorsOf(page)]));
      return textsOf(draft, language).flatMap((text) => checkText(text, anchors, draft));
    }),
};

function checkText(
  text: TextDraft,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  draft: ModuleDraft,
): Finding[] {
  const own = 'name' in text ? anchors.get(text.name) : undefined;
  return visit(text).flatMap(({ node, at }): Finding[] => {
    if (node.type !== 'link') return [];
    const find = (es: string, en: string) => [error('links', at(), es, en)];
    const target = linkTarget(node.href);
    const href = node.href.slice(0, 80);
    const noAnchor = (anchor: string) =>
      find(`No hay ninguna sección «#${anchor}».`, `There is no section “#${anchor}”.`);
    switch (target.kind) {
      case 'external':
        return [];
      case 'here':
        return own?.has(target.anchor) ? [] : noAnchor(target.anchor);
      case 'asset':
        return draft.assets.some(({ name }) => name === target.name)
          ? []
          : find(`No existe assets/${target.name}.`, `There is no assets/${target.name}.`);
      case 'lesson': {
        const there = anchors.get(target.file);
        if (!there) return find(`No existe la lección ${target.file}.`, `There is no lesson ${target.file}.`);
        return target.anchor === null || there.has(target.anchor) ? [] : noAnchor(target.anchor);
      }
      case 'refused':
        return find(
          `El enlace «${href}» no lleva a ninguna parte: use https://…, otra lección (02-nombre.md#seccion) o ../assets/….`,
          `The link “${href}” leads nowhere: use https://…, another lesson (02-name.md#section) or ../assets/….`,
        );
    }
  });
}

const anchorsOf = ({ blocks }: LessonDraft | GuideDraft): ReadonlySet<string> =>
  new Set(
    blocks.flatMap(({ node }) => {
      if (node.type !== 'heading') return [];
      const { id, words } = readAttributes(node.text);
      return [id ?? anchorOf(words === node.text.trim() ? plainText(nodes(node.tokens)) : words)];
    }),
  );
