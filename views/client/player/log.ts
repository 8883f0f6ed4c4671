/** The calls as they come in, and what the course has reported by now. */
import type { PlayerData } from '../../../server/packages/player-data.ts';
import type { Words } from '../../../server/rendering/words.ts';
import type { Cmi } from './starting-data.ts';
import type { Call } from './trial-lms.ts';

const LONGEST_VALUE = 400;
const SETTERS = ['LMSSetValue', 'SetValue'];

export class Log {
  private readonly data: PlayerData;
  private readonly words: Words;
  private readonly rows = find('[data-calls]');
  private readonly count = find('[data-count]');
  private calls = 0;
  private errors = 0;

  constructor(data: PlayerData, words: Words) {
    this.data = data;
    this.words = words;
    this.tell();
  }

  /** Shows what the course finds when it is launched. */
  begin(cmi: Cmi): void {
    for (const place of document.querySelectorAll<HTMLElement>('[data-element]'))
      this.show(place, valueIn(cmi, place.dataset.element ?? ''));
  }

  add(call: Call): void {
    this.calls += 1;
    if (call.error) this.errors += 1;
    this.rows.prepend(this.row(call));
    while (this.rows.childElementCount > this.data.mostCalls) this.rows.lastElementChild?.remove();
    this.tell();
    const [element = '', value = ''] = call.values;
    if (!SETTERS.includes(call.method) || call.answer !== 'true') return;
    const place = document.querySelector<HTMLElement>(`[data-element="${element}"]`);
    if (place) this.show(place, value);
  }

  private tell(): void {
    const { calls, errors, words } = this;
    const bad = errors === 0 ? words('noErrors') : words('errors', { count: errors });
    this.count.textContent = `${words('calls', { count: calls })}, ${bad}.`;
  }

  private row({ at, method, values, answer, error }: Call): HTMLElement {
    const row = make('tr', '');
    const call = make('td', '');
    const [element, value] = values;
    call.append(make('b', method));
    if (element) call.append(' ', make('code', element));
    if (value !== undefined) call.append(' = ', make('code', shorten(value)));
    if (error) {
      row.className = 'bad';
      call.append(' ', make('b', this.words('error', error)));
    }
    const told = make('td', '');
    told.append(make('code', shorten(answer === '' ? '""' : answer)));
    row.append(make('td', timeOfDay(at)), call, told);
    return row;
  }

  private show(place: HTMLElement, value: string): void {
    place.textContent =
      place.dataset.element === 'cmi.suspend_data'
        ? this.words('characters', { count: value.length, most: this.data.room })
        : value === ''
          ? '—'
          : shorten(value);
  }
}

/** `cmi.core.score.raw` in the data that a course starts with. */
function valueIn(cmi: Cmi, element: string): string {
  let found: Cmi | string | undefined = cmi;
  for (const part of element.split('.').slice(1)) found = typeof found === 'object' ? found[part] : undefined;
  return typeof found === 'string' ? found : '';
}

export function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

function make(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

const shorten = (text: string): string =>
  text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;

const two = (value: number): string => String(value).padStart(2, '0');
const timeOfDay = (at: Date): string =>
  `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
