/** What a command of `npx rumbo NOUN VERB` is made of. */
export interface Io {
  out(line: string): void;
  err(line: string): void;
  /** The whole of standard input, for secrets that must not stand on the command line. */
  stdin(): Promise<string>;
  /** The environment, read by `readConfig`. */
  env: NodeJS.ProcessEnv;
}

export interface Verb {
  summary: string;
  /** Arguments after the verb, as the help shows them: `--email E-MAIL --role ROLE`. */
  usage: string;
  /** @returns the exit code: 0 done, 1 refused or found faults, 2 called wrongly */
  run(args: string[], io: Io): Promise<number> | number;
}

export interface Noun {
  name: string;
  summary: string;
  verbs: Record<string, Verb>;
}

/** The command was called wrongly: exit code 2, the sentence and the usage. */
export class UsageError extends Error {}
