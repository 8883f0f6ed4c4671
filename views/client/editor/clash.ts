/** Where two people changed the same lines: both are shown, and the writer says which stay. */
import type { MergedPart } from '../../../server/authoring/merging.ts';
import { part, toggle } from './page.ts';
import type { Clash } from './sending.ts';

/**
 * @param placeWords what a place is called, with `{number}`
 * @param join is handed the text that was chosen
 */
export function showClash({ told, parts }: Clash, placeWords: string, join: (text: string) => void): void {
  const place = part('clash-parts');
  const template = part('clash-part');
  const button = part('clash-join');
  if (!place || !(template instanceof HTMLTemplateElement) || !button) return;
  const isOpen = part('clash')?.hidden === false;
  const chosen = isOpen ? choicesIn(place) : [];
  const says = part('clash-told');
  if (says) says.textContent = told;
  place.replaceChildren();
  for (const [index, one] of parts.filter((found) => found.kind === 'both').entries()) {
    const copy = template.content.cloneNode(true) as DocumentFragment;
    const name = `clash-${index}`;
    for (const input of copy.querySelectorAll('input')) {
      input.name = name;
      input.checked = input.value === (chosen[index] ?? 'both');
    }
    write(copy, 'legend', placeWords.replace('{number}', String(index + 1)));
    write(copy, '[data-mine]', one.mine.join('\n'));
    write(copy, '[data-theirs]', one.theirs.join('\n'));
    place.append(copy);
  }
  button.onclick = () => {
    join(joined(parts, choicesIn(place)));
  };
  toggle('clash', true);
}

export function hideClash(): void {
  toggle('clash', false);
}

const choicesIn = (place: HTMLElement): string[] =>
  [...place.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);

/** @param choices one for each place that both changed, in their order */
export function joined(parts: readonly MergedPart[], choices: readonly string[]): string {
  let place = -1;
  return parts
    .flatMap((one) => {
      if (one.kind === 'same') return one.lines;
      place += 1;
      const choice = choices[place] ?? 'both';
      return [...(choice === 'theirs' ? [] : one.mine), ...(choice === 'mine' ? [] : one.theirs)];
    })
    .join('\n');
}

function write(where: DocumentFragment, selector: string, text: string): void {
  const found = where.querySelector(selector);
  if (found) found.textContent = text;
}
