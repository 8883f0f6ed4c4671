/** A note that saves itself a moment after it was written; without this script its button does the same. */
const form = document.querySelector<HTMLFormElement>('form[data-note]');
if (form) keepSaved(form);

function keepSaved(form: HTMLFormElement): void {
  const csrf = form.querySelector<HTMLInputElement>('[name=csrf]')?.value ?? '';
  const version = form.querySelector<HTMLInputElement>('[name=version]');
  const text = form.querySelector<HTMLTextAreaElement>('[name=text]');
  const status = form.querySelector<HTMLElement>('[data-saved]');
  let timer = 0;
  let isSaving = false;
  let isDirty = false;

  text?.addEventListener('input', () => {
    isDirty = true;
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), 1_000);
  });
  form.addEventListener('submit', () => {
    isDirty = false;
    clearTimeout(timer);
  });
  addEventListener('online', () => void save());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save();
  });
  addEventListener('beforeunload', (event) => {
    if (isDirty) event.preventDefault();
  });

  /** One save at a time: each says the version that the one before it made. */
  async function save(): Promise<void> {
    if (!isDirty || isSaving || !version || !text) return;
    isSaving = true;
    isDirty = false;
    show(form.dataset.saving);
    const body = new URLSearchParams({ csrf, version: version.value, text: text.value });
    try {
      const headers = { accept: 'application/json' };
      const response = await fetch(form.action, { method: 'POST', body, headers, keepalive: true });
      if (response.ok) {
        version.value = String(((await response.json()) as { version: number }).version);
        show(form.dataset.done);
      } else {
        show(form.dataset.refused);
        isDirty = true;
      }
    } catch {
      show(form.dataset.lost);
      isDirty = true;
    }
    isSaving = false;
  }

  function show(words: string | undefined): void {
    if (status) status.textContent = words ?? '';
  }
}
