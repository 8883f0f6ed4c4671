/**
 * An LMS for one learner: it imports a package as any LMS does, launches it over the API of scorm-again, which
 * reads the standard strictly, and keeps what was committed. No code of ours decides here what is right.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { openPromise } from 'yauzl';
import { projectRoot } from '../../../server/root.ts';

export type Api = '1.2' | '2004';
export interface Launch {
  mode?: 'normal' | 'browse' | 'review' | '';
  credit?: 'credit' | 'no-credit';
  /** Whether the LMS decides by score at the end, as Moodle does. */
  masteryOverride?: boolean;
  /** The API it offers; that of the package's edition unless said otherwise. */
  api?: Api | 'none';
  /** Where the course is shown. */
  shown?: 'frame' | 'frame-in-frame' | 'popup' | 'frame-in-popup';
  /** Milliseconds until the API is there. */
  late?: number;
  /** Answers `true` instead of `"true"`, as some do. */
  booleans?: boolean;
  /** Opens no session. */
  refuses?: boolean;
  /** The learner's language, if the LMS tells it. */
  language?: string;
  /** Which of the package's courses, by its place. */
  sco?: number;
}

export interface Call {
  method: string;
  values: string[];
  answer: string;
  error: string;
}

/** Data model elements as scorm-again commits them. */
export interface Cmi {
  [name: string]: Cmi | string | undefined;
}

const TYPES: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  png: 'image/png',
};
const page = readFileSync(join(import.meta.dirname, 'lms.html'), 'utf8');
const library = readFileSync(join(projectRoot, 'node_modules/scorm-again/dist/scorm-again.min.js'));

export class Lms {
  /** What the last commit held; null before the first. */
  data: Cmi | null = null;
  /** Whether the server is out of order. */
  failing = false;
  /** Requests that no file of the package answers. */
  readonly strays: string[] = [];
  private readonly files: ReadonlyMap<string, Buffer>;
  private readonly context: BrowserContext;
  private readonly server: Server;
  private launched = '';
  private address = '';
  private ends = 0;

