/** Reads tracks.yaml: the tracks in the order of the catalogue. */
import { z } from 'zod';
import { error, type Finding, type Place } from '../finding.ts';
import { TrackSchema, type Track } from '../module.ts';
import type { ContentFiles } from './folder.ts';
import { readSource } from './source.ts';
import { readYaml, validate } from './yaml.ts';

export interface TracksRead {
  tracks: Track[];
  /** Where a track stands in the file. */
  at: (index: number) => Place;
  findings: Finding[];
}

const FILE = 'tracks.yaml';

export function readTracks(files: ContentFiles): TracksRead {
  const start = { file: FILE, line: 1, column: 1 };
  const nothing = (findings: Finding[]): TracksRead => ({ tracks: [], at: () => start, findings });
  const bytes = files.get(FILE);
  if (!bytes)
    return nothing([
      error(
        'tracks',
        start,
        'Falta tracks.yaml, la lista de los itinerarios.',
        'tracks.yaml, the list of the tracks, is missing.',
      ),
    ]);
  const read = readSource(FILE, bytes);
  if (!read.source) return nothing(read.findings);
  const { yaml, findings } = readYaml(read.source);
  if (!yaml) return nothing(findings);
  const checked = validate(z.array(TrackSchema).max(100), yaml);
  if (!checked.value) return nothing(checked.findings);
  const at = (index: number) => yaml.at([index]);
  const wrong = checked.value.flatMap((track, index) => wrongNeeds(track, at(index)));
  return { tracks: checked.value, at, findings: wrong };
}

/** A module may need only modules that stand before it, which also rules out circles: nobody is locked out for good. */
function wrongNeeds({ id, modules, needs }: Track, place: Place): Finding[] {
  return Object.entries(needs).flatMap(([module, needed]) =>
    needed
      .filter((other) => !modules.slice(0, Math.max(modules.indexOf(module), 0)).includes(other))
      .map((other) =>
        error(
          'tracks',
          place,
          `En el itinerario ${id}, ${module} necesita ${other}, que no está antes en la lista de módulos.`,
          `In the track ${id}, ${module} needs ${other}, which does not stand before it in the list of modules.`,
        ),
      ),
  );
}
