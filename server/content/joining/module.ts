/** Joins what was read of both languages into one module; refuses with findings where they are no twins. */
import { error, type Finding } from '../finding.ts';
import type { Asset, Lesson, LessonSegment, Module, Question, Term } from '../module.ts';
import type { LessonDraft, ModuleDraft, QuestionDraft, SegmentDraft } from '../reading/drafts.ts';
import { joinQuestion } from './questions.ts';

export interface Joined {
  module: Module | null;
  findings: Finding[];
}

export function joinModule(draft: ModuleDraft, assets: Asset[], terms: Term[]): Joined {
  const { manifest, es, en } = draft;
  const findings: Finding[] = [];
  const lessons: Lesson[] = [];
  for (const spanish of es.lessons) {
    const english = en.lessons.find(({ id }) => id === spanish.id);
    if (!english) continue;
    const joined = joinLesson(spanish, english);
    findings.push(...joined.findings);
    if (joined.lesson) lessons.push(joined.lesson);
  }
  const quiz = joinQuiz(draft);
  findings.push(...quiz.findings);
  if (!manifest || !quiz.quiz) return { module: null, findings };
  const { id, title, summary, authors, licence, minutes, objectives, keywords, sources } = manifest.value;
  const worksheets = draft.worksheets.map(({ worksheet }) => worksheet);
  const module: Module = {
    id,
    track: draft.track,
    title,
    summary,
    authors,
    licence,
    minutes,
    objectives,
    keywords,
    sources,
    lessons,
    quiz: quiz.quiz,
    worksheets,
    assets,
    terms,
    ...joinGuide(draft),
  };
  return { module, findings };
}

function joinLesson(es: LessonDraft, en: LessonDraft): { lesson: Lesson | null; findings: Finding[] } {
  const kinds = (lesson: LessonDraft) => lesson.segments.map(({ kind }) => kind).join(' ');
  if (kinds(es) !== kinds(en)) {
    const finding = error(
      'twins',
      en.source.at(en.bodyOffset),
      `La lección «${es.id}» no tiene en los dos idiomas las mismas preguntas y hojas de trabajo en los mismos lugares.`,
      `The lesson “${en.id}” does not have the same self-checks and worksheets in the same places in both languages.`,
    );
    return { lesson: null, findings: [finding] };
  }
  const findings: Finding[] = [];
  const segments: LessonSegment[] = [];
  for (const [index, segment] of es.segments.entries()) {
    const twin = en.segments[index];
    const joined = twin ? joinSegment(segment, twin) : { segment: null, findings: [] };
    findings.push(...joined.findings);
    if (joined.segment) segments.push(joined.segment);
  }
  const { id, minutes, objectives } = es;
  return { lesson: { id, title: { es: es.title, en: en.title }, minutes, objectives, segments }, findings };
}

function joinSegment(
  es: SegmentDraft,
  en: SegmentDraft,
): { segment: LessonSegment | null; findings: Finding[] } {
  if (es.kind === 'markdown' && en.kind === 'markdown') {
    return { segment: { kind: 'markdown', markdown: { es: es.markdown, en: en.markdown } }, findings: [] };
  }
  if (es.kind === 'worksheet' && en.kind === 'worksheet' && es.id === en.id) {
    return { segment: { kind: 'worksheet', id: es.id }, findings: [] };
  }
  if (es.kind === 'check' && en.kind === 'check' && es.question.id === en.question.id) {
    const { question, findings } = joinQuestion({ es: es.question, en: en.question });
    return { segment: question ? { kind: 'check', question } : null, findings };
  }
  const finding = error(
    'twins',
    en.at,
    'Aquí hay en el otro idioma otra pregunta u otra hoja de trabajo.',
    'In the other language there is another self-check or worksheet here.',
  );
  return { segment: null, findings: [finding] };
}

/** One that is missing in a language is told by the rule on twins. */
function joinGuide({ es, en }: ModuleDraft): Pick<Module, 'facilitator'> {
  if (!es.guide || !en.guide) return {};
  return {
    facilitator: {
      title: { es: es.guide.title, en: en.guide.title },
      minutes: es.guide.minutes,
      markdown: { es: es.guide.markdown, en: en.guide.markdown },
    },
  };
}

function joinQuiz({ es, en }: ModuleDraft): { quiz: Module['quiz'] | null; findings: Finding[] } {
  if (!es.quiz || !en.quiz) return { quiz: null, findings: [] };
  const findings: Finding[] = [];
  const pairs = pairById(es.quiz.questions, en.quiz.questions, findings);
  const questions: Question[] = [];
  for (const pair of pairs) {
    const joined = joinQuestion(pair);
    findings.push(...joined.findings);
    if (joined.question) questions.push(joined.question);
  }
  const { settings } = es.quiz;
  if (JSON.stringify(settings) !== JSON.stringify(en.quiz.settings)) {
    findings.push(
      error(
        'twins',
        en.quiz.source.at(0),
        'draw, shuffle y pause no son iguales en los dos idiomas.',
        'draw, shuffle and pause are not the same in both languages.',
      ),
    );
  }
  if ((es.quiz.intro === null) !== (en.quiz.intro === null)) {
    findings.push(
      error(
        'twins',
        en.quiz.source.at(en.quiz.bodyOffset),
        'Solo un idioma tiene introducción.',
        'Only one language has an introduction.',
      ),
    );
  }
  const intro =
    es.quiz.intro !== null && en.quiz.intro !== null ? { es: es.quiz.intro, en: en.quiz.intro } : null;
  return {
    quiz: { intro, draw: settings.draw, shuffle: settings.shuffle, pauseMinutes: settings.pause, questions },
    findings,
  };
}

function pairById(es: readonly QuestionDraft[], en: readonly QuestionDraft[], findings: Finding[]) {
  const lonely = (question: QuestionDraft) =>
    error(
      'twins',
      question.at,
      `La pregunta «${question.id}» falta en el otro idioma.`,
      `The question “${question.id}” is missing in the other language.`,
    );
  const english = new Map(en.map((question) => [question.id, question]));
  const spanish = new Set(es.map(({ id }) => id));
  findings.push(...en.filter(({ id }) => !spanish.has(id)).map(lonely));
  const pairs = es.flatMap((question) => {
    const twin = english.get(question.id);
    if (!twin) findings.push(lonely(question));
    return twin ? [{ es: question, en: twin }] : [];
  });
  const order = (list: readonly QuestionDraft[]) => list.map(({ id }) => id).join(' ');
  const [first] = en;
  if (first && pairs.length === es.length && pairs.length === en.length && order(es) !== order(en)) {
    findings.push(
      error(
        'twins',
        first.at,
        'Las preguntas no están en el mismo orden en los dos idiomas.',
        'The questions are not in the same order in both languages.',
      ),
    );
  }
  return pairs;
}
