/** The revisions of a module: who published what, when and why. */
import { RevisionModel, type Revision } from './revision.model.ts';

export type RevisionSummary = Pick<Revision, 'number' | 'hash' | 'source' | 'publishedAt' | 'by' | 'note'>;

/** The newest first; empty for a module that was never published. */
export async function historyOf(module: string): Promise<RevisionSummary[]> {
  const fields = { number: 1, hash: 1, source: 1, publishedAt: 1, by: 1, note: 1 };
  return await RevisionModel.find({ module }, fields).sort({ number: -1 }).lean();
}
