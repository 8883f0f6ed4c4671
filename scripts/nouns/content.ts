/** `rumbo content …`: what writers do with the folder of modules. */
import type { Noun } from '../noun.ts';
import { check } from './content-check.ts';
import { confirm } from './content-confirm.ts';
import { rules } from './content-rules.ts';
import { watch } from './content-watch.ts';

export const content: Noun = {
  name: 'content',
  summary: 'Checks, previews and publishes modules written in Markdown.',
  verbs: {
    check,
    watch,
    confirm,
    rules,
    publish: {
      summary: 'Publishes what changed in modules-content/; a module with errors stays as it was.',
      usage: 'content publish',
      // The other verbs need neither the database nor a build.
      run: async (_args, io) => (await import('./content-publish.ts')).publish(io),
    },
  },
};
