import { advice, type Finding } from '../finding.ts';
import { readingOfText } from '../reading-level/level.ts';
import { soleImage } from '../markdown/tokens.ts';
import type { LessonDraft, ModuleDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

/** Words a minute: skimming, and studying with the figures. */
const FAST = 220;
const SLOW = 60;
const MINUTES_A_FIGURE = 1.5;
const MINUTES_A_CHECK = 3;
const MINUTES_A_WORKSHEET = 25;

/** Only what cannot be: fewer minutes than a quick reader needs, or more than a slow one spends. */
export const readingTime: Rule = {
  name: 'reading-time',
  reason: {
    es: 'Quien tiene quince minutos elige por el tiempo anunciado.',
    en: 'Who has fifteen minutes chooses by the time that is announced.',
  },
  check: (draft) => [
    ...(['es', 'en'] as const).flatMap((language) =>
      draft[language].lessons.flatMap((lesson) => checkLesson(lesson, language)),
    ),
    ...checkSum(draft),
  ],
};

function checkLesson(lesson: LessonDraft, language: 'es' | 'en'): Finding[] {
  const { all } = readingOfText(lesson, language);
  const figures = lesson.blocks.filter(
    ({ node }) => soleImage(node) !== null || node.type === 'table',
  ).length;
  const count = (kind: string) => lesson.segments.filter((segment) => segment.kind === kind).length;
  const least = Math.floor(all / FAST);
  const extras =
    figures * MINUTES_A_FIGURE + count('check') * MINUTES_A_CHECK + count('worksheet') * MINUTES_A_WORKSHEET;
  const most = Math.ceil(all / SLOW + extras);
  if (lesson.minutes >= least && lesson.minutes <= most) return [];
  return [
    advice(
      'reading-time',
      lesson.at('minutes'),
      `Se anuncian ${lesson.minutes} minutos; ${all} palabras piden entre ${least} y ${most}.`,
      `${lesson.minutes} minutes are announced; ${all} words ask for ${least} to ${most}.`,
    ),
  ];
}

function checkSum({ manifest, es }: ModuleDraft): Finding[] {
  const lessons = es.lessons.reduce((sum, { minutes }) => sum + minutes, 0);
  if (!manifest || manifest.value.minutes >= lessons) return [];
  return [
    advice(
      'reading-time',
      manifest.yaml.at(['minutes']),
      `El módulo anuncia ${manifest.value.minutes} minutos y sus lecciones suman ${lessons}.`,
      `The module announces ${manifest.value.minutes} minutes and its lessons add up to ${lessons}.`,
    ),
  ];
}
