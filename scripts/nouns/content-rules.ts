/** `rumbo content rules`: what the checker looks for, and why. */
import { parseArgs } from 'node:util';
import { allRules } from '../../server/content/index.ts';
import type { Verb } from '../noun.ts';
import { readLanguage } from './content-check.ts';

export const rules: Verb = {
  summary: 'Lists the rules that findings name, each with its reason.',
  usage: 'content rules [--lang es|en]',
  run(args, io) {
    const { values } = parseArgs({ args, options: { lang: { type: 'string', default: 'es' } } });
    const language = readLanguage(values.lang);
    const width = Math.max(...allRules.map(({ name }) => name.length));
    for (const { name, reason } of allRules) io.out(`${name.padEnd(width)}  ${reason[language]}`);
    return Promise.resolve(0);
  },
};
