import { advice, error, type Finding } from '../finding.ts';
import { columnsOf } from '../figures/formula-syntax.ts';
import type { ModuleDraft, WorksheetDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

type Part = WorksheetDraft['worksheet']['parts'][number];
type Table = Extract<Part, { kind: 'table' }>;

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
      for (const [field, { type, choices }] of part.fields.entries())
        choicesFit(type, choices, [...path, 'fields', field], find);
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
  checkSample(worksheet, find);
  return findings;
}

type Find = (path: PropertyKey[], es: string, en: string) => void;

function choicesFit(
  type: string,
  choices: readonly unknown[] | undefined,
  path: PropertyKey[],
  find: Find,
): void {
  if ((type === 'choice') !== (choices !== undefined && choices.length > 0)) {
    find(
      path,
      '«choices» va con el tipo choice, y solo con él.',
      '“choices” goes with the type choice, and only with it.',
    );
  }
}

function checkTable(table: Table, path: PropertyKey[], find: Find): void {
  const columns = new Set(table.columns.map(({ id }) => id));
  if ((table.rows === undefined) === (table.free === undefined)) {
    find(
      path,
      'Una tabla tiene filas fijas (rows) o libres (free), una de las dos.',
      'A table has fixed rows (rows) or free ones (free), one of the two.',
    );
  }
  for (const [index, { type, choices, formula }] of table.columns.entries()) {
    const at = [...path, 'columns', index];
    choicesFit(type, choices, at, find);
    if (formula === undefined) continue;
    const named = columnsOf(formula);
    if (!named)
      find(
        [...at, 'formula'],
        `No se entiende la fórmula «${formula}».`,
        `The formula “${formula}” cannot be read.`,
      );
    for (const name of named ?? []) {
      if (!columns.has(name))
        find(
          [...at, 'formula'],
          `La fórmula nombra la columna «${name}», que no existe.`,
          `The formula names the column “${name}”, which does not exist.`,
        );
    }
  }
  for (const [index, row] of (table.rows ?? []).entries()) {
    for (const column of Object.keys(row.given ?? {})) {
      if (!columns.has(column))
        find(
          [...path, 'rows', index, 'given'],
          `No existe la columna «${column}».`,
          `There is no column “${column}”.`,
        );
    }
  }
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
