import type { Doc } from '../values/bson.ts';
import { MAX_DOCUMENT_BYTES } from '../values/bson.ts';
import { MAX_MESSAGE_BYTES } from '../wire/frames.ts';
import type { Call, Command } from './command.ts';

const VERSION = '7.0.0';

/** A standalone server of version 7.0. No `setName`, so drivers retry no writes; no `topologyVersion`, so they poll. */
function hello({ connection }: Call): Doc {
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: connection,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  };
}

const done = (): Doc => ({ ok: 1 });
const buildInfo = (): Doc => ({
  version: VERSION,
  versionArray: VERSION.split('.').map(Number).concat(0),
  modules: ['rumbo-embedded'],
  bits: 64,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  ok: 1,
});

export const handshake: Readonly<Record<string, Command>> = {
  hello: { fields: '*', run: hello },
  isMaster: { fields: '*', run: hello },
  ismaster: { fields: '*', run: hello },
  ping: { fields: [], run: done },
  buildInfo: { fields: [], run: buildInfo },
  buildinfo: { fields: [], run: buildInfo },
  endSessions: { fields: [], run: done },
  connectionStatus: {
    fields: ['showPrivileges'],
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
  },
};
