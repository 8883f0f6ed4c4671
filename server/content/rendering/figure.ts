/** An image alone in its paragraph: a numbered figure with its caption above. */
import type { ImageNode } from '../markdown/tokens.ts';
import { escapeText, typographic } from './escape.ts';
import { image } from './inline.ts';
import type { Page } from './page.ts';
import { word } from './words.ts';

export function figure(node: ImageNode, page: Page): string {
  const caption = escapeText(typographic(node.title?.trim() ?? '', page.language));
  const picture = image(node.href, node.text, page);
  const parts = [figureNumber(page), caption].filter((part) => part !== '');
  const head = parts.length === 0 ? '' : `<figcaption>${parts.join(' ')}</figcaption>`;
  return `<figure class="fig">${head}${picture}</figure>\n`;
}

function figureNumber(page: Page): string {
  if (!page.counters) return '';
  page.counters.figure += 1;
  return `<b>${word('figure', page.language)} ${page.counters.figure}.</b>`;
}
