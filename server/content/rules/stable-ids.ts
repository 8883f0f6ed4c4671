import { advice, error, type Finding, type Place } from '../finding.ts';
import type { Module, Question } from '../module.ts';
import { cellKinds, identityOf, type Identity, type Named } from '../reading/identity.ts';
import type { Rule } from './rule.ts';

export const stableIds: Rule = {
  name: 'stable-ids',
  reason: {
    es: 'El avance y las respuestas de las personas cuelgan de los identificadores ya publicados.',
    en: 'People’s progress and answers hang on the ids that are published.',
  },
  check(draft, { published }) {
    const before = published.get(draft.manifest?.value.id ?? '');
    return before ? compareWithPublished(identityOf(draft), before) : [];
  },
};

/** What a new text would do to those who are in the midst of the published one. */
export function compareWithPublished(now: Identity, published: Module): Finding[] {
  const questions = questionsIn(published);
  const before = new Map(questions.map(({ id, kind }) => [id, kind]));
  const cells = new Map(published.worksheets.flatMap((worksheet) => [...cellKinds(worksheet)]));
  const gone = (es: string, en: string) => advice(stableIds.name, now.start, es, en);
  return [
    ...changed(before, now.questions),
    ...changed(cells, now.cells),
    ...questions
      .filter(({ id }) => !now.questions.has(id))
      .map(({ id }) =>
        gone(
          `La pregunta publicada «${id}» ya no está; sus respuestas quedan en la revisión anterior.`,
          `The published question “${id}” is gone; its answers stay with the earlier revision.`,
        ),
      ),
    ...published.lessons
      .filter(({ id }) => !now.lessons.has(id))
      .map(({ id }) =>
        gone(
          `La lección publicada «${id}» ya no está: si cambió de nombre, el avance en ella se pierde.`,
          `The published lesson “${id}” is gone: if its name was changed, progress in it is lost.`,
        ),
      ),
  ];
}

function changed(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, Named>): Finding[] {
  return [...before].flatMap(([id, kind]) => {
    const named = now.get(id);
    return named && named.kind !== kind ? [another(id, kind, named.kind, named.at)] : [];
  });
}

const another = (id: string, before: string, now: string, at: Place): Finding =>
  error(
    stableIds.name,
    at,
    `«${id}» se publicó como ${before} y ahora es ${now}: dele otro id.`,
    `“${id}” was published as ${before} and is now ${now}: give it another id.`,
  );

const questionsIn = ({ lessons, quiz }: Module): Question[] => [
  ...lessons.flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === 'check' ? [segment.question] : [])),
  ),
  ...quiz.questions,
];
