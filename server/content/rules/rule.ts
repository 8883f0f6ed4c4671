/** What a rule is, and what it may look at. */
import type { Finding } from '../finding.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { InBoth, Language, Module, Track } from '../module.ts';
import type { ModuleDraft } from '../reading/drafts.ts';
import type { FigureBook } from '../figures/figure-book.ts';
import type { Speller } from '../spelling/speller.ts';

export interface Around {
  glossary: Glossary;
  tracks: readonly Track[];
  /** Altamar's figures; null where the folder has none. */
  figures: FigureBook | null;
  /** The published revisions by module id, where they are known. */
  published: ReadonlyMap<string, Module>;
  /** Null where no dictionaries are installed. */
  spellers: Record<Language, Speller> | null;
}

export interface Rule {
  name: string;
  /** Why we have it, for the guide and for whoever wants to switch it off. */
  reason: InBoth<string>;
  check(draft: ModuleDraft, around: Around): Finding[];
}
