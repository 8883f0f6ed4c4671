/** Why the embedded database could not be opened, in a sentence for the person who runs it. */
export class DatabaseNotOpened extends Error {}

/** Another process has this folder open; `uri` is where it answers. */
export class DatabaseInUse extends DatabaseNotOpened {
  readonly uri: string;

  constructor(folder: string, uri: string) {
    super(
      `The database in ${folder} is open in another process, which answers at ${uri}. Stop that process first.`,
    );
    this.uri = uri;
  }
}

export class FolderNotWritable extends DatabaseNotOpened {}
export class DataFileForeign extends DatabaseNotOpened {}
export class DataFileTorn extends DatabaseNotOpened {}
export class DiskFull extends DatabaseNotOpened {}

/** Errors cross from the worker's thread by name. */
export interface OpeningFault {
  readonly kind: 'in-use' | 'not-writable' | 'foreign' | 'torn' | 'disk-full' | 'other';
  readonly message: string;
  readonly uri?: string;
}

export function toError(folder: string, { kind, message, uri = '' }: OpeningFault): DatabaseNotOpened {
  switch (kind) {
    case 'in-use':
      return new DatabaseInUse(folder, uri);
    case 'not-writable':
      return new FolderNotWritable(message);
    case 'foreign':
      return new DataFileForeign(message);
    case 'torn':
      return new DataFileTorn(message);
    case 'disk-full':
      return new DiskFull(message);
    case 'other':
      return new DatabaseNotOpened(message);
  }
}
