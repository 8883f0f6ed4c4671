/*! The scripts of the player hold scorm-again, whose licence is:

MIT License

Copyright (c) 2020 Jonathan Putney

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE. */

/**
 * An LMS for one trial: the API of scorm-again, which reads the standard strictly, and a memory in the place of a
 * server. No code of ours decides what is right.
 */
import type { PlayerData } from '../../../server/packages/player-data.ts';
import { startingData, type Cmi, type Mode } from './starting-data.ts';

/** One call of the course and what it was told. */
export interface Call {
  at: Date;
  method: string;
  values: string[];
  answer: string;
  /** The error's code and sentence; null where there was none. */
  error: { code: string; text: string } | null;
}

/** What is used of scorm-again's settings and objects, the same for both editions. */
export interface ApiSettings {
  lmsCommitUrl: string;
  alwaysSendTotalTime: boolean;
  mastery_override: boolean;
  logLevel: 'NONE';
  httpService: {
    processHttpRequest: (url: string, committed: unknown) => { result: boolean; errorCode: number };
    updateSettings: () => void;
  };
}
export type MakeApi = (settings: ApiSettings) => object;

const NAMES = { '1.2': 'API', '2004': 'API_1484_11' } as const;
const METHODS = {
  '1.2': { error: 'LMSGetLastError', text: 'LMSGetErrorString', end: 'LMSFinish' },
  '2004': { error: 'GetLastError', text: 'GetErrorString', end: 'Terminate' },
} as const;
/** The general errors of a commit: 101 in SCORM 1.2, 391 in 2004. */
const COMMIT_FAILED = { '1.2': 101, '2004': 391 } as const;
/** A value that is not there yet is no mistake of a course that asks for it (2004). */
const NOT_YET = '403';

export interface Session {
  data: PlayerData;
  makeApi: MakeApi;
  mode: Mode;
  /** What was kept of the session before; null for a fresh start. */
  kept: Cmi | null;
  /** Whether saving fails now. */
  isFailing: () => boolean;
  onStored: (cmi: Cmi) => void;
  onCall: (call: Call) => void;
  onEnd: () => void;
}

/** Puts an API where a course looks for it: into this window, above the course's frame. */
export function openSession(session: Session): void {
  const { data, makeApi, onStored, isFailing } = session;
  const api = makeApi({
    lmsCommitUrl: 'memory:',
    alwaysSendTotalTime: true,
    // The course decides; an LMS that judges by score comes to the same (test/browser/package-progress.test.ts).
    mastery_override: false,
    logLevel: 'NONE',
    httpService: {
      processHttpRequest: (_url, committed) => {
        if (isFailing()) return { result: false, errorCode: COMMIT_FAILED[data.edition] };
        onStored((committed as { cmi: Cmi }).cmi);
        return { result: true, errorCode: 0 };
      },
      updateSettings: () => undefined,
    },
  }) as Api & { loadFromJSON: (data: object, place: string) => void };
  api.loadFromJSON({ cmi: startingData(data, session.mode, session.kept) }, '');
  Reflect.set(window, NAMES[data.edition], recorded(api, session));
}

type Api = Record<string, (...values: unknown[]) => unknown>;

function recorded(api: Api, { data, onCall, onEnd }: Session): Api {
  const names = METHODS[data.edition];
  const say = (method: string, ...values: string[]): string => textOf(api[method]?.(...values));
  return new Proxy(api, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      return (...values: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, values);
        const code = say(names.error);
        const error =
          code === '0' || (name === 'GetValue' && code === NOT_YET)
            ? null
            : { code, text: say(names.text, code) };
        onCall({ at: new Date(), method: name, values: values.map(textOf), answer: textOf(answer), error });
        if (name === names.end && textOf(answer) === 'true') onEnd();
        return answer;
      };
    },
  });
}

/** All that passes an API is text. */
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'boolean' || typeof value === 'number'
      ? String(value)
      : '';
