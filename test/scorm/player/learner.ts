/** What a learner does in a course, by roles and labels as far as the course has them. */
import type { Frame, Locator, Page } from 'playwright-core';
import { translator } from '../../../server/rendering/index.ts';
import { questions } from '../modules.ts';

type Course = Frame | Page;
const t = translator('es');

/** The heading of the view that is shown. */
export const title = async (course: Course): Promise<string> =>
  (await course.getByRole('heading', { level: 1 }).textContent()) ?? '';

export const begin = async (course: Course): Promise<void> => await follow(course, t('scorm.start'));

export const finishLesson = async (course: Course): Promise<void> =>
  await follow(course, t('scorm.markRead'));

/** Waits until the next view is there: its address changes a moment after the click. */
async function follow(course: Course, name: string): Promise<void> {
  const view = course.locator('[data-view]:visible');
  const before = await view.getAttribute('id');
  await view.getByRole('link', { name, exact: true }).click();
  await course.locator(`[id="${before ?? ''}"]`).waitFor({ state: 'hidden' });
}

export async function readAll(course: Course): Promise<void> {
  await begin(course);
  for (let lesson = 0; lesson < 3; lesson += 1) await finishLesson(course);
}

/** Opens a view from the contents in the head. */
export async function goTo(course: Course, name: string): Promise<void> {
  await course.getByText(t('scorm.contents'), { exact: true }).filter({ visible: true }).first().click();
  await course
    .getByRole('navigation', { name: t('scorm.contents') })
    .getByRole('link', { name })
    .click();
}

export const leave = async (course: Course): Promise<void> =>
  await course.getByRole('button', { name: t('scorm.leave') }).click();

export const submit = async (course: Course): Promise<void> =>
  await course.getByRole('button', { name: t('scorm.quiz.submit') }).click();

export const retake = async (course: Course): Promise<void> =>
  await course.getByRole('button', { name: t('scorm.run.result.again') }).click();

export const question = (course: Course, id: string): Locator =>
  course.locator(`[data-question="${id}"]:visible`);

export async function answerAll(course: Course, answers: Readonly<Record<string, unknown>>): Promise<void> {
  for (const id of Object.keys(answers)) await answer(course, id, answers[id]);
}

/** Answers a question of the sample's quiz as its kind wants. */
export async function answer(course: Course, id: string, value: unknown): Promise<void> {
  const field = question(course, id);
  const input = field.locator('[data-input]');
  switch (questions.find((one) => one.id === id)?.kind) {
    case 'order':
      await putInOrder(input, value as string[]);
      return;
    case 'match':
      for (const [item, target] of Object.entries(value as Record<string, string>))
        await input.locator(`[data-option="${item}"] select`).selectOption(target);
      return;
    case 'numeric':
    case 'text':
      await input.getByRole('textbox').fill(value as string);
      return;
    default:
      for (const option of [value].flat()) await input.locator(`input[value="${String(option)}"]`).check();
  }
}

/** By the buttons, which work for a keyboard and a thumb alike. */
async function putInOrder(input: Locator, order: readonly string[]): Promise<void> {
  const shown = async () => await attributes(input.locator('[data-option]'), 'data-option');
  const move = async (id: string, way: string) =>
    await input.locator(`[data-option="${id}"] [data-move="${way}"]`).click();
  const [first = '', second = ''] = await shown();
  // Even the right order is an answer only when something was moved.
  await move(first, 'down');
  await move(second, 'down');
  for (const [place, id] of order.entries()) {
    for (let at = (await shown()).indexOf(id); at > place; at -= 1) await move(id, 'up');
  }
}

/** The questions that are shown and their options, in the order in which they stand. */
export async function arrangement(course: Course): Promise<string[]> {
  return await attributes(
    course.locator('[data-question]:visible, [data-question]:visible [data-input] [data-option]'),
    'data-question',
    'data-option',
  );
}

async function attributes(elements: Locator, ...names: readonly string[]): Promise<string[]> {
  return await elements.evaluateAll(
    (found, [first = '', second = '']) =>
      found.map((one) => {
        const { getAttribute } = one as unknown as { getAttribute: (name: string) => string | null };
        return getAttribute.call(one, first) ?? getAttribute.call(one, second) ?? '';
      }),
    names,
  );
}
