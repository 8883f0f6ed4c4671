/** Values that a worksheet takes from another module's: the other one exists and has what is named. */
import { namesIn, parseFormula } from '../../worksheets/calculation/index.ts';
import { advice, type Finding } from '../finding.ts';
import type { Module } from '../module.ts';
import type { ModuleDraft } from '../reading/drafts.ts';
import type { Worksheet } from '../worksheet.ts';
import { namedNode } from './worksheet-formulas.ts';

/**
 * Over all modules at once. Advice only: a worksheet whose source is gone is filled by hand, so a module that
 * cannot be read never keeps another one from being published.
 */
export function checkCarriedValues(
  drafts: readonly ModuleDraft[],
  elsewhere: ReadonlyMap<string, Pick<Module, 'id' | 'worksheets'>>,
): Finding[] {
  const sheets = new Map<string, Worksheet>();
  for (const { id, worksheets } of elsewhere.values())
    for (const worksheet of worksheets) sheets.set(`${id}/${worksheet.id}`, worksheet);
  for (const { manifest, worksheets } of drafts)
    for (const { worksheet } of worksheets)
      sheets.set(`${manifest?.value.id ?? ''}/${worksheet.id}`, worksheet);
  return drafts.flatMap(({ worksheets }) =>
    worksheets.flatMap(({ worksheet, yaml }) =>
      (worksheet.carry ?? []).flatMap(({ from, values }, index): Finding[] => {
        const source = sheets.get(from);
        if (!source) {
          return [
            advice(
              'worksheets',
              yaml.at(['carry', index, 'from']),
              `No existe la hoja «${from}».`,
              `There is no worksheet “${from}”.`,
            ),
          ];
        }
        return values.flatMap(({ take }, number) =>
          strangeNames(take, source).map((name) =>
            advice(
              'worksheets',
              yaml.at(['carry', index, 'values', number, 'take']),
              `«${name}» no existe en la hoja «${from}».`,
              `“${name}” does not exist in the worksheet “${from}”.`,
            ),
          ),
        );
      }),
    ),
  );
}

function strangeNames(take: string, source: Worksheet): string[] {
  // A column row by row: any row of it will do to see whether it is there.
  const [part = '', star, column = ''] = take.split('.');
  if (star === '*') {
    const table = source.parts.find(({ id }) => id === part);
    const isThere = table?.kind === 'table' && table.columns.some(({ id }) => id === column);
    return isThere ? [] : [take];
  }
  const tree = parseFormula(take);
  const names = tree ? namesIn(tree) : [];
  return names
    .filter((path) => path.length < 2 || namedNode(path, source) === null)
    .map((path) => path.join('.'));
}
