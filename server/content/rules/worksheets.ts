import { advice, error, type Finding } from '../finding.ts';
import type { ModuleDraft, WorksheetDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';
import { checkFormulas, type Find } from './worksheet-formulas.ts';
import { checkCarries, checkCharts } from './worksheet-links.ts';
import { checkTable, choicesFit, computesFigures } from './worksheet-tables.ts';

/** A form without scripts sends every cell at once; beyond this the server refuses its size. */
const MOST_CELLS = 1_200;

export const worksheets: Rule = {
  name: 'worksheets',
  reason: {
    es: 'Una hoja con una columna mal nombrada pierde lo que la persona escribe en ella.',
    en: 'A worksheet with a misnamed column loses what a person writes in it.',
  },
  check: (draft) => [...inLessons(draft), ...draft.worksheets.flatMap((one) => checkWorksheet(one, draft))],
};

function inLessons(draft: ModuleDraft): Finding[] {
  const known = new Set(draft.worksheets.map(({ worksheet }) => worksheet.id));
  return [draft.es, draft.en].flatMap(({ lessons }) =>
    lessons.flatMap(({ segments }) =>
      segments.flatMap((segment) =>
        segment.kind === 'worksheet' && !known.has(segment.id)
          ? [
              error(
                'worksheets',
                segment.at,
                `No existe la hoja de trabajo «${segment.id}».`,
                `There is no worksheet “${segment.id}”.`,
              ),
            ]
          : [],
      ),
    ),
  );
}

function checkWorksheet({ worksheet, source, yaml }: WorksheetDraft, draft: ModuleDraft): Finding[] {
  const findings: Finding[] = [];
  const find = (path: PropertyKey[], es: string, en: string) =>
    findings.push(error('worksheets', yaml.at(path), es, en));
  if (!source.file.endsWith(`/${worksheet.id}.yaml`)) {
    find(['id'], 'El id es el nombre del archivo.', 'The id is the file’s name.');
  }
  const isUsed = draft.es.lessons.some(({ segments }) =>
    segments.some((one) => one.kind === 'worksheet' && one.id === worksheet.id),
  );
  if (!isUsed) {
    findings.push(
      advice(
        'worksheets',
        yaml.at(['id']),
        'Ninguna lección muestra esta hoja: {{worksheet:…}}.',
        'No lesson shows this worksheet: {{worksheet:…}}.',
      ),
    );
  }
  const repeated = (ids: string[], path: PropertyKey[]) => {
    const again = ids.find((id, index) => ids.indexOf(id) !== index);
    if (again !== undefined) find(path, `«${again}» está dos veces.`, `“${again}” is there twice.`);
  };
  repeated(
    worksheet.parts.map(({ id }) => id),
    ['parts'],
  );
  for (const [index, part] of worksheet.parts.entries()) {
    const path = ['parts', index];
    if (part.kind === 'form') {
      repeated(
        part.fields.map(({ id }) => id),
        [...path, 'fields'],
      );
      for (const [field, one] of part.fields.entries()) {
        choicesFit(one.type, one.choices, [...path, 'fields', field], find);
        computesFigures(one, [...path, 'fields', field], find);
      }
    } else {
      repeated(
        part.columns.map(({ id }) => id),
        [...path, 'columns'],
      );
      repeated(
        (part.rows ?? []).map(({ id }) => id),
        [...path, 'rows'],
      );
      checkTable(part, path, find);
    }
  }
  if (cellCount(worksheet.parts) > MOST_CELLS)
    find(
      ['parts'],
      `La hoja tiene más de ${MOST_CELLS} celdas para llenar; divídala en dos.`,
      `The worksheet has more than ${MOST_CELLS} cells to fill in; split it in two.`,
    );
  checkFormulas(worksheet, find);
  checkSample(worksheet, find);
  checkCarries(worksheet, find);
  checkCharts(worksheet, find);
  return findings;
}

function cellCount(parts: WorksheetDraft['worksheet']['parts']): number {
  return parts.reduce(
    (sum, part) =>
      sum +
      (part.kind === 'form'
        ? part.fields.length
        : part.columns.length * (part.rows?.length ?? part.free?.most ?? 0)),
    0,
  );
}

function checkSample({ parts, sample = {} }: WorksheetDraft['worksheet'], find: Find): void {
  for (const [partId, entries] of Object.entries(sample)) {
    const part = parts.find(({ id }) => id === partId);
    if (!part) {
      find(['sample', partId], `No existe la parte «${partId}».`, `There is no part “${partId}”.`);
      continue;
    }
    const inside = part.kind === 'form' ? part.fields.map(({ id }) => id) : part.rows?.map(({ id }) => id);
    for (const [key, cells] of Object.entries(entries)) {
      if (inside && !inside.includes(key))
        find(
          ['sample', partId, key],
          `No existe «${key}» en esta parte.`,
          `There is no “${key}” in this part.`,
        );
      else if (part.kind === 'table' && typeof cells === 'object') {
        const strange = Object.keys(cells).find((column) => !part.columns.some(({ id }) => id === column));
        if (strange !== undefined)
          find(
            ['sample', partId, key],
            `No existe la columna «${strange}».`,
            `There is no column “${strange}”.`,
          );
      }
    }
  }
}
