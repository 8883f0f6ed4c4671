/** Numbers and dates as the house writes them (docs/authoring: decimal point in both languages). */
import type { Language } from '../content/module.ts';

const NO_BREAK_SPACE = '\u00a0';
/** Dates are shown in the capital-neutral zone of the region's programme; stored times are UTC. */
const TIME_ZONE = 'America/Guatemala';

/** 2500, 40 000 and 74.7 in Spanish; 2,500, 40,000 and 74.7 in English. */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  const digits = decimals === undefined ? String(value) : value.toFixed(decimals);
  const [whole = '', fraction] = digits.replace('-', '').split('.');
  const separator = language === 'en' ? ',' : NO_BREAK_SPACE;
  const grouped =
    language === 'es' && whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return (value < 0 ? '−' : '') + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/**
 * A computed figure: with its own number of decimals; without one, shares have one decimal, so that a column of
 * them lines up, and amounts one where they are not whole.
 */
export function formatFigure(
  value: number,
  { type, decimals }: { type: string; decimals?: number },
  language: Language,
): string {
  const isWhole = Math.abs(value - Math.round(value)) < 1e-9;
  const shown = decimals ?? (isWhole && type !== 'percent' ? 0 : 1);
  return formatNumber(Number(value.toFixed(shown)), language, shown);
}

/** A share from 0 to 1 as whole per cent: 74 % in Spanish, 74% in English. */
export function formatPercent(share: number, language: Language): string {
  return `${String(Math.round(share * 100))}${language === 'es' ? NO_BREAK_SPACE : ''}%`;
}

const dates = {
  es: new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: TIME_ZONE }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: TIME_ZONE }),
};

/** 24 de noviembre de 2026; 24 November 2026. */
export function formatDate(date: Date, language: Language): string {
  return dates[language].format(date);
}

const times = {
  es: new Intl.DateTimeFormat('es', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: TIME_ZONE,
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: TIME_ZONE,
  }),
};

/** 10:42 */
export function formatTime(date: Date, language: Language): string {
  return times[language].format(date);
}

const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** 812 bytes, 74 kB, 1.4 MB: two figures where it matters, in steps of a thousand. */
export function formatBytes(bytes: number, language: Language): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** unit;
  const number = formatNumber(Number(value.toFixed(value < 10 && unit > 0 ? 1 : 0)), language);
  return `${number}${NO_BREAK_SPACE}${UNITS[unit] ?? ''}`;
}
