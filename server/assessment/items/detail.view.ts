import type { RenderedQuestion } from '../../content/index.ts';
import type { Language } from '../../content/module.ts';
import { formatPercent, type Translate } from '../../rendering/index.ts';
import type { ItemAnalysis } from './analysis.ts';
import type { Part } from './parts.ts';
import { optionLetter } from './words.ts';

/** A question's options, items or typed answers, as the tables below its figures show them: one of the three. */
export function detailOf(
  { parts, n }: ItemAnalysis,
  rendered: RenderedQuestion,
  lang: Language,
  t: Translate,
) {
  const shares = (part: Part) => ({
    count: t('items.ofN', { count: part.n, share: formatPercent(part.n / n, lang) }),
    width: `${String(Math.round((100 * part.n) / n))}%`,
    right: part.right === true,
    rest: part.rest === null ? '—' : formatPercent(part.rest, lang),
  });
  const none = { options: null, items: null, typed: null };
  if (n === 0) return none;
  if ('options' in rendered) {
    const options = parts.map((part) => ({
      letter: optionLetter(part.id),
      html: rendered.options.find(({ id }) => id === part.id)?.html ?? '',
      ...shares(part),
    }));
    return { ...none, options };
  }
  if ('items' in rendered) {
    const items = parts.map((part) => ({
      html: rendered.items.find(({ id }) => id === part.id)?.html ?? '',
      ...shares(part),
      mistaken: mistakenView(part, rendered, t),
    }));
    return { ...none, items: { rows: items, hasTargets: rendered.kind === 'match' } };
  }
  return { ...none, typed: { rows: parts.map((part) => ({ text: part.id, ...shares(part) })) } };
}

function mistakenView({ mistaken }: Part, rendered: RenderedQuestion, t: Translate): string {
  if (!mistaken || rendered.kind !== 'match') return '—';
  const target = rendered.targets.find(({ id }) => id === mistaken.target)?.text ?? mistaken.target;
  return t('items.targetOf', { target, count: mistaken.n });
}
