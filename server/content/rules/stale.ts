import { advice, type Finding } from '../finding.ts';
import { byName, hashedBlocks, type HashedBlock } from '../reading/confirmed.ts';
import type { Rule } from './rule.ts';

export const stale: Rule = {
  name: 'stale',
  reason: {
    es: 'Cuando un idioma cambia, el otro sigue diciendo lo de antes hasta que alguien lo revisa.',
    en: 'When one language changes, the other goes on saying what was true before, until someone reviews it.',
  },
  check(draft) {
    const { confirmed } = draft;
    if (!confirmed) return [];
    const english = byName(draft, 'en');
    return [...byName(draft, 'es')].flatMap(([name, es]) => {
      const en = english.get(name);
      return en ? compare(hashedBlocks(es), hashedBlocks(en), confirmed.get(name) ?? []) : [];
    });
  },
};

function compare(
  es: readonly HashedBlock[],
  en: readonly HashedBlock[],
  pairs: readonly (readonly [string, string])[],
): Finding[] {
  const find = (blocks: readonly HashedBlock[], hash: string) => blocks.find((block) => block.hash === hash);
  const findings = pairs.flatMap(([spanish, translated]) => {
    const [one, other] = [find(es, spanish), find(en, translated)];
    if (one && !other) {
      return [
        advice(
          'stale',
          one.at,
          'El bloque en inglés cambió desde que se confirmó este.',
          'The English block has changed since this one was confirmed.',
        ),
      ];
    }
    return other && !one
      ? [
          advice(
            'stale',
            other.at,
            'El bloque en español cambió desde que se confirmó este.',
            'The Spanish block has changed since this one was confirmed.',
          ),
        ]
      : [];
  });
  const known = new Set(pairs.flat());
  const fresh = es.find(({ hash }) => !known.has(hash));
  const freshTwin = en.find(({ hash }) => !known.has(hash));
  // Both sides are new: a pair that nobody has confirmed yet.
  if (fresh && freshTwin) {
    findings.push(
      advice(
        'stale',
        freshTwin.at,
        'Desde aquí hay bloques nuevos en los dos idiomas que nadie ha confirmado: rumbo content confirm.',
        'From here on there are new blocks in both languages that nobody has confirmed: rumbo content confirm.',
      ),
    );
  }
  return findings;
}
