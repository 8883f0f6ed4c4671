const two = (value: number): string => String(value).padStart(2, '0');

/** CMITimespan of SCORM 1.2: always `0000:05:00.00`, which every LMS reads. */
export function timespan12(milliseconds: number): string {
  const { hours, minutes, seconds } = split(milliseconds, 9999);
  return `${String(hours).padStart(4, '0')}:${two(minutes)}:${seconds.toFixed(2).padStart(5, '0')}`;
}

/** A duration of SCORM 2004: never `PT` alone, two decimals at most. */
export function timespan2004(milliseconds: number): string {
  const { hours, minutes, seconds } = split(milliseconds, 99_999);
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds}S`;
}

function split(milliseconds: number, mostHours: number): { hours: number; minutes: number; seconds: number } {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  return {
    hours: Math.min(mostHours, Math.floor(hundredths / 360_000)),
    minutes: Math.floor(hundredths / 6000) % 60,
    seconds: (hundredths % 6000) / 100,
  };
}

/** CMITime of SCORM 1.2: the time of day. */
export const time12 = (at: Date): string =>
  `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;

/** A time of SCORM 2004, local and without zone: Moodle refuses three decimals, scorm-again a bare `Z`. */
export function timestamp2004(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${time12(at)}`;
}
