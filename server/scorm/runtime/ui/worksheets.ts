/** Worksheets: filled in the lesson, computed as one types, kept in the suspend data as far as there is room. */
import type { Language } from '../../../content/module.ts';
import { formatNumber } from '../../../rendering/formats.ts';
import { parseNumber } from '../../../assessment/scoring/index.ts';
import type { CourseWorksheet } from '../../course.ts';
import { without } from '../state/state.ts';
import type { Tracker } from '../tracker.ts';
import type { Component } from './check.ts';
import { all, one, show } from './dom.ts';
import { showComputed } from './tables.ts';
import type { Words } from './words.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const TYPING_MS = 500;

export function enableWorksheets(
  edition: HTMLElement,
  tracker: Tracker,
  words: Words,
  language: Language,
): Component[] {
  return all(edition, '[data-worksheet]').flatMap((element) => {
    const worksheet = tracker.course.worksheets.find(({ id }) => id === element.dataset.worksheet);
    return worksheet ? [enableWorksheet(element, worksheet, tracker, words, language)] : [];
  });
}

function enableWorksheet(
  element: HTMLElement,
  worksheet: CourseWorksheet,
  tracker: Tracker,
  words: Words,
  language: Language,
): Component {
  let timer = 0;
  const key = (field: Field) => `${worksheet.id}/${field.dataset.cell ?? ''}`;
  const fields = () => [...element.querySelectorAll<Field>('[data-cell]')];

  show(one(element, '[data-buttons]'), true);
  element.addEventListener('input', ({ target }) => {
    if (!isField(target)) return;
    keep(target);
    compute();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => store(), TYPING_MS);
  });
  element.addEventListener('focusout', ({ target }) => {
    if (isField(target)) judge(target);
  });
  element.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (button?.dataset.do === 'sample') fillSample();
    if (button?.dataset.do === 'print') print();
    if (button?.dataset.do === 'row') addRow(button.dataset.table ?? '');
  });

  function keep(field: Field): void {
    const others = without(tracker.state.cells, key(field));
    const value = field.value.trim();
    tracker.state.cells = value === '' ? others : { ...others, [key(field)]: value };
  }

  function store(): void {
    tracker.change('later');
    const room = one(element, '[data-room]');
    show(room, tracker.left > 0);
    if (room) room.textContent = words('worksheet.room', { count: tracker.left });
  }

  /** A text where a number belongs is kept, and said. */
  function judge(field: Field): void {
    if (field.dataset.number === undefined) return;
    const bad = field.value.trim() !== '' && parseNumber(field.value) === null;
    field.setAttribute('aria-invalid', String(bad));
    show(one(element, '[data-bad]'), one(element, '[data-cell][aria-invalid="true"]') !== null);
  }

  function compute(): void {
    showComputed(element, worksheet, (cell) => tracker.state.cells[`${worksheet.id}/${cell}`], language);
  }

  /** Fills empty cells only: nothing that was written is lost. */
  function fillSample(): void {
    for (const [cell, value] of Object.entries(worksheet.sample)) {
      const text = typeof value === 'string' ? value : value[language];
      const name = `${worksheet.id}/${cell}`;
      if (tracker.state.cells[name] !== undefined) continue;
      const number = parseNumber(text);
      tracker.state.cells[name] = number === null ? text : formatNumber(number, language);
    }
    sync();
    store();
  }

  function addRow(id: string): void {
    const table = one(element, `[data-table-part="${id}"]`);
    const template = table?.querySelector('template');
    const rows = table ? all(table, '[data-row]').length : 0;
    const most = worksheet.parts.find((part) => part.id === id);
    if (!table || !template || most?.kind !== 'table' || rows >= most.most) return;
    const copy = template.content.cloneNode(true) as DocumentFragment;
    for (const part of all(copy, '*')) {
      for (const name of ['data-row', 'data-cell', 'data-computed', 'aria-label']) {
        const value = part.getAttribute(name);
        if (value !== null) part.setAttribute(name, value.replace('{row}', String(rows + 1)));
      }
      if (part.dataset.rowNumber !== undefined) part.textContent = String(rows + 1);
    }
    one(table, 'tbody')?.append(copy);
    show(one(element, `[data-do="row"][data-table="${id}"]`), rows + 1 < most.most);
  }

  /** Free tables grow to the last row that holds something. */
  function growTables(): void {
    for (const part of worksheet.parts) {
      if (part.kind !== 'table' || part.rows !== null) continue;
      const start = `${worksheet.id}/${part.id}/`;
      const used = Object.keys(tracker.state.cells)
        .filter((cell) => cell.startsWith(start))
        .map((cell) => Number(cell.slice(start.length).split('/')[0]));
      const table = one(element, `[data-table-part="${part.id}"]`);
      for (let rows = table ? all(table, '[data-row]').length : 0; rows < Math.max(0, ...used); rows += 1)
        addRow(part.id);
    }
  }

  function print(): void {
    element.dataset.printing = '';
    document.body.dataset.printing = '';
    window.addEventListener('afterprint', afterPrint, { once: true });
    window.print();
  }

  function afterPrint(): void {
    delete element.dataset.printing;
    delete document.body.dataset.printing;
  }

  function sync(): void {
    growTables();
    for (const field of fields()) {
      const value = tracker.state.cells[key(field)] ?? '';
      // A field that is being typed into keeps its caret.
      if (field.value.trim() !== value) field.value = value;
      judge(field);
    }
    compute();
  }
  return { sync };
}

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLElement && target.dataset.cell !== undefined;
}
