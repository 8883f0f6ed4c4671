/** A visitor of the benchmarks: plain HTTP on connections that stay open, and a person who signs in and enrols. */
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

export interface Answer {
  status: number;
  text: string;
  bytes: number;
  cookie: string;
}

export async function get(port: number, path: string, headers: object = {}): Promise<Answer> {
  return await send(port, 'GET', path, headers, '');
}

export async function post(
  port: number,
  path: string,
  fields: Record<string, string>,
  cookie: string,
): Promise<Answer> {
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  return await send(port, 'POST', path, headers, new URLSearchParams(fields).toString());
}

/** Signs in and enrols in the overview. @returns the session's cookie */
export async function signIn(port: number, person: { email: string; password: string }): Promise<string> {
  const page = await get(port, '/es/sign-in');
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const signedIn = await post(port, '/es/sign-in', { csrf, ...person, next: '' }, page.cookie);
  const track = await get(port, '/es/tracks/overview', { cookie: signedIn.cookie });
  const token = /name="csrf" value="([^"]+)"/.exec(track.text)?.[1] ?? '';
  await post(port, '/es/tracks/overview/enrol', { csrf: token }, signedIn.cookie);
  return signedIn.cookie;
}

async function send(
  port: number,
  method: string,
  path: string,
  headers: object,
  body: string,
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, agent, headers: { ...headers } }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        const all = Buffer.concat(chunks);
        const cookie = (res.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
        resolve({ status: res.statusCode ?? 0, text: all.toString(), bytes: all.length, cookie });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
