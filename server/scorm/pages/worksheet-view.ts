/** A worksheet as a page shows it before anything is written into it. */
import { renderText } from '../../content/index.ts';
import type { InBoth, Language, Module, Worksheet } from '../../content/module.ts';
import { formatNumber, renderTemplate, translate } from '../../rendering/index.ts';
import { escapeXml } from '../xml.ts';
import { anchors, packageLinks, relocate } from './anchors.ts';

type Part = Worksheet['parts'][number];
type Table = Extract<Part, { kind: 'table' }>;
type Form = Extract<Part, { kind: 'form' }>;
type Column = Table['columns'][number];
type Field = Form['fields'][number];

/** @param view the id of the lesson's view, under which ids are unique */
export function worksheetHtml(
  module: Module,
  worksheet: Worksheet,
  { view, language, asset }: { view: string; language: Language; asset: (name: string) => string },
): string {
  const instructions = renderText(worksheet.instructions[language], language, packageLinks(asset), module);
  const anchor = anchors.within(view, `w-${worksheet.id}`);
  const data = {
    id: worksheet.id,
    anchor,
    title: worksheet.title[language],
    instructions: relocate(instructions, view, language, anchors.glossary(language)),
    parts: worksheet.parts.map((part) =>
      part.kind === 'table' ? tableHtml(part, anchor, language) : formHtml(part, anchor, language),
    ),
    sample: worksheet.sample !== undefined,
  };
  return renderTemplate('scorm/worksheet', data, language);
}

const isNumber = ({ type }: Column): boolean => type === 'number' || type === 'percent';
/** From as many columns on a phone has to scroll. */
const WIDE = 4;

function tableHtml(table: Table, anchor: string, language: Language): string {
  const { columns } = table;
  const fixed = table.rows !== undefined;
  const cells = (row: string, label: string, given: NonNullable<Table['rows']>[number]['given']) =>
    columns.map((column) => cellHtml(table.id, column, row, label, given?.[column.id], language));
  const free = Array.from({ length: table.free?.start ?? 1 }, (_, index) => String(index + 1));
  const rows = fixed
    ? (table.rows ?? []).map(({ id, label, given }) => ({
        id,
        label: label[language],
        cells: cells(id, label[language], given),
      }))
    : free.map((id) => ({ id, label: id, cells: cells(id, id, undefined) }));
  const data = {
    id: table.id,
    anchor: `${anchor}-${table.id}`,
    title: table.title[language],
    first: translate(language, fixed ? 'scorm.worksheet.item' : 'scorm.worksheet.number'),
    columns: columns.map((column) => ({ title: column.title[language], right: isNumber(column) })),
    rows,
    totals: columns.some(({ total }) => total)
      ? columns.map(({ id, total }) => ({
          key: total === undefined || total === false ? null : `${table.id}/total/${id}`,
        }))
      : null,
    newRow: fixed ? null : cells('{row}', '{row}', undefined),
    wide: columns.length >= WIDE,
  };
  return renderTemplate('scorm/worksheet-table', data, language);
}

function cellHtml(
  table: string,
  column: Column,
  row: string,
  label: string,
  given: number | string | InBoth<string> | undefined,
  language: Language,
): string {
  const side = isNumber(column) ? ' class="r"' : '';
  if (column.formula !== undefined) return `<td class="r" data-computed="${table}/${row}/${column.id}"></td>`;
  if (given !== undefined) return `<td${side}>${escapeXml(shown(given, language))}</td>`;
  const name = translate(language, 'scorm.worksheet.cell', { row: label, column: column.title[language] });
  const cell = ` data-cell="${table}/${row}/${column.id}" aria-label="${escapeXml(name)}"`;
  return `<td${side}>${control(column.type, cell, column.choices, language, isNumber(column) ? 'cell' : 'cell text')}</td>`;
}

function shown(given: number | string | InBoth<string>, language: Language): string {
  if (typeof given === 'number') return formatNumber(given, language);
  return typeof given === 'string' ? given : given[language];
}

function formHtml(form: Form, anchor: string, language: Language): string {
  const fields = form.fields.map((field) => {
    const id = `${anchor}-${form.id}-${field.id}`;
    const key = `${form.id}/${field.id}`;
    return {
      field: id,
      label: field.label[language],
      hint: field.hint?.[language] ?? null,
      long: field.type === 'long-text',
      control:
        field.formula === undefined
          ? control(field.type, ` id="${id}" data-cell="${key}"`, field.choices, language, '')
          : `<output id="${id}" data-computed="${key}"></output>`,
    };
  });
  const data = { anchor: `${anchor}-${form.id}`, title: form.title[language], fields };
  return renderTemplate('scorm/worksheet-form', data, language);
}

function control(
  type: Column['type'] | Field['type'],
  attributes: string,
  choices: Column['choices'],
  language: Language,
  style: string,
): string {
  const look = style === '' ? '' : ` class="${style}"`;
  switch (type) {
    case 'number':
    case 'percent':
      return `<input${look}${attributes} data-number inputmode="decimal" autocomplete="off" maxlength="40">`;
    case 'date':
      return `<input type="date"${look}${attributes}>`;
    case 'long-text':
      return `<textarea rows="4"${look}${attributes} maxlength="4000"></textarea>`;
    case 'text':
    case 'year':
    case 'quarter':
      return `<input${look}${attributes} autocomplete="off" maxlength="500">`;
    case 'choice': {
      const options = (choices ?? []).map(
        (choice) => `<option value="${choice.id}">${escapeXml(choice[language])}</option>`,
      );
      return `<select${look}${attributes}><option value=""></option>${options.join('')}</select>`;
    }
  }
}
