/** The block between two lines of `---` at the top of a file. */
import type { z } from 'zod';
import { error, type Finding, type Place } from '../finding.ts';
import { readYaml, validate } from './yaml.ts';
import type { Source } from './source.ts';

export interface FrontMatter<T> {
  value: T | null;
  /** Where a field stands. */
  at: (field: string) => Place;
  /** Offset of the text after it. */
  bodyOffset: number;
  findings: Finding[];
}

export function readFrontMatter<T extends z.ZodType>(source: Source, schema: T): FrontMatter<z.output<T>> {
  const start = () => source.at(0);
  if (!source.text.startsWith('---\n')) {
    const { success, data } = schema.safeParse({});
    const missing = error(
      'schema',
      start(),
      'El archivo debe empezar con una línea «---», sus datos y otra línea «---».',
      'The file must begin with a line “---”, its data and another line “---”.',
    );
    return { value: success ? data : null, at: start, bodyOffset: 0, findings: success ? [] : [missing] };
  }
  const close = /^---[ \t]*$/m.exec(source.text.slice(4));
  if (!close) {
    const open = error(
      'schema',
      start(),
      'Falta la línea «---» que cierra los datos.',
      'The line “---” that closes the data is missing.',
    );
    return { value: null, at: start, bodyOffset: source.text.length, findings: [open] };
  }
  const end = 4 + close.index;
  const bodyOffset = Math.min(source.text.length, end + close[0].length + 1);
  const { yaml, findings } = readYaml(source, 4, end);
  if (!yaml) return { value: null, at: start, bodyOffset, findings };
  // Nothing between the lines is YAML's null; the schema says whether that is enough.
  const checked = validate(schema, { ...yaml, value: yaml.value ?? {} });
  return { value: checked.value, at: (field) => yaml.at([field]), bodyOffset, findings: checked.findings };
}
