/** Joins a question's two languages. What is right stands in both files and must be the same. */
import { error, type Finding } from '../finding.ts';
import type { InBoth, Language, Question } from '../module.ts';
import { kindOf, type AnswerDraft, type QuestionDraft } from '../reading/drafts.ts';

type Both<T> = Record<Language, T>;
type Answer<K extends AnswerDraft['kind']> = Both<Extract<AnswerDraft, { kind: K }>>;

/** @returns the question, or the first way in which its languages differ */
export function joinQuestion({ es, en }: Both<QuestionDraft>): {
  question: Question | null;
  findings: Finding[];
} {
  const differs = (what: InBoth<string>) => ({
    question: null,
    findings: [
      error(
        'twins',
        en.at,
        `La pregunta «${es.id}» difiere entre los idiomas: ${what.es}.`,
        `The question “${en.id}” differs between the languages: ${what.en}.`,
      ),
    ],
  });
  const kinds = { es: kindOf(es.answer), en: kindOf(en.answer) };
  if (kinds.es !== kinds.en)
    return differs({ es: `${kinds.es} y ${kinds.en}`, en: `${kinds.es} and ${kinds.en}` });
  if (es.points !== en.points) return differs({ es: 'los puntos', en: 'the points' });
  if (es.objective !== en.objective) return differs({ es: 'el objetivo', en: 'the objective' });
  if ((es.hint === null) !== (en.hint === null)) return differs({ es: 'la pista', en: 'the hint' });
  if ((es.explanation === null) !== (en.explanation === null))
    return differs({ es: 'la explicación', en: 'the explanation' });
  const answer = joinAnswer(es.answer, en.answer);
  if ('differs' in answer) return differs(answer.differs);
  const question = {
    id: es.id,
    points: es.points,
    objective: es.objective,
    prompt: { es: es.prompt, en: en.prompt },
    hint: both(es.hint, en.hint),
    explanation: both(es.explanation, en.explanation),
    ...answer,
  };
  return { question, findings: [] };
}

type Joined = Question extends infer Q
  ? Q extends Question
    ? Omit<Q, 'id' | 'points' | 'objective' | 'prompt' | 'hint' | 'explanation'>
    : never
  : never;

function joinAnswer(es: AnswerDraft, en: AnswerDraft): Joined | { differs: InBoth<string> } {
  if (es.kind === 'choice' && en.kind === 'choice') return joinOptions({ es, en });
  if (es.kind === 'order' && en.kind === 'order') return joinItems({ es, en });
  if (es.kind === 'match' && en.kind === 'match') return joinRows({ es, en });
  if (es.kind === 'numeric' && en.kind === 'numeric') return joinNumbers({ es, en });
  if (es.kind === 'text' && en.kind === 'text')
    return { kind: 'text', accepted: { es: es.accepted, en: en.accepted } };
  return { differs: { es: 'el tipo', en: 'the kind' } };
}

function joinOptions({ es, en }: Answer<'choice'>): Joined | { differs: InBoth<string> } {
  const counts = { es: es.options.length, en: en.options.length };
  if (counts.es !== counts.en)
    return {
      differs: { es: `${counts.es} y ${counts.en} opciones`, en: `${counts.es} and ${counts.en} options` },
    };
  const pairs = es.options.flatMap((option, index) => {
    const twin = en.options[index];
    return twin ? [{ es: option, en: twin }] : [];
  });
  const wrong = pairs.findIndex((pair) => pair.es.right !== pair.en.right);
  if (wrong !== -1)
    return {
      differs: {
        es: `la opción ${wrong + 1} es correcta en uno solo`,
        en: `option ${wrong + 1} is right in one only`,
      },
    };
  const silent = pairs.findIndex((pair) => (pair.es.feedback === null) !== (pair.en.feedback === null));
  if (silent !== -1) {
    return {
      differs: {
        es: `la opción ${silent + 1} tiene retroalimentación en uno solo`,
        en: `option ${silent + 1} has feedback in one only`,
      },
    };
  }
  const options = pairs.map((pair, index) => ({
    id: letter(index),
    right: pair.es.right,
    text: { es: pair.es.text, en: pair.en.text },
    feedback: both(pair.es.feedback, pair.en.feedback),
  }));
  const kind = kindOf(es);
  return { kind: kind === 'multiple' || kind === 'true-false' ? kind : 'single', options };
}

function joinItems({ es, en }: Answer<'order'>): Joined | { differs: InBoth<string> } {
  if (es.items.length !== en.items.length) {
    return {
      differs: {
        es: `${es.items.length} y ${en.items.length} pasos`,
        en: `${es.items.length} and ${en.items.length} steps`,
      },
    };
  }
  const items = es.items.map((text, index) => ({
    id: letter(index),
    text: { es: text, en: en.items[index] ?? '' },
  }));
  return { kind: 'order', items };
}

function joinRows({ es, en }: Answer<'match'>): Joined | { differs: InBoth<string> } {
  if (es.rows.length !== en.rows.length) {
    return {
      differs: {
        es: `${es.rows.length} y ${en.rows.length} filas`,
        en: `${es.rows.length} and ${en.rows.length} rows`,
      },
    };
  }
  const targets: { id: string; text: InBoth<string> }[] = [];
  const items: { id: string; text: InBoth<string>; answer: string }[] = [];
  for (const [index, row] of es.rows.entries()) {
    const twin = en.rows[index] ?? { left: '', right: '' };
    let target = targets.find(({ text }) => text.es === row.right);
    // A target that several rows share in one language is shared by the same rows in the other.
    if (target ? target.text.en !== twin.right : targets.some(({ text }) => text.en === twin.right)) {
      return {
        differs: {
          es: `la fila ${index + 1} se relaciona de otra manera`,
          en: `row ${index + 1} is matched in another way`,
        },
      };
    }
    if ((row.left === '') !== (twin.left === '')) {
      return {
        differs: {
          es: `la fila ${index + 1} tiene distractor en uno solo`,
          en: `row ${index + 1} is a distractor in one only`,
        },
      };
    }
    if (!target) {
      target = { id: String(targets.length + 1), text: { es: row.right, en: twin.right } };
      targets.push(target);
    }
    if (row.left !== '')
      items.push({ id: letter(items.length), text: { es: row.left, en: twin.left }, answer: target.id });
  }
  return { kind: 'match', items, targets };
}

function joinNumbers({ es, en }: Answer<'numeric'>): Joined | { differs: InBoth<string> } {
  if (es.value !== en.value)
    return { differs: { es: `${es.value} y ${en.value}`, en: `${es.value} and ${en.value}` } };
  if (es.tolerance !== en.tolerance) return { differs: { es: 'la tolerancia', en: 'the tolerance' } };
  if ((es.unit === null) !== (en.unit === null)) return { differs: { es: 'la unidad', en: 'the unit' } };
  return { kind: 'numeric', value: es.value, tolerance: es.tolerance, unit: both(es.unit, en.unit) };
}

/** Null where both are; what differs was told before. */
export const both = (es: string | null, en: string | null): InBoth<string> | null =>
  es !== null && en !== null ? { es, en } : null;

const letter = (index: number): string => String.fromCharCode(97 + (index % 26));
