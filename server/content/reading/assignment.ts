/** Reads a track's `assignment.yaml`: the final assignment and its rubric. */
import { AssignmentSchema, mostPoints, type Assignment } from '../assignment.ts';
import { error, hasError, type Finding } from '../finding.ts';
import { lex } from '../markdown/lex.ts';
import { beyondLimits } from '../markdown/limits.ts';
import { linkTarget } from '../markdown/link-target.ts';
import { walk } from '../markdown/tokens.ts';
import { languages } from '../values.ts';
import type { ContentFiles } from './folder.ts';
import { readSource } from './source.ts';
import { readYaml, validate, type Yaml } from './yaml.ts';

/** @returns null where the track has none, or where the file has an error */
export function readAssignment(
  files: ContentFiles,
  track: string,
): { assignment: Assignment | null; findings: Finding[] } {
  const file = `${track}/assignment.yaml`;
  const bytes = files.get(file);
  if (!bytes) return { assignment: null, findings: [] };
  const read = readSource(file, bytes);
  if (!read.source) return { assignment: null, findings: read.findings };
  const beyond = beyondLimits(read.source, 0);
  if (beyond.length > 0) return { assignment: null, findings: beyond };
  const { yaml, findings } = readYaml(read.source);
  if (!yaml) return { assignment: null, findings };
  const { value, findings: misshapen } = validate(AssignmentSchema, yaml);
  if (!value) return { assignment: null, findings: misshapen };
  const wrong = [...wrongRubric(value, yaml), ...wrongInstructions(value, yaml)];
  return { assignment: hasError(wrong) ? null : value, findings: wrong };
}

function wrongRubric(assignment: Assignment, yaml: Yaml): Finding[] {
  const { criteria, passPoints } = assignment;
  const findings = criteria.flatMap(({ id, levels }, index): Finding[] => [
    ...(criteria.findIndex((other) => other.id === id) === index
      ? []
      : [
          error(
            'assignment',
            yaml.at(['criteria', index, 'id']),
            `Hay dos criterios con el id «${id}».`,
            `Two criteria have the id “${id}”.`,
          ),
        ]),
    ...(levels.every(({ points }, level) => level === 0 || points > (levels[level - 1]?.points ?? 0))
      ? []
      : [
          error(
            'assignment',
            yaml.at(['criteria', index, 'levels']),
            'Los niveles van de menos a más puntos, y dos niveles no valen lo mismo.',
            'Levels go from fewer to more points, and no two of them count the same.',
          ),
        ]),
  ]);
  const most = mostPoints(assignment);
  if (passPoints <= most) return findings;
  return [
    ...findings,
    error(
      'assignment',
      yaml.at(['passPoints']),
      `La rúbrica suma ${most} puntos como máximo: nadie llega a ${passPoints}.`,
      `The rubric adds up to ${most} points at most: nobody reaches ${passPoints}.`,
    ),
  ];
}

/** The text belongs to no module, so that nothing in it can name a lesson or a file of one. */
function wrongInstructions({ instructions }: Assignment, yaml: Yaml): Finding[] {
  return languages.flatMap((language) =>
    [...walk(lex(instructions[language]))]
      .filter(
        (node) =>
          node.type === 'image' || (node.type === 'link' && linkTarget(node.href).kind !== 'external'),
      )
      .map(() =>
        error(
          'assignment',
          yaml.at(['instructions', language]),
          'Las instrucciones solo enlazan direcciones https:// y no llevan imágenes: no pertenecen a ningún módulo.',
          'The instructions link only to https:// addresses and have no pictures: they belong to no module.',
        ),
      ),
  );
}
