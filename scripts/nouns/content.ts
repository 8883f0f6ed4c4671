/** `rumbo content …`: what writers do with the folder of modules. */
import type { Noun } from '../noun.ts';
import { check } from './content-check.ts';
import { confirm } from './content-confirm.ts';
import { publish } from './content-publish.ts';
import { watch } from './content-watch.ts';

export const content: Noun = {
  name: 'content',
  summary: 'Checks, previews and publishes modules written in Markdown.',
  verbs: { check, watch, confirm, publish },
};
