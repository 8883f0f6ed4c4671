/** YAML as plain data: no anchors, no duplicate keys, and every value can name its place. */
import { isNode, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { error, type Finding, type Place } from '../finding.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { issueSentence } from './issue-sentence.ts';
import type { Source } from './source.ts';
import { yamlSentence } from './yaml-sentence.ts';
import { beyondYamlLimits } from './yaml-limits.ts';

export interface Yaml {
  value: unknown;
  /** Where the value at a path stands, or the nearest value above it. */
  at: (path: readonly PropertyKey[]) => Place;
}

/**
 * Reads part of a file as YAML.
 * @param from offset of the first character
 * @param to offset after the last one
 */
export function readYaml(
  source: Source,
  from = 0,
  to = source.text.length,
): { yaml: Yaml | null; findings: Finding[] } {
  const broken = (offset: number, message: string) => {
    const { es, en } = yamlSentence(message);
    return error('yaml', source.at(from + Math.min(offset, to - from)), es, en);
  };
  const beyond = beyondYamlLimits(source, from, to);
  if (beyond.length > 0) return { yaml: null, findings: beyond };
  const text = source.text.slice(from, to);
  const plain = readPlainYaml(text);
  if (plain) return { yaml: { value: plain.value, at: placesIn(source, from, text) }, findings: [] };
  try {
    const document = parse(text);
    if (document.errors.length > 0) {
      // One slip makes the parser stumble over what follows in the line, too.
      const all = document.errors.slice(0, 20).map(({ pos, message }) => broken(pos[0], message));
      return { yaml: null, findings: oneALine(all) };
    }
    // A dozen aliases nested in each other are gigabytes, and no module needs one.
    const alias = firstAlias(document);
    if (alias !== null) return { yaml: null, findings: [broken(alias, 'Alias')] };
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return { yaml: { value, at: placesIn(source, from, text) }, findings: [] };
  } catch (failure) {
    // Nesting so deep that the parser's stack ends.
    return { yaml: null, findings: [broken(0, failure instanceof Error ? failure.message : 'unreadable')] };
  }
}

function firstAlias(document: ReturnType<typeof parse>): number | null {
  let offset: number | null = null;
  visit(document, {
    Alias: (_, node) => {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

const oneALine = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ line }, index) => findings[index - 1]?.line !== line);

const parse = (text: string) =>
  parseDocument(text, {
    prettyErrors: false,
    uniqueKeys: true,
    version: '1.2',
    merge: false,
    logLevel: 'error',
  });

/** Places are asked for only when there is something to tell, so the whole parser waits until then. */
function placesIn(source: Source, from: number, text: string): Yaml['at'] {
  let document: ReturnType<typeof parse> | null = null;
  return (path) => {
    document ??= parse(text);
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return source.at(from + node.range[0]);
    }
    return source.at(from);
  };
}

/** Holds data against a schema; every issue becomes a finding at its own place. */
export function validate<T extends z.ZodType>(
  schema: T,
  yaml: Yaml,
): { value: z.output<T> | null; findings: Finding[] } {
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues.map((issue) => {
    const sentence = issueSentence(issue);
    return error('schema', yaml.at(issue.path), sentence.es, sentence.en);
  });
  return { value: null, findings };
}
