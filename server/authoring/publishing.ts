/** From a draft to a revision that learners have. */
import { releaseModule } from '../catalogue/index.ts';
import { hasError, staleIn } from '../content/index.ts';
import type { MessageKey } from '../rendering/index.ts';
import { checkDraft } from './checking.ts';
import type { Writer } from './draft.model.ts';
import { discardDraft, getDraft } from './drafts.ts';

export type Publishing = { done: true; revision: number } | { done: false; field: string; why: MessageKey };

/**
 * Publishes what was looked at, and nothing else: a draft that has changed since is not published.
 * @throws Refusal not-found
 */
export async function publishDraft(
  module: string,
  { version, note, staleToo }: { version: number; note: string; staleToo: boolean },
  by: Writer,
): Promise<Publishing> {
  const refuse = (why: MessageKey, field = 'note'): Publishing => ({ done: false, field, why });
  const draft = await getDraft(module);
  if (draft.version !== version) return refuse('authoring.changedMeanwhile');
  const { loaded, findings } = await checkDraft(draft);
  if (!loaded || hasError(findings)) return refuse('authoring.hasErrors');
  const stale = staleIn(findings);
  const isStale = stale.es + stale.en > 0;
  if (isStale && !staleToo) return refuse('authoring.isStale', 'staleToo');
  const release = await releaseModule(loaded, draft.base, {
    by: { id: by.id, name: by.name },
    note,
    ...(isStale ? { stale } : {}),
  });
  switch (release.outcome) {
    case 'moved-on':
      return refuse('authoring.movedOn');
    case 'refused':
      return refuse('authoring.hasErrors');
    case 'published':
    case 'unchanged':
      // A change that was saved in this very moment keeps its draft.
      await discardDraft(module, version);
      return { done: true, revision: release.revision };
  }
}
