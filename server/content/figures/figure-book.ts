/** Altamar's figures by what they belong to, from data/altamar.yaml: what a module says of P05 must stand there. */
import type { Finding } from '../finding.ts';
import type { Language } from '../module.ts';
import { OncePerFile } from '../once.ts';
import type { ContentFiles } from '../reading/folder.ts';
import { readSource } from '../reading/source.ts';
import { readYaml } from '../reading/yaml.ts';

export interface FigureBook {
  /** Every number that stands under an id or a name: `P05`, `tax`, `Ingresos tributarios`. */
  of(name: string, language: Language): ReadonlySet<number> | null;
  /** An id's own value of a year, when the data has one series: `tax`, 2021. */
  yearly(id: string, year: number): number | null;
}

const FILE = 'data/altamar.yaml';
const MAIN_SERIES = ['amount', 'values', 'spending'];

interface FiguresRead {
  figures: FigureBook | null;
  findings: Finding[];
}

const read = new OncePerFile<FiguresRead>();

export function readFigures(files: ContentFiles): FiguresRead {
  const bytes = files.get(FILE);
  return bytes ? read.of(bytes, FILE, () => readAnew(bytes)) : { figures: null, findings: [] };
}

function readAnew(bytes: Buffer): FiguresRead {
  const { source, findings } = readSource(FILE, bytes);
  const { yaml, findings: broken } = source ? readYaml(source) : { yaml: null, findings: [] };
  return { figures: yaml ? bookOf(yaml.value) : null, findings: [...findings, ...broken] };
}

type Record_ = Record<string, unknown>;
const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function bookOf(data: unknown): FigureBook {
  const numbers: Record<Language, Map<string, Set<number>>> = { es: new Map(), en: new Map() };
  const yearly = new Map<string, Map<number, number>>();
  for (const entry of entriesIn(data)) {
    const own = new Set(numbersIn(entry));
    for (const language of ['es', 'en'] as const) {
      for (const name of namesOf(entry, language)) {
        numbers[language].set(name, new Set([...(numbers[language].get(name) ?? []), ...own]));
      }
    }
    const series = MAIN_SERIES.map((key) => entry[key]).find(isRecord);
    if (typeof entry.id === 'string' && series) {
      const values = Object.entries(series).flatMap(([year, value]): [number, number][] =>
        typeof value === 'number' ? [[Number(year), value]] : [],
      );
      yearly.set(normal(entry.id), new Map(values));
    }
  }
  return {
    of: (name, language) => numbers[language].get(normal(name)) ?? null,
    yearly: (id, year) => yearly.get(normal(id))?.get(year) ?? null,
  };
}

/** Ids are written with underscores in the data and with hyphens in worksheets. */
const normal = (name: string): string => name.toLowerCase().replaceAll('_', '-').replace(/\s+/g, ' ').trim();

function namesOf(entry: Record_, language: Language): string[] {
  const name = isRecord(entry.name) ? entry.name[language] : null;
  return [entry.id, name].flatMap((one) => (typeof one === 'string' ? [normal(one)] : []));
}

function* entriesIn(value: unknown): Generator<Record_> {
  if (Array.isArray(value)) for (const one of value) yield* entriesIn(one);
  else if (isRecord(value)) {
    if (typeof value.id === 'string' || isRecord(value.name)) yield value;
    for (const one of Object.values(value)) yield* entriesIn(one);
  }
}

function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value;
  else if (Array.isArray(value)) for (const one of value) yield* numbersIn(one);
  else if (typeof value === 'string') {
    for (const [found] of value.matchAll(/\d+(?:\.\d+)?/g)) yield Number(found);
  } else if (isRecord(value)) for (const one of Object.values(value)) yield* numbersIn(one);
}
