import type { Finding } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import type { Translate } from '../rendering/index.ts';

/** What the checker found, in the writer's language, errors first; each leads to its line. */
export function findingViews(
  findings: readonly Finding[],
  { lang, module }: { lang: Language; module: string },
  t: Translate,
) {
  const view = ({ file, line, message, rule, severity }: Finding) => ({
    isError: severity === 'error',
    what: t(severity === 'error' ? 'authoring.errorAt' : 'authoring.adviceAt', { line }),
    file,
    // Only texts have a page; the module as a whole and an image have none.
    url: /\.(?:md|yaml)$/.test(file)
      ? paths.draftText({ lang, module, path: file }, { line: String(line) })
      : null,
    sentence: message[lang],
    rule,
    line: String(line),
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const advice = findings.filter(({ severity }) => severity === 'advice');
  return {
    none: findings.length === 0,
    errors: errors.map(view),
    advice: advice.map(view),
    errorsTitle: t('authoring.errorsTitle', { count: errors.length }),
    adviceTitle: t('authoring.adviceTitle', { count: advice.length }),
  };
}
