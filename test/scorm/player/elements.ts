/** What a course has written, by the names of each edition, and what it writes for a sample that was answered rightly. */
export const pick = (values: ReadonlyMap<string, string>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, values.get(name)]));

/** Type, right answer, answer and result of each interaction, by question. */
export function interactionsOf(values: ReadonlyMap<string, string>): Record<string, (string | undefined)[]> {
  const all: Record<string, (string | undefined)[]> = {};
  for (let index = 0; ; index += 1) {
    const of = (name: string) => values.get(`cmi.interactions.${index}.${name}`);
    const id = of('id');
    if (id === undefined) return all;
    all[id.replace(/^.*(__|:)/, '')] = [
      of('type'),
      of('correct_responses.0.pattern'),
      of('student_response') ?? of('learner_response'),
      of('result'),
    ];
  }
}

export const names12 = {
  completion: 'cmi.core.lesson_status',
  success: 'cmi.core.lesson_status',
  exit: 'cmi.core.exit',
  location: 'cmi.core.lesson_location',
  time: 'cmi.core.session_time',
  raw: 'cmi.core.score.raw',
  results: ['cmi.core.lesson_status', 'cmi.core.score.raw', 'cmi.core.score.min', 'cmi.core.score.max'],
  passed: {
    'cmi.core.lesson_status': 'passed',
    'cmi.core.score.raw': '100',
    'cmi.core.score.min': '0',
    'cmi.core.score.max': '100',
  },
  failed: { 'cmi.core.lesson_status': 'failed', 'cmi.core.score.raw': '12.5' },
  failedStanding: { completion: 'failed', success: 'failed', raw: '12.5' },
  partly: { q_multiple: ['choice', 'a,c', 'a', '0.5'] },
  left: { 'cmi.core.exit': 'suspend' },
  right: {
    q_single: ['choice', 'b', 'b', 'correct'],
    q_multiple: ['choice', 'a,c', 'a,c', 'correct'],
    q_true: ['true-false', 'f', 'f', 'correct'],
    q_order: ['sequencing', 'a,b,c,d', 'a,b,c,d', 'correct'],
    q_match: ['matching', 'a.1,b.3', 'a.1,b.3', 'correct'],
    q_number: ['numeric', '14.3', '14.3', 'correct'],
    q_text: ['fill-in', 'línea de base', 'Linea de BASE', 'correct'],
  },
};

export const names2004 = {
  completion: 'cmi.completion_status',
  success: 'cmi.success_status',
  exit: 'cmi.exit',
  location: 'cmi.location',
  time: 'cmi.session_time',
  raw: 'cmi.score.raw',
  results: [
    'cmi.completion_status',
    'cmi.success_status',
    'cmi.score.raw',
    'cmi.score.min',
    'cmi.score.max',
    'cmi.score.scaled',
    'cmi.progress_measure',
    'cmi.objectives.0.success_status',
    'cmi.objectives.0.score.scaled',
  ],
  passed: {
    'cmi.completion_status': 'completed',
    'cmi.success_status': 'passed',
    'cmi.score.raw': '100',
    'cmi.score.min': '0',
    'cmi.score.max': '100',
    'cmi.score.scaled': '1',
    'cmi.progress_measure': '1',
    'cmi.objectives.0.success_status': 'passed',
    'cmi.objectives.0.score.scaled': '1',
  },
  failed: {
    'cmi.completion_status': 'incomplete',
    'cmi.success_status': 'failed',
    'cmi.score.raw': '12.5',
    'cmi.score.scaled': '0.125',
    'cmi.progress_measure': '0.75',
  },
  failedStanding: { completion: 'incomplete', success: 'failed', raw: '12.5' },
  partly: { 'q-multiple': ['choice', 'a[,]c', 'a', '0.5'] },
  left: { 'cmi.exit': 'suspend', 'adl.nav.request': 'suspendAll' },
  right: {
    'q-single': ['choice', 'b', 'b', 'correct'],
    'q-multiple': ['choice', 'a[,]c', 'a[,]c', 'correct'],
    'q-true': ['true-false', 'false', 'false', 'correct'],
    'q-order': ['sequencing', 'a[,]b[,]c[,]d', 'a[,]b[,]c[,]d', 'correct'],
    'q-match': ['matching', 'a[.]1[,]b[.]3', 'a[.]1[,]b[.]3', 'correct'],
    'q-number': ['numeric', '14.2[:]14.4', '14.3', 'correct'],
    'q-text': ['fill-in', '{case_matters=false}{lang=es}línea de base', '{lang=es}Linea de BASE', 'correct'],
  },
};
