/** The terms that both languages explain, read from glossary.es.yaml and glossary.en.yaml. */
import { advice, error, type Finding } from '../finding.ts';
import type { Language, Term } from '../module.ts';
import { GlossaryFile } from '../reading/files.ts';
import { namesIn } from './named.ts';
import { readSource, type Source } from '../reading/source.ts';
import { readYaml, validate, type Yaml } from '../reading/yaml.ts';

export interface Glossary {
  terms: Term[];
  /** Where each key stands, for the rules. */
  files: { language: Language; source: Source; yaml: Yaml; keys: string[] }[];
}

type Entries = NonNullable<ReturnType<typeof GlossaryFile.safeParse>['data']>;

export function readGlossary(files: ReadonlyMap<string, Buffer>): {
  glossary: Glossary;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const glossary: Glossary = { terms: [], files: [] };
  const entries: Partial<Record<Language, Entries>> = {};
  for (const language of ['es', 'en'] as const) {
    const name = `glossary.${language}.yaml`;
    const bytes = files.get(name);
    if (!bytes) continue;
    const read = readSource(name, bytes);
    findings.push(...read.findings);
    if (!read.source) continue;
    const { yaml, findings: broken } = readYaml(read.source);
    findings.push(...broken);
    if (!yaml) continue;
    const { value, findings: invalid } = validate(GlossaryFile, yaml);
    findings.push(...invalid);
    if (!value) continue;
    entries[language] = value;
    glossary.files.push({ language, source: read.source, yaml, keys: Object.keys(value) });
  }
  findings.push(...lonelyKeys(glossary), ...glossary.files.flatMap((file) => aboutEntries(file, entries)));
  const { es = {}, en = {} } = entries;
  for (const key of Object.keys(es)) {
    const spanish = es[key];
    const english = en[key];
    if (!spanish || !english) continue;
    glossary.terms.push({
      key,
      forms: { es: [spanish.term, ...spanish.forms], en: [english.term, ...english.forms] },
      definition: { es: spanish.definition, en: english.definition },
      autolink: { es: spanish.autolink, en: english.autolink },
    });
  }
  return { glossary, findings };
}

/** A definition is read where its links would lead nowhere, and a form leads to one entry. */
function aboutEntries(
  { language, yaml }: Glossary['files'][number],
  entries: Partial<Record<Language, Entries>>,
) {
  const owner = new Map<string, string>();
  return Object.entries(entries[language] ?? {}).flatMap(([key, { term, forms, definition }]): Finding[] => {
    const findings: Finding[] = [];
    if (namesIn(definition).length > 0) {
      findings.push(
        error(
          'glossary',
          yaml.at([key, 'definition']),
          'Una definición no enlaza otros términos: escriba la palabra sin [[ ]].',
          'A definition does not link other terms: write the word without [[ ]].',
        ),
      );
    }
    for (const form of [term, ...forms].map((one) => one.toLowerCase())) {
      const other = owner.get(form);
      if (other !== undefined && other !== key) {
        findings.push(
          advice(
            'glossary',
            yaml.at([key]),
            `«${form}» es también una forma de «${other}».`,
            `“${form}” is also a form of “${other}”.`,
          ),
        );
      }
      owner.set(form, key);
    }
    return findings;
  });
}

function lonelyKeys({ files }: Glossary): Finding[] {
  return files.flatMap(({ language, yaml, keys }) => {
    const other = files.find((file) => file.language !== language);
    const known = new Set(other?.keys ?? []);
    return keys
      .filter((key) => !known.has(key))
      .map((key) =>
        error(
          'glossary',
          yaml.at([key]),
          `El término «${key}» falta en el otro idioma.`,
          `The term “${key}” is missing in the other language.`,
        ),
      );
  });
}
