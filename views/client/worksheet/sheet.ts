/** Computed cells that follow what is typed, rows that are added in place, and the keys of a spreadsheet. */
import { formatFigure } from '../../../server/rendering/formats.ts';
import { computedIn, computeSheet, type SheetShape } from '../../../server/worksheets/calculation/index.ts';
import { fieldsOf, isField, keyOf, language, read, type Field } from './fields.ts';

export interface LiveSheet {
  compute(): void;
}

export function enableSheet(form: HTMLFormElement): LiveSheet {
  const shape = JSON.parse(form.dataset.shape ?? '{"parts":[]}') as SheetShape;

  function compute(): void {
    const typed = new Map<string, number | string | null>();
    for (const field of fieldsOf(form)) {
      const reading = read(field);
      typed.set(keyOf(field), 'value' in reading ? reading.value : null);
    }
    const sheet = computeSheet(shape, (key) => typed.get(key) ?? null);
    const figures = new Map(computedIn(shape, sheet).map((one) => [one.key, one]));
    for (const cell of form.querySelectorAll<HTMLElement>('[data-computed]')) {
      const figure = figures.get(cell.dataset.computed ?? '');
      cell.textContent = figure && figure.value !== null ? formatFigure(figure.value, figure, language) : '';
    }
  }

  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[name=do]') : null;
    if (!(button instanceof HTMLButtonElement) || !button.value.startsWith('row:')) return;
    event.preventDefault();
    addRow(button);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !isField(event.target) || event.isComposing) return;
    if (event.target.dataset.type === 'long-text' || event.target instanceof HTMLSelectElement) return;
    // Enter goes to the cell below, as in a spreadsheet; the form's button saves.
    event.preventDefault();
    below(form, event.target)?.focus();
  });
  return { compute };
}

/** A copy of the empty row at the end of a free table, as far as it may grow. */
function addRow(button: HTMLButtonElement): void {
  const part = button.closest('.ws-part');
  const body = part?.querySelector('tbody');
  const count = part?.querySelector<HTMLInputElement>('input[data-most]');
  const template = part?.querySelector('template');
  if (!body || !count || !template) return;
  const number = Number(count.value) + 1;
  const most = Number(count.dataset.most);
  if (number > most) return;
  const holder = document.createElement('tbody');
  holder.innerHTML = template.innerHTML.replace(/\{row\}/g, String(number));
  const [row] = holder.children;
  if (!row) return;
  body.append(row);
  count.value = String(number);
  button.hidden = number === most;
  const note = button.nextElementSibling;
  if (note instanceof HTMLElement) note.hidden = number < most;
  count.dispatchEvent(new Event('input', { bubbles: true }));
  row.querySelector<HTMLElement>('[data-type]')?.focus();
}

/** The cell under this one, in the same column. */
function below(form: HTMLFormElement, field: Field): Field | null {
  const [part, , column] = keyOf(field).split('/');
  if (column === undefined) return null;
  const inColumn = fieldsOf(form).filter((one) => {
    const [itsPart, , itsColumn] = keyOf(one).split('/');
    return itsPart === part && itsColumn === column;
  });
  return inColumn[inColumn.indexOf(field) + 1] ?? null;
}
