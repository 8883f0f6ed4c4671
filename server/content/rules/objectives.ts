import { advice, error, type Finding, type Place } from '../finding.ts';
import type { ModuleDraft } from '../reading/drafts.ts';
import { questionsOf } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

export const objectives: Rule = {
  name: 'objectives',
  reason: {
    es: 'Lo que se promete se enseña, y lo que se enseña se pregunta.',
    en: 'What is promised is taught, and what is taught is asked.',
  },
  check: (draft) => [...unknownOnes(draft), ...untaught(draft), ...badlyWritten(draft)],
};

function unknownOnes(draft: ModuleDraft): Finding[] {
  const known = new Set(draft.manifest?.value.objectives.map(({ id }) => id));
  if (!draft.manifest) return [];
  const unknown = (id: string, at: () => Place) =>
    known.has(id)
      ? []
      : [
          error(
            'objectives',
            at(),
            `module.yaml no tiene el objetivo «${id}».`,
            `module.yaml has no objective “${id}”.`,
          ),
        ];
  return [draft.es, draft.en].flatMap((language) => [
    ...language.lessons.flatMap((lesson) =>
      lesson.objectives.flatMap((id) => unknown(id, () => lesson.at('objectives'))),
    ),
    ...questionsOf(language).flatMap(({ objective, at }) =>
      objective === null ? [] : unknown(objective, () => at),
    ),
    ...(language.quiz?.questions ?? []).flatMap(({ id, objective, at }) =>
      objective === null
        ? [
            advice(
              'objectives',
              at,
              `«${id}» no dice por qué objetivo pregunta: objective=…`,
              `“${id}” does not say which objective it asks for: objective=…`,
            ),
          ]
        : [],
    ),
  ]);
}

function untaught({ manifest, es }: ModuleDraft): Finding[] {
  if (!manifest || !es.quiz) return [];
  const taught = new Set(es.lessons.flatMap((lesson) => lesson.objectives));
  const asked = new Set(es.quiz.questions.map(({ objective }) => objective));
  return manifest.value.objectives.flatMap(({ id }, index) => {
    const at = () => manifest.yaml.at(['objectives', index]);
    return [
      ...(taught.has(id)
        ? []
        : [
            error(
              'objectives',
              at(),
              `Ninguna lección enseña el objetivo «${id}».`,
              `No lesson teaches the objective “${id}”.`,
            ),
          ]),
      ...(asked.has(id)
        ? []
        : [
            error(
              'objectives',
              at(),
              `Ninguna pregunta del cuestionario pide el objetivo «${id}».`,
              `No question of the quiz asks for the objective “${id}”.`,
            ),
          ]),
    ];
  });
}

/** The page writes “When you finish, you will be able to” before them. */
function badlyWritten({ manifest }: ModuleDraft): Finding[] {
  return (manifest?.value.objectives ?? []).flatMap((objective, index) =>
    (['es', 'en'] as const)
      .filter((language) => !/^\p{Ll}/u.test(objective[language]) || objective[language].endsWith('.'))
      .map((language) =>
        advice(
          'objectives',
          manifest?.yaml.at(['objectives', index, language]) ?? { file: '', line: 1, column: 1 },
          'Un objetivo empieza con un verbo en minúscula y no lleva punto final.',
          'An objective begins with a verb in lower case and has no full stop.',
        ),
      ),
  );
}
