import { advice, type Finding } from '../finding.ts';
import { byName, hashedBlocks, type HashedBlock } from '../reading/confirmed.ts';
import type { ModuleDraft } from '../reading/drafts.ts';
import type { Rule } from './rule.ts';

export const stale: Rule = {
  name: 'stale',
  reason: {
    es: 'Cuando un idioma cambia, el otro sigue diciendo lo de antes hasta que alguien lo revisa.',
    en: 'When one language changes, the other goes on saying what was true before, until someone reviews it.',
  },
  check: findStale,
};

/** Each finding stands in the text that is to be reviewed. */
export function findStale(draft: ModuleDraft): Finding[] {
  const { confirmed } = draft;
  if (!confirmed) return [];
  const english = byName(draft, 'en');
  return [...byName(draft, 'es')].flatMap(([name, es]) => {
    const en = english.get(name);
    return en ? compare(hashedBlocks(es), hashedBlocks(en), confirmed.get(name) ?? []) : [];
  });
}

function compare(
  es: readonly HashedBlock[],
  en: readonly HashedBlock[],
  pairs: readonly (readonly [string, string])[],
): Finding[] {
  const spanish = blocksOf(
    es,
    pairs.map(([hash]) => hash),
  );
  const translated = blocksOf(
    en,
    pairs.map(([, hash]) => hash),
  );
  const findings = pairs.flatMap((_, index) => {
    const [one, other] = [spanish[index], translated[index]];
    if (one && !other) {
      return [
        advice(
          'stale',
          one.at(),
          'El bloque en inglés cambió desde que se confirmó este.',
          'The English block has changed since this one was confirmed.',
        ),
      ];
    }
    return other && !one
      ? [
          advice(
            'stale',
            other.at(),
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
        freshTwin.at(),
        'Desde aquí hay bloques nuevos en los dos idiomas que nadie ha confirmado: rumbo content confirm.',
        'From here on there are new blocks in both languages that nobody has confirmed: rumbo content confirm.',
      ),
    );
  }
  return findings;
}

/**
 * The block of each hash, null where none is left: two questions may have the same options, so that a block answers
 * one hash alone, first at its own place, then in order.
 */
function blocksOf(blocks: readonly HashedBlock[], hashes: readonly string[]): (HashedBlock | null)[] {
  const inPlace = hashes.map((hash, index) => (blocks[index]?.hash === hash ? blocks[index] : null));
  const others = new Map<string, HashedBlock[]>();
  for (const [index, block] of blocks.entries()) {
    if (inPlace[index]) continue;
    const same = others.get(block.hash);
    if (same) same.push(block);
    else others.set(block.hash, [block]);
  }
  return hashes.map((hash, index) => inPlace[index] ?? others.get(hash)?.shift() ?? null);
}
