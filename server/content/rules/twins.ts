import { advice, error, type Finding } from '../finding.ts';
import { readAttributes } from '../markdown/attributes.ts';
import { soleImage } from '../markdown/tokens.ts';
import { pagesOf, type GuideDraft, type LessonDraft, type ModuleDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

/** The same lessons, guide, objectives, headings and figures; questions are compared where they are joined. */
export const twins: Rule = {
  name: 'twins',
  reason: {
    es: 'Quien empieza en un idioma termina en el otro: las dos versiones dicen lo mismo.',
    en: 'Who begins in one language ends in the other: both versions say the same.',
  },
  check: (draft) => [
    ...lonely(draft, 'es', 'en'),
    ...lonely(draft, 'en', 'es'),
    ...draft.es.lessons.flatMap((es) => {
      const en = draft.en.lessons.find(({ id }) => id === es.id);
      return en ? [...compareObjectives(es, en), ...compare(es, en)] : [];
    }),
    ...(draft.es.guide && draft.en.guide ? compare(draft.es.guide, draft.en.guide) : []),
  ],
};

const lonely = (draft: ModuleDraft, language: 'es' | 'en', other: 'es' | 'en'): Finding[] =>
  pagesOf(draft[language])
    .filter(({ name }) => !pagesOf(draft[other]).some((page) => page.name === name))
    .map(({ source, name }) =>
      error(
        'twins',
        source.at(0),
        `Su versión en el otro idioma falta: ${other}/${name}.`,
        `Its version in the other language is missing: ${other}/${name}.`,
      ),
    );

function compareObjectives(es: LessonDraft, en: LessonDraft): Finding[] {
  if (es.objectives.join() === en.objectives.join()) return [];
  return [
    error(
      'twins',
      en.at('objectives'),
      'Los objetivos difieren entre los idiomas.',
      'The objectives differ between the languages.',
    ),
  ];
}

type Page = LessonDraft | GuideDraft;

function compare(es: Page, en: Page): Finding[] {
  const findings: Finding[] = [];
  if (es.minutes !== en.minutes) {
    findings.push(
      error(
        'twins',
        en.at('minutes'),
        `Los minutos difieren: ${es.minutes} y ${en.minutes}.`,
        `The minutes differ: ${es.minutes} and ${en.minutes}.`,
      ),
    );
  }
  const [spanish, english] = [skeleton(es), skeleton(en)];
  const length = Math.max(spanish.length, english.length);
  for (let index = 0; index < length; index += 1) {
    const [one, two] = [spanish[index], english[index]];
    if (one?.shape === two?.shape) continue;
    const at = two?.at ?? en.source.at(en.source.text.length);
    const [inEs, inEn] = [one?.shape ?? '—', two?.shape ?? '—'];
    findings.push(
      advice(
        'twins',
        at,
        `Aquí difieren los idiomas: «${inEs}» en español, «${inEn}» en inglés.`,
        `The languages differ here: “${inEs}” in Spanish, “${inEn}” in English.`,
      ),
    );
    break;
  }
  return findings;
}

/** Headings by depth and id, figures, tables, callouts: what both languages have in the same order. */
function skeleton({ source, blocks }: Page) {
  return blocks.flatMap(({ node, offset }) => {
    const at = source.at(offset);
    if (node.type === 'heading') {
      return [{ shape: `${'#'.repeat(node.depth)} ${readAttributes(node.text).id ?? ''}`.trim(), at }];
    }
    const image = soleImage(node);
    if (image) return [{ shape: image.href.replace(/^.*\//, '').replace(/\.(?:es|en)\./, '.'), at }];
    if (node.type === 'table') return [{ shape: `table ${node.header.length} × ${node.rows.length}`, at }];
    const callout = node.type === 'blockquote' ? /^\[!\w+\]/.exec(node.text)?.[0] : undefined;
    return callout === undefined ? [] : [{ shape: callout, at }];
  });
}
