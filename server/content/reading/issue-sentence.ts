/** What zod found wrong, as a sentence for a subject expert. */
import type { z } from 'zod';
import type { InBoth } from '../module.ts';

type Issue = z.core.$ZodIssue;

const TYPES: Record<string, InBoth<string>> = {
  string: { es: 'un texto', en: 'a text' },
  number: { es: 'un número', en: 'a number' },
  int: { es: 'un número entero', en: 'a whole number' },
  boolean: { es: 'true o false', en: 'true or false' },
  array: { es: 'una lista', en: 'a list' },
  object: { es: 'un grupo de claves', en: 'a group of keys' },
  record: { es: 'un grupo de claves', en: 'a group of keys' },
};

export function issueSentence(issue: Issue): InBoth<string> {
  const path = issue.path.map(String).join('.');
  const sentence = (es: string, en: string): InBoth<string> => ({ es, en });
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.message.includes('undefined')) return sentence(`Falta «${path}».`, `“${path}” is missing.`);
      const type = TYPES[issue.expected] ?? { es: issue.expected, en: issue.expected };
      if (path === '') return sentence(`Aquí va ${type.es}.`, `Here goes ${type.en}.`);
      return sentence(`«${path}» debe ser ${type.es}.`, `“${path}” must be ${type.en}.`);
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return path === ''
        ? sentence(`Aquí no se conoce: ${keys}.`, `Not known here: ${keys}.`)
        : sentence(`En «${path}» no se conoce: ${keys}.`, `Not known in “${path}”: ${keys}.`);
    }
    case 'too_small':
      return sentence(`«${path}» está vacío o es demasiado pequeño.`, `“${path}” is empty or too small.`);
    case 'too_big':
      return sentence(`«${path}» es demasiado largo o grande.`, `“${path}” is too long or too large.`);
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return sentence(`«${path}» debe ser uno de: ${values}.`, `“${path}” must be one of: ${values}.`);
    }
    case 'invalid_format':
      return sentence(
        `«${path}» debe ir en minúsculas sin tildes, con palabras unidas por guiones.`,
        `“${path}” must be lower case without accents, its words joined by hyphens.`,
      );
    default:
      return sentence(`«${path}» no tiene la forma esperada.`, `“${path}” does not have the expected shape.`);
  }
}
