import { randomBytes } from 'node:crypto';
import {
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** A unix socket's path has 108 bytes with its ending NUL (unix(7), sun_path). */
const LONGEST_SOCKET_PATH = 106;
const TEMPORARY = join(tmpdir(), 'rumbo-socket-');
const MARK = /^owner\.(\d+)$/;

/** A path for the socket: beside the data, or in a private temporary folder when that is too long. */
export function socketPath(folder: string): string {
  const name = `s${randomBytes(4).toString('hex')}.sock`;
  const beside = join(folder, name);
  return Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH ? beside : join(mkdtempSync(TEMPORARY), name);
}

export function uriOf(socket: string): string {
  return `mongodb://${encodeURIComponent(socket)}/rumbo?directConnection=true`;
}

/**
 * Makes this process the one owner of the folder. A mark, `owner.<number>`, holds the owner's socket, on which the
 * owner listens already; the kernel closes it when the owner dies, however it dies. A new owner makes the next
 * number, which only one can, and the highest mark is never removed, so no two can believe they are the one.
 * @returns undefined when it is, else the socket of the live owner
 */
export async function takeOwnership(folder: string, socket: string): Promise<string | undefined> {
  for (;;) {
    const highest = marks(folder).at(-1) ?? 0;
    const owner = highest > 0 ? readMark(folder, highest) : undefined;
    if (owner !== undefined && (await answers(owner))) return owner;
    const mine = highest + 1;
    if (!make(folder, mine, socket)) continue;
    const now = marks(folder);
    if (now.at(-1) !== mine) {
      rmSync(join(folder, `owner.${mine}`), { force: true });
      continue;
    }
    for (const old of now.slice(0, -1)) rmSync(join(folder, `owner.${old}`), { force: true });
    if (owner !== undefined) removeSocket(folder, owner);
    return undefined;
  }
}

/** The socket of the folder's live owner, if it has one. */
export async function findOwner(folder: string): Promise<string | undefined> {
  const highest = marks(folder).at(-1);
  const owner = highest === undefined ? undefined : readMark(folder, highest);
  return owner !== undefined && (await answers(owner)) ? owner : undefined;
}

/** Takes away a socket, and the temporary folder that was made for it, if nothing else is in it. */
export function removeSocket(folder: string, socket: string): void {
  rmSync(socket, { force: true });
  const parent = dirname(socket);
  if (parent === folder || !parent.startsWith(TEMPORARY)) return;
  try {
    rmdirSync(parent);
  } catch {
    // It was not made by us, or has gone already.
  }
}

function marks(folder: string): number[] {
  const names = readdirSync(folder).map((name) => MARK.exec(name)?.[1]);
  return names
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

function readMark(folder: string, number: number): string | undefined {
  try {
    return resolve(folder, readFileSync(join(folder, `owner.${number}`), 'utf8'));
  } catch {
    return undefined; // Its owner has just been followed by another.
  }
}

/** A link appears whole or not at all, and fails when the name is taken. */
function make(folder: string, number: number, socket: string): boolean {
  const draft = join(folder, `.owner-${randomBytes(6).toString('hex')}`);
  // A name without folder where that will do: in a copy of the folder, it is not the original's owner.
  writeFileSync(draft, dirname(socket) === folder ? basename(socket) : socket, { mode: 0o600 });
  try {
    linkSync(draft, join(folder, `owner.${number}`));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function answers(socket: string): Promise<boolean> {
  try {
    if (!lstatSync(socket).isSocket()) return Promise.resolve(false);
  } catch {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    const client = connect(socket);
    const end = (alive: boolean): void => {
      client.destroy();
      resolve(alive);
    };
    client
      .once('connect', () => {
        end(true);
      })
      .once('error', () => {
        end(false);
      });
  });
}
