/** Ordering by buttons: no dragging, so that it works with a keyboard, a screen reader and a thumb. */
import { all, one } from './dom.ts';
import type { Words } from './words.ts';

export function enableOrdering(element: HTMLElement, words: Words, onChange: () => void): void {
  const list = one(element, 'ol[data-order]');
  if (!list) return;
  for (const moves of all(list, '[data-moves]')) moves.hidden = false;
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-move]') : null;
    const item = button?.closest('li');
    if (!button || !item) return;
    const up = button.dataset.move === 'up';
    const neighbour = up ? item.previousElementSibling : item.nextElementSibling;
    if (up) neighbour?.before(item);
    else neighbour?.after(item);
    element.dataset.moved = '';
    // Moving an element takes the focus away in some browsers.
    button.focus();
    const items = all(list, 'li');
    const text = one(item, '[data-text]')?.textContent ?? '';
    const said = one(element, '[data-said]');
    if (said)
      said.textContent = words('order.moved', {
        item: text.trim(),
        place: items.indexOf(item) + 1,
        count: items.length,
      });
    onChange();
  });
}
