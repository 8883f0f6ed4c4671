import type { Response, ScorableQuestion } from './questions.ts';

/** The longest typed answer that is kept, in characters: SCORM allows 250 (2004) and 255 (1.2). */
export const LONGEST_TYPED = 250;

/**
 * What of an untrusted value belongs to the question. Unknown options, items and targets are dropped, so are
 * doubles; an ordering that lacks an item is none at all.
 * @returns null when nothing is left, which means "not answered"
 */
export function cleanResponse(question: ScorableQuestion, value: unknown): Response | null {
  switch (question.kind) {
    case 'single':
    case 'true-false':
      return question.options.find((option) => option.id === value)?.id ?? null;
    case 'multiple': {
      const ticked: unknown[] = Array.isArray(value) ? value : [value];
      const known = question.options.map((option) => option.id).filter((id) => ticked.includes(id));
      const noneIsRight = !question.options.some((option) => option.right);
      return known.length > 0 || (noneIsRight && Array.isArray(value)) ? known : null;
    }
    case 'order': {
      if (!Array.isArray(value)) return null;
      const order = question.items.map((item) => item.id);
      const placed = [...new Set<unknown>(value)].filter(
        (id): id is string => typeof id === 'string' && order.includes(id),
      );
      return placed.length === order.length ? placed : null;
    }
    case 'match': {
      if (typeof value !== 'object' || value === null) return null;
      const chosen = new Map<string, unknown>(Object.entries(value));
      const known = question.items.flatMap((item) => {
        const target = question.targets.find(({ id }) => id === chosen.get(item.id));
        return target ? [[item.id, target.id] as const] : [];
      });
      return known.length > 0 ? Object.fromEntries(known) : null;
    }
    case 'numeric':
    case 'text': {
      const typed = typeof value === 'number' ? String(value) : value;
      if (typeof typed !== 'string') return null;
      return typed.trim().slice(0, LONGEST_TYPED).trim() || null;
    }
  }
}
