import { againstPublished, hasError, type Finding, type LoadedModule } from '../content/index.ts';
import { changeTrack } from './arrangement.ts';
import { makeRevision, newestRevision } from './make-revision.ts';
import { RevisionModel, type Revision } from './revision.model.ts';

export type Release =
  | { outcome: 'published'; revision: number }
  /** Learners have these very bytes already. */
  | { outcome: 'unchanged'; revision: number }
  /** Someone else published meanwhile. */
  | { outcome: 'moved-on'; revision: number }
  | { outcome: 'refused'; findings: Finding[] };

/**
 * Publishes one module from the platform, as the revision that follows `base`.
 * @param base the revision that the text was written on; null for a module that has none
 */
export async function releaseModule(
  loaded: LoadedModule,
  base: number | null,
  told: Required<Pick<Revision, 'by' | 'note'>> & Pick<Revision, 'stale'>,
): Promise<Release> {
  const { id, track } = loaded.module;
  const newest = await newestRevision(id);
  if (newest && newest.number !== base) return { outcome: 'moved-on', revision: newest.number };
  if (newest?.hash === loaded.hash) return { outcome: 'unchanged', revision: newest.number };
  if (newest) {
    const published = await RevisionModel.findOne(
      { module: id, number: newest.number },
      { content: 1 },
    ).lean();
    const findings = againstPublished(loaded, published?.content);
    if (hasError(findings)) return { outcome: 'refused', findings };
  }
  const number = await makeRevision(loaded, newest, told);
  if (number === null) return { outcome: 'moved-on', revision: (newest?.number ?? 0) + 1 };
  await showInTrack(id, track);
  return { outcome: 'published', revision: number };
}

/** Tells every process that there is something new, and puts a new module at the end of its track. Safe to repeat. @throws Refusal not-found */
export async function showInTrack(module: string, track: string): Promise<void> {
  await changeTrack(track, (modules) => (modules.includes(module) ? modules : [...modules, module]));
}
