/** Reports, each half minute that a page is in view and someone is there, that it is being read. */
const BEAT = 30;
/** Without a key, a touch or a scroll for so long, nobody is reading. */
const IDLE = 180;

const page = document.querySelector<HTMLElement>('[data-reading]');
const csrf = document.querySelector<HTMLInputElement>('input[name=csrf]')?.value;
if (page && csrf) watch(page.dataset.reading ?? '', csrf);

function watch(url: string, csrf: string): void {
  let read = 0;
  let still = 0;
  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'])
    addEventListener(sign, () => (still = 0), { passive: true, capture: true });
  setInterval(() => {
    still += 1;
    if (document.visibilityState !== 'visible' || still > IDLE) return;
    read += 1;
    if (read < BEAT) return;
    read = 0;
    // Lost without a connection: half a minute of reading time is no reason to try again.
    fetch(url, { method: 'POST', body: new URLSearchParams({ csrf }), keepalive: true }).catch(
      () => undefined,
    );
  }, 1_000);
}
