/**
 * A package that is being made: how far it is comes in without a new page, and the page is loaded again when it is
 * done. Without this script the browser asks for the page again by itself.
 */
const EVERY_MS = 1500;

const region = document.querySelector<HTMLElement>('[data-building]');
if (region) void follow(region, region.dataset.building ?? location.href);

async function follow(region: HTMLElement, url: string): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    const fresh = await readPage(url);
    if (!fresh) continue;
    const next = fresh.querySelector('[data-building]');
    if (!next) {
      location.reload();
      return;
    }
    showStanding(region, next);
  }
}

/** Null when there is no connection: it is tried again. */
async function readPage(url: string): Promise<Document | null> {
  try {
    const response = await fetch(url, { headers: { accept: 'text/html' } });
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  } catch {
    return null;
  }
}

function showStanding(region: HTMLElement, next: Element): void {
  const sentence = next.querySelector('[data-sentence]')?.textContent ?? '';
  const shown = region.querySelector('[data-sentence]');
  // Only what is new is said: a status that is written again is read out again.
  if (shown && shown.textContent !== sentence) shown.textContent = sentence;
  const value = next.querySelector('progress')?.getAttribute('value');
  if (value) region.querySelector('progress')?.setAttribute('value', value);
}
