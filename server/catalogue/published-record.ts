/**
 * Which revision each module of a folder was last brought level with: `.published.yaml` beside tracks.yaml. It goes
 * into git with the modules, so that whoever clones them knows it too.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { Slug } from '../content/module.ts';

const FILE = '.published.yaml';
const Revisions = z.record(Slug, z.number().int().positive());
export type PublishedRecord = z.infer<typeof Revisions>;

const COMMENT =
  '# The revision of the platform that each module was last brought level with.\n# Written by `rumbo content pull` and `rumbo content push`.\n';

/** @returns nothing known where there is no such file, or one that is not ours */
export async function readRecord(folder: string): Promise<PublishedRecord> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => '');
  try {
    return Revisions.parse(parse(text, { maxAliasCount: 0 }) ?? {});
  } catch {
    return {};
  }
}

export async function writeRecord(folder: string, record: PublishedRecord): Promise<void> {
  const ordered = Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(join(folder, FILE), COMMENT + stringify(ordered));
}
