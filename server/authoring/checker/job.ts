/** What goes to the checking thread and what comes back: plain data, as a structured clone carries it. */
import type { Finding, LoadedModule, ModuleElsewhere } from '../../content/index.ts';
import type { Module } from '../../content/module.ts';

export interface CheckJob {
  /** The module's folder among the files, `track/name`. */
  folder: string;
  /** The module's own files and what it stands among, by path from the content folder. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The newest revision of the module, by its id. */
  published: ReadonlyMap<string, Module>;
  elsewhere: ReadonlyMap<string, ModuleElsewhere>;
}

export interface CheckedModule {
  /** Whole and right, but for the files that it was made from: who asked has them. Null while there is an error. */
  loaded: LoadedModule | null;
  /** Of this module alone, their files named inside its folder. */
  findings: Finding[];
}

export type CheckAnswer = { checked: CheckedModule } | { fault: string };
