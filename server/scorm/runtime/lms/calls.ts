/** The eight calls of a SCORM API with one face for both editions. Nothing of an LMS's object can throw past here. */
import type { ApiObject, FoundApi } from './api.ts';

const METHODS = {
  API: {
    initialize: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    finish: 'LMSFinish',
    error: 'LMSGetLastError',
  },
  API_1484_11: {
    initialize: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    finish: 'Terminate',
    error: 'GetLastError',
  },
} as const;
type Method = keyof (typeof METHODS)['API'];

/** "Already initialised": 101 in 1.2, 103 in 2004. A frame that was reloaded without an end meets it. */
const ALREADY_OPEN = ['101', '103'];

export class Calls {
  private readonly api: ApiObject;
  private readonly methods: Readonly<Record<Method, string>>;
  /** What the LMS has accepted, so that only changes are written: each call may block the page for long. */
  private readonly accepted = new Map<string, string>();
  /** Elements that were written since the last commit that was stored. */
  private readonly unstored = new Set<string>();
  /** Whether a value that matters was refused since the last commit. */
  private refused = false;

  constructor({ api, name }: FoundApi) {
    this.api = api;
    this.methods = METHODS[name];
  }

  /** @returns whether the session is open now */
  open(probe: string): boolean {
    if (this.succeeded('initialize', '')) return true;
    if (!ALREADY_OPEN.includes(this.lastError())) return false;
    this.call('get', probe);
    return this.lastError() === '0';
  }

  /** The value, or an empty string where there is none: that is no error in a first session (403 in 2004). */
  get(element: string): string {
    return this.call('get', element);
  }

  /** Writes a value if it is new. */
  set(element: string, value: string | number): boolean {
    const text = String(value);
    if (this.accepted.get(element) === text) return true;
    if (!this.succeeded('set', element, text)) {
      this.refused = true;
      return false;
    }
    this.accepted.set(element, text);
    this.unstored.add(element);
    return true;
  }

  /** Whether a commit would store anything but these elements. */
  holdsMoreThan(elements: readonly string[]): boolean {
    return this.refused || [...this.unstored].some((element) => !elements.includes(element));
  }

  /** Writes a value that an LMS may do without; its refusal is no failure to save. */
  offer(element: string, value: string | number): boolean {
    const before = this.refused;
    const done = this.set(element, value);
    this.refused = before;
    return done;
  }

  /** @returns whether the LMS has stored all that was set */
  commit(): boolean {
    const stored = this.succeeded('commit', '') && !this.refused;
    if (stored) this.unstored.clear();
    // What was refused is tried again: it is not among the accepted values.
    this.refused = false;
    return stored;
  }

  finish(): boolean {
    return this.succeeded('finish', '');
  }

  private succeeded(method: Method, ...values: string[]): boolean {
    return this.call(method, ...values) === 'true';
  }

  private lastError(): string {
    return this.call('error');
  }

  private call(method: Method, ...values: string[]): string {
    try {
      const implementation = this.api[this.methods[method]];
      // Called on the object: Java bridges and some scripts lose their `this` otherwise.
      const answer: unknown =
        typeof implementation === 'function' ? Reflect.apply(implementation, this.api, values) : '';
      // Booleans and numbers come from LMSs that forgot that all is text.
      if (typeof answer === 'string') return answer;
      return typeof answer === 'boolean' || typeof answer === 'number' ? String(answer) : '';
    } catch {
      return '';
    }
  }
}
