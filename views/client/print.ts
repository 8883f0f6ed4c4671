/** A button that prints the page; without scripts the browser's own menu does. */
const row = document.querySelector<HTMLElement>('[data-print]');
if (row) {
  row.hidden = false;
  row.querySelector('button')?.addEventListener('click', () => window.print());
}
