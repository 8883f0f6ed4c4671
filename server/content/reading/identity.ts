/** What of a module people's progress and answers hang on: its ids, what each names, and where each stands. */
import type { Place } from '../finding.ts';
import type { Worksheet } from '../worksheet.ts';
import { kindOf, questionsOf, type ModuleDraft } from './drafts.ts';

export interface Named {
  kind: string;
  at: Place;
}

export interface Identity {
  questions: ReadonlyMap<string, Named>;
  /** Parts, columns and fields of worksheets: `flows/money/y2025`. */
  cells: ReadonlyMap<string, Named>;
  lessons: ReadonlySet<string>;
  /** Where to tell of what is gone. */
  start: Place;
}

export const identityOf = ({ es, folder, worksheets }: ModuleDraft): Identity => ({
  questions: new Map(questionsOf(es).map(({ id, answer, at }) => [id, { kind: kindOf(answer), at }])),
  cells: new Map(
    worksheets.flatMap(({ worksheet, source }) => {
      const at = source.at(0);
      return [...cellKinds(worksheet)].map(([id, kind]): [string, Named] => [id, { kind, at }]);
    }),
  ),
  lessons: new Set(es.lessons.map(({ id }) => id)),
  start: { file: `${folder}/module.yaml`, line: 1, column: 1 },
});

/** What is typed is kept under these ids; figures and words do not change places. */
export function cellKinds({ id, parts }: Pick<Worksheet, 'id' | 'parts'>): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const part of parts) {
    kinds.set(`${id}/${part.id}`, part.kind);
    for (const one of part.kind === 'form' ? part.fields : part.columns)
      kinds.set(`${id}/${part.id}/${one.id}`, family(one.type));
  }
  return kinds;
}

const family = (type: string): string => {
  if (type === 'number' || type === 'percent') return 'number';
  return type === 'long-text' ? 'text' : type;
};
