import type { InBoth, Language } from '../content/module.ts';
import type { Message } from './define-messages.ts';
import { formatNumber } from './formats.ts';
import { messages, type MessageKey } from './messages/index.ts';

export type { MessageKey } from './messages/index.ts';
export type MessageValues = Record<string, string | number>;
/** Words a message in one language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const plurals = { es: new Intl.PluralRules('es'), en: new Intl.PluralRules('en') };

/** The sentence of `key` in `language`, its `{places}` filled; numbers are written as the language writes them. */
export function translate(language: Language, key: MessageKey, values: MessageValues = {}): string {
  const message: Message = messages[key][language];
  return chooseForm(message, language, values).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Message ${key} needs a value for {${name}}.`);
    return typeof value === 'number' ? formatNumber(value, language) : value;
  });
}

/** `translate` with the language settled. */
export function translator(language: Language): Translate {
  return (key, values) => translate(language, key, values);
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(messages, key);
}

function chooseForm(message: Message, language: Language, values: MessageValues): string {
  if (typeof message === 'string') return message;
  return plurals[language].select(Number(values.count)) === 'one' ? message.one : message.other;
}

/**
 * Sentences that a script in a browser words itself, without their prefix: `scorm.run.quiz.number` as `quiz.number`,
 * a plural's form for one as `….one`.
 */
export function messagesUnder(prefix: string, language: Language): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [key, message] of Object.entries<InBoth<Message>>(messages)) {
    if (!key.startsWith(prefix)) continue;
    const name = key.slice(prefix.length);
    const sentence = message[language];
    words[name] = typeof sentence === 'string' ? sentence : sentence.other;
    if (typeof sentence !== 'string') words[`${name}.one`] = sentence.one;
  }
  return words;
}
