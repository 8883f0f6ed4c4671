/** What the server wrote into the page for the editor. */

export interface Block {
  id: string;
  label: string;
  /** A snippet, see `server/authoring/blocks.ts`. */
  text: string;
}

export interface Tools {
  blocks: Block[];
  callouts: string[];
  terms: { key: string; term: string }[];
  worksheets: string[];
  /** Other lessons and the module's files, as a link names them. */
  files: string[];
}

export interface EditorPage {
  form: HTMLFormElement;
  area: HTMLTextAreaElement;
  csrf: string;
  /** The version that the text was begun on. */
  base: HTMLInputElement;
  tools: Tools;
  words: Record<string, string>;
  /** What CodeMirror's own panels say, by its English words. */
  phrases: Record<string, string>;
}

/** @returns null where there is nothing to write */
export function findPage(): EditorPage | null {
  const form = document.querySelector<HTMLFormElement>('form[data-editor]');
  const area = document.querySelector<HTMLTextAreaElement>('textarea[name=text]');
  const base = form?.querySelector<HTMLInputElement>('[name=base]');
  if (!form || !area || !base) return null;
  const { tools = '', words = '{}', phrases = '{}' } = form.dataset;
  return {
    form,
    area,
    base,
    csrf: form.querySelector<HTMLInputElement>('[name=csrf]')?.value ?? '',
    tools: JSON.parse(tools) as Tools,
    words: JSON.parse(words) as Record<string, string>,
    phrases: JSON.parse(phrases) as Record<string, string>,
  };
}

export const part = (name: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-${name}]`);

/** Shows or hides a part of the page. */
export function toggle(name: string, isShown: boolean): void {
  const found = part(name);
  if (found) found.hidden = !isShown;
}
