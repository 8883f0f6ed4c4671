/** All rules, in the order in which they are run. */
import type { Finding } from '../finding.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { ModuleDraft } from '../reading/drafts.ts';

export const structuralRules = (_draft: ModuleDraft, _glossary: Glossary): Finding[] => [];
