/** From files to modules: reads, joins, and keeps apart what has an error. */
import { createHash } from 'node:crypto';
import { assetOf } from '../figures/asset.ts';
import { error, hasError, inFileOrder, type Finding } from '../finding.ts';
import type { Glossary } from '../glossary/glossary.ts';
import { matchTerms, type Matcher } from '../glossary/matcher.ts';
import { namesIn, termNamed } from '../glossary/named.ts';
import { joinModule, type Joined } from '../joining/module.ts';
import { ModuleSchema, type InBoth, type Language, type Module, type Term, type Track } from '../module.ts';
import { checkCarriedValues } from '../rules/carried-values.ts';
import { runRules, structuralRules } from '../rules/index.ts';
import { textsOf, type ModuleDraft } from './drafts.ts';
import { readFolder, type ContentFiles } from './folder.ts';
import { identityOf, type Identity } from './identity.ts';
import { issueSentence } from './issue-sentence.ts';
import { readModuleFolder } from './module-folder.ts';
import { readShared, type Shared } from './shared.ts';
import type { TracksRead } from './tracks.ts';

export interface LoadedModule {
  module: Module;
  /** From the content folder. */
  folder: string;
  /** Changes exactly when something that is published changes: what learners see and score, the guide. */
  hash: string;
  /** Bytes as served, by name. */
  assets: Map<string, Buffer>;
  /** The files as they were written, by path inside the module's folder. */
  files: ContentFiles;
  /** Advice only: a module with an error is not loaded. */
  findings: Finding[];
  /** For publishing: what must keep its meaning. */
  identity: Identity;
}

export interface FailedModule {
  folder: string;
  id: string | null;
  /** As far as it could be joined: for a writer's preview, never for learners. */
  module: Module | null;
  findings: Finding[];
}

export interface LoadedContent {
  tracks: Track[];
  modules: LoadedModule[];
  failed: FailedModule[];
  /** Of all files, in their order. */
  findings: Finding[];
}

export interface ReadContent extends LoadedContent {
  glossary: Glossary;
  drafts: ModuleDraft[];
}

/** What is asked of a module whose files are not here. */
export type ModuleElsewhere = Pick<Module, 'id' | 'worksheets'>;

const NOTHING_PUBLISHED = new Map<string, Module>();

/** Reads a folder of modules. One that has an error is told apart while the others go on. */
export async function loadContent(folder: string): Promise<LoadedContent> {
  const { files, findings } = await readFolder(folder);
  const content = contentOf(files);
  return { ...content, findings: inFileOrder([...findings, ...content.findings]) };
}

/**
 * The same from files in memory: an upload, a draft.
 * @param elsewhere modules that the tracks and worksheets may name although their files are not here, by id
 * @param shared tracks and glossary, where they were read before; else they are read from the files
 */
export function contentOf(
  files: ContentFiles,
  elsewhere: ReadonlyMap<string, ModuleElsewhere> = new Map(),
  shared: Shared = readShared(files),
): ReadContent {
  const { tracks, at, glossary, matchers, findings } = shared;
  const content: ReadContent = {
    tracks,
    modules: [],
    failed: [],
    findings: [...findings],
    glossary,
    drafts: [],
  };
  const ids = new Map<string, string>();
  for (const folder of moduleFolders(files)) {
    const { draft, findings: read } = readModuleFolder(files, folder);
    const joined = joinDraft(draft, usedTerms(draft, glossary, matchers));
    const around = { glossary, tracks, figures: null, spellers: null, published: NOTHING_PUBLISHED };
    const own = [
      ...read,
      ...runRules(structuralRules, draft, around),
      ...joined.findings,
      ...placeFindings(draft, tracks, ids),
    ];
    content.drafts.push(draft);
    content.findings.push(...own);
    const id = draft.manifest?.value.id ?? null;
    if (!joined.module || hasError(own)) {
      // A part that was refused is told at its place; that the whole lacks it need not be told again.
      const unexplained = hasError(own)
        ? []
        : joined.misshapen.length > 0
          ? joined.misshapen
          : [unjoined(folder)];
      content.findings.push(...unexplained);
      content.failed.push({
        folder,
        id,
        module: joined.module,
        findings: inFileOrder([...own, ...unexplained]),
      });
      continue;
    }
    const { module } = joined;
    const assets = new Map(draft.assets.map(({ name, bytes }) => [name, bytes]));
    content.modules.push({
      module,
      folder,
      hash: hashOf(module),
      assets,
      files: filesUnder(files, folder),
      findings: inFileOrder(own),
      identity: identityOf(draft),
    });
  }
  content.findings.push(
    ...checkCarriedValues(content.drafts, elsewhere),
    ...missingModules(content, at, elsewhere),
  );
  content.findings = inFileOrder(content.findings);
  return content;
}

