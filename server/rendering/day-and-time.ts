import type { Language } from '../content/module.ts';
import { formatDate, formatTime } from './formats.ts';
import type { Translate } from './translate.ts';

/** “today at 16:20”, “on 3 November 2026 at 16:20”. */
export function formatDayAndTime(date: Date, now: Date, language: Language, t: Translate): string {
  const time = formatTime(date, language);
  const day = formatDate(date, language);
  return day === formatDate(now, language) ? t('common.todayAt', { time }) : t('common.dayAt', { day, time });
}
