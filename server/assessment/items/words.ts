/** Figures and advice in words, for the page and for the file. */
import type { Language } from '../../content/module.ts';
import { formatNumber, formatPercent, type Translate } from '../../rendering/index.ts';
import type { Advice } from './advice.ts';
import type { ItemAnalysis } from './analysis.ts';

export const optionLetter = (id: string): string => id.toUpperCase();

export function adviceTitle({ kind, options }: Advice, t: Translate): string {
  return t(`items.${kind}.title`, {
    count: options.length,
    options: options.map(optionLetter).join(', '),
  });
}

/** 45 s; 1 min; 1 min 20 s. */
export function duration(seconds: number, t: Translate): string {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return t('items.seconds', { seconds: rest });
  return rest === 0 ? t('items.wholeMinutes', { minutes }) : t('items.minutes', { minutes, seconds: rest });
}

/** A question's figures; a dash stands for what has no value. */
export function figuresOf(
  { n, omitted, facility, discrimination, time }: ItemAnalysis,
  lang: Language,
  t: Translate,
) {
  return {
    n: formatNumber(n, lang),
    facility: facility === null ? '—' : formatPercent(facility, lang),
    discrimination: discrimination === null ? '—' : formatNumber(discrimination, lang, 2),
    omitted: n === 0 ? '—' : t('items.ofN', { count: omitted, share: formatPercent(omitted / n, lang) }),
    time: time ? duration(time.median, t) : '—',
  };
}
