/** The cells of a worksheet's form, and what is typed in them. */
import { formatNumber } from '../../../server/rendering/formats.ts';
import { readTyped, type CellType, type Reading } from '../../../server/worksheets/calculation/index.ts';

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const language = document.documentElement.lang === 'en' ? 'en' : 'es';

export function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('[data-type]')];
}

export function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLElement && target.dataset.type !== undefined;
}

/** `part/row/column` */
export const keyOf = (field: Field): string => field.name.slice(2);

const typeOf = (field: Field): CellType => (field.dataset.type ?? 'text') as CellType;

/** The list of choices is the select itself. */
export const read = (field: Field): Reading => readTyped(typeOf(field), field.value, [field.value]);

/** The same text for the same value, however it was typed. */
export const valueIn = (field: Field): string => valueOf(field, field.value);

/** What the server has for a field as the page came; a field that was refused names it apart. */
export const valueKept = (field: Field): string => valueOf(field, field.dataset.kept ?? field.value);

function valueOf(field: Field, typed: string): string {
  const reading = readTyped(typeOf(field), typed, [typed]);
  return 'value' in reading ? JSON.stringify(reading.value) : `?${typed}`;
}

/** Writes a number or a quarter as the page's language writes it. */
export function tidy(field: Field): void {
  const reading = read(field);
  if (!('value' in reading)) return;
  const { value } = reading;
  if (typeof value === 'number') field.value = formatNumber(value, language);
  else if (typeOf(field) === 'quarter' && value !== null)
    field.value = language === 'es' ? value.replace('-Q', '-T') : value;
}

/** Shows or takes away the sentence beside a cell. */
export function tell(field: Field, sentence: string | null): void {
  const id = `${field.id}-error`;
  const note = document.getElementById(id) ?? document.createElement('span');
  const hint = field.dataset.hint ?? '';
  if (sentence === null) {
    note.remove();
    field.removeAttribute('aria-invalid');
    describe(field, hint);
    return;
  }
  note.id = id;
  note.className = 'err';
  if (note.textContent !== sentence) note.textContent = sentence;
  if (!note.isConnected) field.after(note);
  field.setAttribute('aria-invalid', 'true');
  describe(field, `${hint} ${id}`.trim());
}

function describe(field: Field, ids: string): void {
  if (ids === '') field.removeAttribute('aria-describedby');
  else field.setAttribute('aria-describedby', ids);
}
