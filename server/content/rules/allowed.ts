/**
 * Advice that a writer has weighed and set aside, with a comment on the line or the one above it:
 * `<!-- ok: numbers, a quotation -->` in Markdown, `# ok: altamar, wrong on purpose` in YAML. Errors stay errors.
 */
import type { Finding } from '../finding.ts';
import type { ContentFiles } from '../reading/folder.ts';

const ALLOWED = /(?:<!--|#)\s*ok:\s*([a-z-]+)/;

export function withoutAllowed(findings: readonly Finding[], files: ContentFiles): Finding[] {
  const lines = new Map<string, string[]>();
  const linesOf = (file: string): string[] => {
    let known = lines.get(file);
    if (!known) {
      known =
        files
          .get(file)
          ?.toString()
          .split(/\r\n?|\n/) ?? [];
      lines.set(file, known);
    }
    return known;
  };
  return findings.filter(({ file, line, rule, severity }) => {
    if (severity === 'error') return true;
    const [above, own] = [linesOf(file)[line - 2], linesOf(file)[line - 1]];
    return ![above, own].some((text) => ALLOWED.exec(text ?? '')?.[1] === rule);
  });
}
