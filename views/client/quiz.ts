/**
 * A quiz that saves itself: answers go to the server a moment after they change, and an ordering moves without
 * a new page. Without this script the same form does the same by its buttons.
 */
const form = document.querySelector<HTMLFormElement>('form[data-quiz]');
if (form) enhance(form);

function enhance(form: HTMLFormElement): void {
  const status = document.querySelector<HTMLElement>('[data-saved]');
  let timer = 0;
  let isLeaving = false;

  form.addEventListener('input', () => saveSoon());
  form.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[name=move]') : null;
    if (!button) return;
    event.preventDefault();
    move(button);
    saveSoon();
  });
  form.addEventListener('submit', () => {
    isLeaving = true;
    clearTimeout(timer);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer && !isLeaving) void save();
  });

  function saveSoon(): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), 800);
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    timer = 0;
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') body.append(name, value);
    });
    try {
      const response = await fetch(form.action, { method: 'POST', body, keepalive: true });
      if (response.ok) showStanding(new DOMParser().parseFromString(await response.text(), 'text/html'));
    } catch {
      // No connection: the next change, or the form's own buttons, send everything again.
      if (status) status.textContent = '';
    }
  }

  function showStanding(page: Document): void {
    const fresh = page.querySelector('[data-progress]');
    const shown = document.querySelector('[data-progress]');
    if (!fresh || !shown) return;
    for (const selector of ['b', '.scale', '[data-saved]']) {
      const [from, to] = [fresh.querySelector(selector), shown.querySelector(selector)];
      if (from && to) to.innerHTML = from.innerHTML;
    }
  }
}

/** Moves the item of the pressed button by a place and keeps the focus on the button. */
function move(button: HTMLButtonElement): void {
  const item = button.closest('li');
  const list = item?.parentElement;
  if (!item || !list) return;
  const isUp = button.value.endsWith(':up');
  const other = isUp ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  if (isUp) list.insertBefore(item, other);
  else list.insertBefore(other, item);
  for (const entry of Array.from(list.children)) {
    const [up, down] = Array.from(entry.querySelectorAll('button'));
    if (up) up.disabled = entry === list.firstElementChild;
    if (down) down.disabled = entry === list.lastElementChild;
  }
  const target = button.disabled ? item.querySelector<HTMLButtonElement>('button:not([disabled])') : button;
  target?.focus();
}
