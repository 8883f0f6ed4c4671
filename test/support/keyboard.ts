import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

/** An attribute of each element, in the order of the page. */
export async function attributesOf(all: Locator, name: string): Promise<string[]> {
  const values = await Promise.all((await all.all()).map(async (one) => await one.getAttribute(name)));
  return values.map((value) => value ?? '');
}

/** A person who has only a keyboard: goes from field to field with Tab, and sees where the focus is. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses Tab until the element has the focus, and looks that the focus can be seen. */
  async reach(target: Locator): Promise<void> {
    for (let presses = 0; presses < 400; presses += 1) {
      if ((await target.and(this.#page.locator(':focus')).count()) > 0) {
        await this.#seesFocus();
        return;
      }
      await this.#page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${String(target)}`);
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.reach(target);
    await this.#page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.#page.keyboard.insertText(text);
  }

  /** Chooses by arrow keys, which a closed list follows. */
  async choose(list: Locator, value: string): Promise<void> {
    await this.reach(list);
    const options = await attributesOf(list.locator('option'), 'value');
    for (let index = 0; index < options.indexOf(value); index += 1)
      await this.#page.keyboard.press('ArrowDown');
    expect(await list.inputValue()).toBe(value);
  }

  /** One of several radio buttons: Tab comes to the group, arrows go through it. */
  async pick(group: Locator, value: string): Promise<void> {
    const values = await attributesOf(group, 'value');
    await this.press(group.first(), 'Space');
    for (let index = 0; index < values.indexOf(value); index += 1)
      await this.#page.keyboard.press('ArrowDown');
  }

  /** WCAG 2.4.7: the element in focus looks different from the others. */
  async #seesFocus(): Promise<void> {
    const seen = await this.#page.evaluate(`(() => {
      const drawn = (element, pseudo) => {
        const { outlineStyle, boxShadow } = getComputedStyle(element, pseudo);
        return outlineStyle !== 'none' || boxShadow !== 'none';
      };
      const element = document.activeElement;
      return drawn(element) || drawn(element, '::after') || drawn(element.parentElement);
    })()`);
    expect({ url: this.#page.url(), seen }).toEqual({ url: this.#page.url(), seen: true });
  }
}
