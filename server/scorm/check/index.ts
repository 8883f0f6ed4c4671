/** The check that a package passes before it is handed out, and that anyone's package may be put to. */
import type { PackageFormat } from '../format.ts';
import { readArchive } from './archive-reader.ts';
import { checkFiles } from './file-rules.ts';
import { advice, error, type PackageFinding } from './finding.ts';
import { readManifest } from './manifest-reader.ts';
import { validateManifest } from './schemas.ts';
import { checkControls, checkStructure } from './structure-rules.ts';

export { sentenceOf, type PackageFinding } from './finding.ts';

export interface PackageCheck {
  /** Null when the manifest does not say a known one. */
  format: PackageFormat | null;
  files: number;
  findings: PackageFinding[];
}

const MOST_FINDINGS = 100;

/** @param file a path on this machine */
export async function checkPackage(file: string): Promise<PackageCheck> {
  const { paths, manifest, findings, refused } = await readArchive(file);
  const files = paths.length;
  if (refused) return { format: null, files, findings: fewer(findings) };
  if (!manifest) return { format: null, files, findings: fewer([...findings, noManifest(paths)]) };

  const read = readManifest(manifest);
  findings.push(...read.findings);
  if (!read.manifest) return { format: null, files, findings: fewer(findings) };
  const { format, root, text } = read.manifest;
  if (format) {
    findings.push(
      ...(await validateManifest(text, format)),
      ...checkStructure(root, format),
      ...checkControls(new Set(paths), format),
    );
  }
  findings.push(...checkFiles(root, paths));
  return { format, files, findings: fewer(findings) };
}

export const isSound = ({ findings }: PackageCheck): boolean =>
  !findings.some(({ severity }) => severity === 'error');

function noManifest(paths: readonly string[]): PackageFinding {
  const nested = paths.find((path) => /(^|\/)imsmanifest\.xml$/i.test(path));
  return nested === undefined ? error('no-manifest') : error('nested-manifest', { path: nested });
}

/** Errors first, and no flood. */
function fewer(findings: readonly PackageFinding[]): PackageFinding[] {
  const sorted = [...findings].sort(
    (one, other) => Number(one.severity !== 'error') - Number(other.severity !== 'error'),
  );
  if (sorted.length <= MOST_FINDINGS) return sorted;
  return [...sorted.slice(0, MOST_FINDINGS), advice('more', { count: sorted.length - MOST_FINDINGS })];
}
