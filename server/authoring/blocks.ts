/**
 * The blocks of the module format that the editor inserts, as docs/authoring.en.md describes them: with words to
 * write over, in the language of the text.
 */
import type { Language } from '../content/module.ts';
import { translator, type MessageKey, type Translate } from '../rendering/index.ts';
import type { TextKind } from './draft-paths.ts';

export const callouts = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'] as const;
export const questionKinds = ['single', 'multiple', 'truth', 'order', 'match', 'number', 'text'] as const;
type QuestionKind = (typeof questionKinds)[number];

export interface Block {
  id: string;
  /** Under which button it stands. */
  group: 'callout' | 'figure' | 'worksheet' | 'check' | 'question';
  /** In the page's language. */
  label: string;
  /** What is written over stands in `#{1:words}`; `NEW` is a number that no other question of the text has. */
  text: string;
}

interface BlocksWanted {
  kind: TextKind;
  /** Of the text. */
  language: Language;
  /** An image of the module, or the name of one to come. */
  image: string;
  worksheets: readonly string[];
  /** The objective that a question asks for. */
  objective: string;
}

/** @param t of the page */
export function blocksFor({ kind, language, ...wanted }: BlocksWanted, t: Translate): Block[] {
  const words = translator(language);
  const questions = (group: 'check' | 'question'): Block[] =>
    questionKinds.map((one) => ({
      id: `${group}-${one}`,
      group,
      label: t(`authoring.insert.${one}`),
      text: question(one, group, wanted.objective, words),
    }));
  if (kind === 'quiz') return questions('question');
  if (kind !== 'lesson' && kind !== 'facilitator') return [];
  const inBoth: Block[] = [
    ...callouts.map((one): Block => ({
      id: `callout-${one.toLowerCase()}`,
      group: 'callout',
      label: t(`authoring.insert.${one}`),
      text: `> [!${one}] ${field(1, 'authoring.block.title', words)}\n> ${field(2, 'authoring.block.text', words)}`,
    })),
    {
      id: 'figure',
      group: 'figure',
      label: t('authoring.insert.figure'),
      text: `![${field(1, 'authoring.block.alt', words)}](../assets/#{2:${wanted.image}} "${field(3, 'authoring.block.caption', words)}")`,
    },
  ];
  if (kind === 'facilitator') return inBoth;
  const sheets = wanted.worksheets.map((id): Block => ({
    id: `worksheet-${id}`,
    group: 'worksheet',
    label: id,
    text: `{{worksheet:${id}}}`,
  }));
  return [...inBoth, ...sheets, ...questions('check')];
}

function question(
  kind: QuestionKind,
  group: 'check' | 'question',
  objective: string,
  words: Translate,
): string {
  const type = kind === 'order' || kind === 'match' ? ` type=${kind}` : '';
  const id = group === 'check' ? '#check-NEW' : '#q-NEW points=1';
  return [
    `### ${field(1, 'authoring.block.question', words)} {${id}${type} objective=${objective}}`,
    answers[kind](words),
    `**${words('authoring.block.explanation')}** ${field(9, 'authoring.block.remember', words)}`,
  ].join('\n\n');
}

/** @param place 1 for the first */
function option(place: number, isRight: boolean, words: Translate): string {
  const says = words(isRight ? 'authoring.block.right' : 'authoring.block.wrong', { number: place });
  return [
    `- [${isRight ? 'x' : ' '}] #{${2 * place}:${says}}`,
    `  > ${field(2 * place + 1, isRight ? 'authoring.block.whyRight' : 'authoring.block.whyWrong', words)}`,
  ].join('\n');
}

const options = (areRight: readonly boolean[], words: Translate): string =>
  areRight.map((isRight, index) => option(index + 1, isRight, words)).join('\n');

const answers: Record<QuestionKind, (words: Translate) => string> = {
  single: (words) => options([false, true, false], words),
  multiple: (words) => options([true, true, false], words),
  truth: (words) =>
    [
      `- [x] ${words('authoring.block.true')}`,
      `  > ${field(2, 'authoring.block.whyRight', words)}`,
      `- [ ] ${words('authoring.block.false')}`,
      `  > ${field(3, 'authoring.block.whyWrong', words)}`,
    ].join('\n'),
  order: (words) =>
    [1, 2, 3]
      .map((place) => `${place}. #{${place + 1}:${words('authoring.block.step', { number: place })}}`)
      .join('\n'),
  match: (words) => {
    const [left, right] = [words('authoring.block.left'), words('authoring.block.matching')];
    return [
      `| #{2:${left}} | #{3:${right}} |`,
      '| --- | --- |',
      `| #{4:${left} 1} | #{5:${right} 1} |`,
      `| #{6:${left} 2} | #{7:${right} 2} |`,
      `|  | #{8:${right} 3} |`,
    ].join('\n');
  },
  number: () => '= #{2:14.3} #{3:%} ± #{4:0.1}',
  text: (words) =>
    `= ${field(2, 'authoring.block.accepted', words)} | ${field(3, 'authoring.block.acceptedToo', words)}`,
};

const field = (number: number, key: MessageKey, words: Translate): string => `#{${number}:${words(key)}}`;