  private constructor(files: ReadonlyMap<string, Buffer>, context: BrowserContext) {
    this.files = files;
    this.context = context;
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async open(file: string, browser: Browser): Promise<Lms> {
    const zip = await openPromise(file);
    const files = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry())
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    zip.close();
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'es-GT' });
    const lms = new Lms(files, context);
    await new Promise<void>((resolve) => lms.server.listen(0, '127.0.0.1', resolve));
    lms.address = `http://127.0.0.1:${String((lms.server.address() as AddressInfo).port)}`;
    return lms;
  }

  async close(): Promise<void> {
    await this.context.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** The edition that the manifest names, as Moodle tells it. */
  get edition(): Api {
    return this.manifest.includes('<schemaversion>1.2<') ? '1.2' : '2004';
  }

  get manifest(): string {
    return this.files.get('imsmanifest.xml')?.toString() ?? '';
  }

  /** A page of the package opened by itself, without an LMS. */
  async openAlone(path: string, { scripts = true } = {}): Promise<Page> {
    const options = { javaScriptEnabled: scripts };
    const context = scripts ? this.context : await this.context.browser()?.newContext(options);
    const alone = await (context ?? this.context).newPage();
    await alone.goto(`${this.address}/package/${path}`);
    if (scripts) await alone.locator('html[data-ready]').waitFor({ state: 'attached' });
    return alone;
  }

  async launch(options: Launch = {}): Promise<Play> {
    const { api = this.edition, late = 0, shown = 'frame', sco = 0 } = options;
    const href = [...this.manifest.matchAll(/<resource [^>]*adlcp:scorm[tT]ype="sco"[^>]* href="([^"]+)"/g)][
      sco
    ];
    const settings = {
      api,
      late,
      booleans: options.booleans ?? false,
      refuses: options.refuses ?? false,
      masteryOverride: options.masteryOverride ?? false,
      popup: shown.endsWith('popup'),
      framed: shown.startsWith('frame-in'),
      address: `/package/${href?.[1] ?? ''}`,
      data: { cmi: api === '2004' ? this.start2004(options) : this.start12(options) },
    };
    const written = JSON.stringify(settings).replaceAll('<', '\\u003c');
    // By a function: in a text `$&` would stand for something.
    this.launched = page.replace("'{launch}'", () => written);
    const window = await this.context.newPage();
    await window.goto(`${this.address}/lms`);
    const popup = settings.popup
      ? (await Promise.all([window.waitForEvent('popup'), window.evaluate('openPopup()')]))[0]
      : window;
    return new Play(window, await courseFrame(popup, settings.framed || !settings.popup), api);
  }

  /** What its gradebook shows. */
  get standing(): { completion: unknown; success: unknown; raw: unknown } {
    const data = this.data ?? {};
    const core = (data.core ?? {}) as Cmi;
    const score = (core.score ?? data.score ?? {}) as Cmi;
    return {
      completion: core.lesson_status ?? data.completion_status,
      success: core.lesson_status ?? data.success_status,
      raw: score.raw,
    };
  }

  /** Waits until the LMS has heard of the session's end, which may be after the window is gone. */
  async sessionEnd(since: number): Promise<void> {
    for (let waited = 0; this.ends === since; waited += 20) {
      if (waited > 5000) throw new Error('The session was never ended.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  get sessionEnds(): number {
    return this.ends;
  }

  private start12({ mode = 'normal', credit = 'credit', language = '' }: Launch): Cmi {
    const before = this.data ?? {};
    const core = (before.core ?? {}) as Cmi;
    const mastery = /<adlcp:masteryscore>([^<]+)</.exec(this.manifest)?.[1] ?? '';
    return {
      ...before,
      student_data: { mastery_score: mastery },
      student_preference: { language },
      core: {
        ...core,
        student_id: 'ana-1',
        student_name: 'Prueba, Ana',
        lesson_mode: mode,
        credit,
        lesson_status: core.lesson_status ?? 'not attempted',
        entry: this.data === null ? 'ab-initio' : core.exit === 'suspend' ? 'resume' : '',
        exit: '',
        session_time: '',
      },
    };
  }

  /** Only a suspended attempt goes on; after any other exit a new one starts with nothing (RTE 4.2.8). */
  private start2004({ mode = 'normal', credit = 'credit', language = '' }: Launch): Cmi {
    const resumed = this.data?.exit === 'suspend';
    const measure = /<imsss:minNormalizedMeasure>([^<]+)</.exec(this.manifest)?.[1];
    const objective = /<imsss:primaryObjective objectiveID="([^"]+)"/.exec(this.manifest)?.[1];
    return {
      ...(resumed && this.data ? this.data : objective ? { objectives: { 0: { id: objective } } } : {}),
      learner_id: 'ana-1',
      learner_name: 'Prueba, Ana',
      ...(measure === undefined ? {} : { scaled_passing_score: measure }),
      mode,
      credit,
      learner_preference: { language },
      entry: resumed ? 'resume' : 'ab-initio',
      exit: '',
      session_time: '',
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', this.address);
    if (pathname === '/commit') {
      const committed = await text(request);
      // scorm-again sends the last commit of a session as a beacon, which is plain text.
      const isEnd = request.headers['content-type']?.startsWith('text/plain') === true;
      if (!this.failing) this.data = (JSON.parse(committed) as { cmi: Cmi }).cmi;
      if (isEnd) this.ends += 1;
      response.writeHead(this.failing ? 503 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(this.failing ? { result: false, errorCode: 101 } : { result: true, errorCode: 0 }),
      );
      return;
    }
    const pages: Record<string, [string, string | Buffer]> = {
      '/lms': ['text/html', this.launched],
      '/scorm-again.js': ['text/javascript', library],
      '/middle': [
        'text/html',
        `<body style="margin:0"><iframe name="course" src="${decodeURIComponent(search.slice(1))}" style="width:836px;height:640px;border:0"></iframe>`,
      ],
    };
    const path = pathname.replace(/^\/package\//, '');
    const file = this.files.get(path);
    const [type, content] =
      pages[pathname] ?? (file ? [TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain', file] : []);
    if (content === undefined) {
      if (pathname !== '/favicon.ico') this.strays.push(pathname);
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': `${type ?? 'text/plain'}; charset=utf-8` }).end(content);
  }
}

async function courseFrame(window: Page, framed: boolean): Promise<Frame> {
  for (let waited = 0; waited < 5000; waited += 20) {
    const frame = framed ? window.frame('course') : window.mainFrame();
    if (frame) {
      await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
      return frame;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The course was not shown.');
}

/** One session of the course. */
export class Play {
  readonly window: Page;
  readonly course: Frame;
  readonly api: Api | 'none';

  constructor(window: Page, course: Frame, api: Api | 'none') {
    this.window = window;
    this.course = course;
    this.api = api;
  }

  async calls(): Promise<Call[]> {
    return await this.window.evaluate('calls');
  }

  /** As an LMS does whose learner goes to another page of it: the course's window goes, the API stays. */
  async closeCourse(): Promise<void> {
    await this.window.evaluate('closeCourse()');
  }
}
