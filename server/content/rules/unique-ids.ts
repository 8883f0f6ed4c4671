import { error, type Finding, type Place } from '../finding.ts';
import { readAttributes } from '../markdown/attributes.ts';
import {
  pagesOf,
  questionsOf,
  type GuideDraft,
  type LanguageDraft,
  type LessonDraft,
} from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

interface Named {
  id: string;
  at: () => Place;
}

/** Everything that carries an id, by the room in which the id must be the only one. */
export const uniqueIds: Rule = {
  name: 'unique-ids',
  reason: {
    es: 'El avance, las respuestas y los enlaces cuelgan de los identificadores.',
    en: 'Progress, answers and links hang on ids.',
  },
  check(draft) {
    const objectives = (draft.manifest?.value.objectives ?? []).map(({ id }, index) => ({
      id,
      at: () =>
        draft.manifest?.yaml.at(['objectives', index, 'id']) ?? { file: draft.folder, line: 1, column: 1 },
    }));
    const worksheets = draft.worksheets.map(({ worksheet, yaml }) => ({
      id: worksheet.id,
      at: () => yaml.at(['id']),
    }));
    const perLanguage = [draft.es, draft.en].flatMap((language) => [
      ...repeated(questionsOf(language).map(({ id, at }) => ({ id, at: () => at }))),
      ...repeated(lessonIds(language)),
      ...pagesOf(language).flatMap((page) => repeated(headingIds(page))),
    ]);
    return [...repeated(objectives), ...repeated(worksheets), ...perLanguage];
  },
};

function repeated(all: readonly Named[]): Finding[] {
  const seen = new Map<string, () => Place>();
  return all.flatMap(({ id, at }) => {
    const before = seen.get(id);
    if (!before) {
      seen.set(id, at);
      return [];
    }
    const { file, line } = before();
    const place = `${file}:${line}`;
    return [
      error('unique-ids', at(), `«${id}» ya se usa en ${place}.`, `“${id}” is already used at ${place}.`),
    ];
  });
}

const lessonIds = ({ lessons }: LanguageDraft): Named[] =>
  lessons.map(({ id, source }) => ({ id, at: () => source.at(0) }));

const headingIds = ({ source, blocks }: LessonDraft | GuideDraft): Named[] =>
  blocks.flatMap(({ node, offset }) => {
    const id = node.type === 'heading' ? readAttributes(node.text).id : null;
    return id === null ? [] : [{ id, at: () => source.at(offset) }];
  });
