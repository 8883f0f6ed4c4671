/** Reads tracks.yaml, the tracks in the order of the catalogue, and each one's assignment. */
import { z } from 'zod';
import { error, type Finding, type Place } from '../finding.ts';
import { TrackEntry, type Track } from '../module.ts';
import { readAssignment } from './assignment.ts';
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
  const { source, findings: unreadable } = readSource(FILE, bytes);
  if (!source) return nothing(unreadable);
  const { yaml, findings } = readYaml(source);
  if (!yaml) return nothing(findings);
  const checked = validate(z.array(TrackEntry).max(100), yaml);
  if (!checked.value) return nothing(checked.findings);
  const at = (index: number) => yaml.at([index]);
  const wrong = checked.value.flatMap((track, index) => wrongNeeds(track, () => at(index)));
  const read = checked.value.map((track) => ({ track, ...readAssignment(files, track.id) }));
  return {
    tracks: read.map(({ track, assignment }) => ({ ...track, assignment })),
    at,
    findings: [...wrong, ...read.flatMap((one) => one.findings)],
  };
}

/** A module may need only modules that stand before it, which also rules out circles: nobody is locked out for good. */
function wrongNeeds({ id, modules, needs }: Omit<Track, 'assignment'>, place: () => Place): Finding[] {
  return Object.entries(needs).flatMap(([module, needed]) =>
    needed
      .filter((other) => !modules.slice(0, Math.max(modules.indexOf(module), 0)).includes(other))
      .map((other) =>
        error(
          'tracks',
          place(),
          `En el itinerario ${id}, ${module} necesita ${other}, que no está antes en la lista de módulos.`,
          `In the track ${id}, ${module} needs ${other}, which does not stand before it in the list of modules.`,
        ),
      ),
  );
}
