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
    pull: {
      summary:
        'Brings what the platform has published into the folder; a file changed on both sides is put together, or told and left.',
      usage: 'content pull [FOLDER] [--dry-run] [--take platform|folder]',
      run: async (args, io) => (await import('./content-sync.ts')).pull(args, io),
    },
    push: {
      summary:
        'Publishes what changed in the folder; a module that moved on meanwhile on the platform is told and left.',
      usage: 'content push [FOLDER]',
      run: async (args, io) => (await import('./content-sync.ts')).push(args, io),
    },
    publish: {
      summary: 'Publishes what changed in modules-content/; a module with errors stays as it was.',
      usage: 'content publish',
      // The other verbs need neither the database nor a build.
      run: async (_args, io) => (await import('./content-publish.ts')).publish(io),
    },
  },
};
