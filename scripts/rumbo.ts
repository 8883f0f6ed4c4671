/** The command line: `npx rumbo NOUN VERB`. Each noun is a file beside this one. */
import { text } from 'node:stream/consumers';
import { ConfigError } from '../server/config.ts';
import { UsageError, type Io, type Noun, type Verb } from './noun.ts';
import { content } from './nouns/content.ts';
import { db } from './nouns/db.ts';
import { demo } from './nouns/demo.ts';
import { scorm } from './nouns/scorm.ts';
import { users } from './nouns/users.ts';

const nouns: Noun[] = [content, scorm, users, demo, db];

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  stdin: () => text(process.stdin),
  env: process.env,
};

// Whoever reads the report may have seen enough: `rumbo content check | head`.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}

process.exitCode = await main(process.argv.slice(2));

async function main([nounName, verbName, ...rest]: string[]): Promise<number> {
  if (nounName === undefined || nounName === 'help' || nounName === '--help') {
    io.out(overview());
    return 0;
  }
  const noun = nouns.find(({ name }) => name === nounName);
  if (!noun) return refuse(`There is no command “${nounName}”.`, overview());
  if (verbName === '--help' || verbName === 'help') {
    io.out(nounHelp(noun));
    return 0;
  }
  // A noun with one verb of its own name needs no verb: `rumbo demo`.
  const sole = noun.verbs[noun.name];
  const verb = (verbName === undefined ? undefined : noun.verbs[verbName]) ?? sole;
  if (!verb)
    return refuse(verbName ? `“${noun.name}” has no “${verbName}”.` : `Say what to do.`, nounHelp(noun));
  const args = verb === sole && verbName !== undefined ? [verbName, ...rest] : rest;
  if (args.includes('--help')) {
    io.out(`${verb.summary}\n\nnpx rumbo ${verb.usage}`);
    return 0;
  }
  return await run(verb, args);
}

async function run(verb: Verb, args: string[]): Promise<number> {
  try {
    return await verb.run(args, io);
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      return refuse(error.message, `npx rumbo ${verb.usage}`);
    }
    io.err(error instanceof ConfigError ? error.message : sentenceOf(error));
    return 1;
  }
}

function refuse(sentence: string, help: string): number {
  io.err(`${sentence}\n\n${help}`);
  return 2;
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Errors that we foresaw say what to do; any other shows where it came from. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.constructor === Error || error.constructor === TypeError
    ? (error.stack ?? error.message)
    : error.message;
}

function overview(): string {
  return [
    'npx rumbo NOUN VERB [options]',
    '',
    ...nouns.flatMap((noun) =>
      Object.values(noun.verbs).map(({ usage, summary }) => `  rumbo ${usage}\n      ${summary}`),
    ),
    '',
    'npx rumbo NOUN --help and npx rumbo NOUN VERB --help say more.',
  ].join('\n');
}

function nounHelp(noun: Noun): string {
  return [
    noun.summary,
    '',
    ...Object.values(noun.verbs).map(({ usage, summary }) => `  npx rumbo ${usage}\n      ${summary}`),
  ].join('\n');
}