const filesUnder = (files: ContentFiles, folder: string): ContentFiles =>
  new Map(
    [...files]
      .filter(([name]) => name.startsWith(`${folder}/`))
      .map(([name, bytes]) => [name.slice(folder.length + 1), bytes]),
  );

/** `track/module` folders, in order. Without tracks.yaml only what looks like a module: it may be any folder. */
function moduleFolders(files: ContentFiles): string[] {
  const isContent = files.has('tracks.yaml');
  const folders = new Set<string>();
  for (const file of files.keys()) {
    const [track, module, ...rest] = file.split('/');
    if (track !== undefined && module !== undefined && rest.length > 0) {
      if (isContent || rest[0] === 'module.yaml' || /^(?:es|en)\/.*\.md$/.test(rest.join('/')))
        folders.add(`${track}/${module}`);
    } else if (module === 'module.yaml' && track !== undefined) folders.add(track);
  }
  return [...folders].filter((folder) => !/^(?:data|diagnostics)\//.test(folder)).toSorted();
}

function joinDraft(draft: ModuleDraft, terms: Term[]): Joined & { misshapen: Finding[] } {
  const { module, findings } = joinModule(draft, draft.assets.map(assetOf), terms);
  if (!module || hasError(findings)) return { module: null, findings, misshapen: [] };
  const result = ModuleSchema.safeParse(module);
  if (result.success) return { module: result.data, findings, misshapen: [] };
  const misshapen = result.error.issues.map((issue) => {
    const { es, en } = issueSentence(issue);
    return error('schema', { file: draft.folder, line: 1, column: 1 }, es, en);
  });
  return { module: null, findings, misshapen };
}

/** The entries that a text of the module names, so that the module stands on its own. */
function usedTerms(draft: ModuleDraft, { terms }: Glossary, matchers: InBoth<Matcher>): Term[] {
  const used = new Set<string>();
  for (const language of ['es', 'en'] satisfies Language[]) {
    for (const { source, bodyOffset } of textsOf(draft, language)) {
      for (const { key } of matchTerms(matchers[language], source.text.slice(bodyOffset))) used.add(key);
    }
    const byHand = [
      ...textsOf(draft, language).map(({ source }) => source.text),
      ...draft.worksheets.map(({ worksheet }) => worksheet.instructions[language]),
    ].flatMap(namesIn);
    for (const name of byHand) {
      const term = termNamed(terms, name, language);
      if (term) used.add(term.key);
    }
  }
  return terms.filter(({ key }) => used.has(key));
}

function placeFindings(draft: ModuleDraft, tracks: readonly Track[], ids: Map<string, string>): Finding[] {
  if (!draft.manifest) return [];
  const { value, yaml } = draft.manifest;
  const findings: Finding[] = [];
  const other = ids.get(value.id);
  if (other !== undefined) {
    findings.push(
      error(
        'unique-ids',
        yaml.at(['id']),
        `«${value.id}» es también el id de ${other}.`,
        `“${value.id}” is also the id of ${other}.`,
      ),
    );
  }
  ids.set(value.id, draft.folder);
  if (!tracks.some(({ id, modules }) => id === draft.track && modules.includes(value.id))) {
    findings.push(
      error(
        'tracks',
        yaml.at(['id']),
        `tracks.yaml no nombra «${value.id}» entre los módulos de «${draft.track}».`,
        `tracks.yaml does not name “${value.id}” among the modules of “${draft.track}”.`,
      ),
    );
  }
  return findings;
}

function missingModules(
  { tracks, modules, failed }: LoadedContent,
  at: TracksRead['at'],
  elsewhere: ReadonlyMap<string, unknown>,
): Finding[] {
  const here = [...modules.map(({ module }) => module.id), ...failed.map(({ id }) => id)];
  const known = new Set([...here, ...elsewhere.keys()]);
  return tracks.flatMap((track, index) =>
    track.modules
      .filter((id) => !known.has(id))
      .map((id) =>
        error(
          'tracks',
          at(index),
          `El itinerario nombra el módulo «${id}», que no existe.`,
          `The track names the module “${id}”, which does not exist.`,
        ),
      ),
  );
}

const unjoined = (folder: string): Finding =>
  error(
    'twins',
    { file: folder, line: 1, column: 1 },
    'Los dos idiomas no forman un módulo.',
    'The two languages do not make a module.',
  );

/** SHA-256 over the module with its keys in order; the assets are in it by their own hashes. */
export function hashOf(module: Module): string {
  return createHash('sha256').update(canonical(module)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    return `{${entries
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value);
}
