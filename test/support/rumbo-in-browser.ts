/** The real app, listening, and Chromium to open it with. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { PASSWORD, startRumbo } from './rumbo.ts';

export type RumboInBrowser = Awaited<ReturnType<typeof startRumboInBrowser>>;

export async function startRumboInBrowser() {
  const rumbo = await startRumbo();
  const server = createServer(rumbo.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const browser = await openBrowser();
  return {
    rumbo,
    browser,
    base,
    /** Windows of someone who has an account. Signing in costs no page: keyboard and newcomer go through that. */
    async signIn(email: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
      const context = await browser.newContext(options);
      const address = `${base}/es/sign-in`;
      const form = await (await context.request.get(address)).text();
      const csrf = /name="csrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
      const answer = await context.request.post(address, { form: { csrf, email, password: PASSWORD } });
      if (answer.url() === address) throw new Error(`${email} could not sign in.`);
      return context;
    },
    async stop() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rumbo.stop();
    },
  };
}
