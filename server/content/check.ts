/** The whole check of a folder: what keeps modules from being published, and what would make them better. */
import { error, inFileOrder, type Finding } from './finding.ts';
import { readFigures } from './figures/figure-book.ts';
import { readFolder, type ContentFiles } from './reading/folder.ts';
import { contentOf, type LoadedContent, type LoadedModule, type ModuleElsewhere } from './reading/load.ts';
import type { Shared } from './reading/shared.ts';
import { withoutAllowed } from './rules/allowed.ts';
import { editorialRules, runRules } from './rules/index.ts';
import { compareWithPublished } from './rules/stable-ids.ts';
import type { Module } from './module.ts';
import { loadSpellers } from './spelling/speller.ts';
import { statisticsOf, type ModuleStatistics } from './statistics.ts';

export interface Examination {
  content: LoadedContent;
  findings: Finding[];
  statistics: ModuleStatistics[];
  /** False where no dictionaries are installed. */
  spelled: boolean;
}

export interface ExamineOptions {
  /** The published revisions by module id: ids must not change their meaning against them. */
  published?: ReadonlyMap<string, Module>;
  /** Modules whose files are not here, but which tracks and worksheets may name, by id. */
  elsewhere?: ReadonlyMap<string, ModuleElsewhere>;
  /** Tracks and glossary, where they were read before. */
  shared?: Shared;
}

/** All findings of a folder in one run, errors and advice, in the order of the files. */
export async function checkContent(folder: string, options: ExamineOptions = {}): Promise<Finding[]> {
  return (await examineFolder(folder, options)).findings;
}

export async function examineFolder(folder: string, options: ExamineOptions = {}): Promise<Examination> {
  const { files, findings } = await readFolder(folder);
  const examined = await examine(files, options);
  return { ...examined, findings: inFileOrder([...findings, ...examined.findings]) };
}

export async function examine(
  files: ContentFiles,
  { published = new Map<string, Module>(), elsewhere, shared }: ExamineOptions = {},
): Promise<Examination> {
  const content = contentOf(files, elsewhere, shared);
  const { figures, findings } = readFigures(files);
  const spellers = await loadSpellers(content.glossary.terms);
  const around = { glossary: content.glossary, tracks: content.tracks, figures, spellers, published };
  const editorial = content.drafts.flatMap((draft) => runRules(editorialRules, draft, around));
  return {
    content,
    findings: inFileOrder(withoutAllowed([...content.findings, ...findings, ...editorial], files)),
    statistics: content.drafts.map(statisticsOf).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    spelled: spellers !== null,
  };
}

/** For publishing: what the new text of a module would do to those who are in the midst of the published one. */
export const againstPublished = ({ identity }: LoadedModule, published: Module | undefined): Finding[] =>
  published ? compareWithPublished(identity, published) : [];

/** The one finding of a folder that cannot be read at all. */
export const unreadable = (folder: string, reason: string): Finding =>
  error(
    'folder',
    { file: folder, line: 1, column: 1 },
    `No se puede leer la carpeta: ${reason}`,
    `The folder cannot be read: ${reason}`,
  );
