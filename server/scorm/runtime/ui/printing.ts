/** On paper a field cuts off what is long: there, what was written stands as text. */
import { all, make } from './dom.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function enablePrinting(): void {
  window.addEventListener('beforeprint', () => {
    for (const field of document.querySelectorAll<Field>('[data-worksheet] [data-cell]'))
      field.after(make('span', { class: `on-paper ${field.tagName.toLowerCase()}` }, shown(field)));
  });
  window.addEventListener('afterprint', () => {
    for (const copy of all(document, '.on-paper')) copy.remove();
  });
}

function shown(field: Field): string {
  return field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.textContent ?? '') : field.value;
}
