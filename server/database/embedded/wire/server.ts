import { chmodSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { asServerError } from '../errors.ts';
import type { Doc } from '../values/bson.ts';
import { BadFrame, FrameReader, type Frame } from './frames.ts';
import { answerBytes, readRequest, type Request } from './messages.ts';

type Answer = (request: Request, connection: number) => Promise<Buffer | Doc>;

/** A client that stops in the middle of a message is let go after this many milliseconds. */
const UNFINISHED_MS = 30_000;

/** Serves the wire protocol on a unix socket that only this user can open. */
export class WireServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #answer: Answer;
  #accepted = 0;

  constructor(answer: Answer) {
    this.#answer = answer;
    this.#server = createServer((socket) => void this.#serve(socket));
  }

  get connections(): number {
    return this.#sockets.size;
  }

  async listen(path: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen({ path, backlog: 1024 }, resolve);
    });
    chmodSync(path, 0o600);
  }

  async #serve(socket: Socket): Promise<void> {
    const connection = ++this.#accepted;
    const reader = new FrameReader();
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.setTimeout(UNFINISHED_MS, () => {
      if (reader.held > 0) socket.destroy();
    });
    try {
      // One message after the other: what a client sends ahead waits in its socket, not in our memory.
      for await (const chunk of socket) {
        for (const frame of reader.push(chunk as Buffer)) await this.#reply(socket, frame, connection);
      }
    } catch {
      // Not our protocol, or the client went away: the socket is closed, and nothing else is touched.
    } finally {
      socket.destroy();
      this.#sockets.delete(socket);
    }
  }

  async #reply(socket: Socket, frame: Frame, connection: number): Promise<void> {
    const request = readRequest(frame);
    let answer: Buffer | Doc;
    try {
      answer = await this.#answer(request, connection);
    } catch (error) {
      if (error instanceof BadFrame) throw error;
      const { code, codeName, message, details } = asServerError(error);
      answer = { ok: 0, errmsg: message, code, codeName, ...details };
    }
    if (request.silent) return;
    if (!socket.write(answerBytes(request, answer)) && !socket.destroyed) await drained(socket);
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

/** Waits until the client has read on, or has gone. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}
