/**
 * Numbers as people of the region type them.
 *
 * Mexico, Central America, the Dominican Republic and Peru write 1,600.5; Paraguay writes 1.600,5; the
 * international style, which the Spanish modules follow, is 1 600.5; money is often written 1'600,000.
 * All of these are read. The rules, in this order:
 *
 * 1. Spaces of any width and apostrophes only ever group thousands. Groups have three digits: `1 60` is no number.
 * 2. Two different marks: the last one is the decimal mark (`1,600.5`, `1.600,5`).
 * 3. The same mark twice or more groups thousands (`1,600,000`, `1.600.000`).
 * 4. One comma or point is the decimal mark unless it could group thousands: one to three digits that do not
 *    begin with 0 before it, and exactly three after it. `14,3`, `0,125` and `1600,500` are decimals.
 * 5. What is left is ambiguous (`1,600`, `1.600`). A comma then groups, because English texts of ours group so;
 *    a point is then the decimal mark, because both languages of ours write decimals with a point.
 *
 * `numberReadings` gives the other reading of rule 5 too. A question counts it when it is the right one:
 * someone from Asunción who types `1.600` for 1600 knew the answer, and nobody writes 1.6 as `1.600`.
 */
const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g;
const MINUSES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const APOSTROPHES = /[\u2018\u2019\u00b4\u02bc`]/g;
const LONGEST = 60;

/** The number that was typed, by the rules above; null when it is none. A `%` after it is ignored. */
export function parseNumber(typed: string): number | null {
  return numberReadings(typed)[0] ?? null;
}

/** All readings of what was typed, the likeliest first: none, one, or two when a mark is ambiguous. */
export function numberReadings(typed: string): number[] {
  if (typed.length > LONGEST) return [];
  const plain = typed
    .replace(SPACES, ' ')
    .replace(MINUSES, '-')
    .replace(APOSTROPHES, "'")
    .trim()
    .replace(/ ?%$/, '');
  const shape = /^([+-]?) ?(\d+(?:[ ',.]\d+)*|[.,]\d+)[.,]?$/.exec(plain);
  if (!shape?.[2]) return [];
  const sign = shape[1] === '-' ? -1 : 1;
  return magnitudes(shape[2]).map((magnitude) => (magnitude === 0 ? 0 : sign * magnitude));
}

function magnitudes(digits: string): number[] {
  const groups = digits.split(/[ ',.]/);
  const marks = digits.replace(/\d/g, '').split('');
  const last = marks[marks.length - 1];
  if (last === undefined) return [Number(digits)];

  const whole = groups.slice(0, -1);
  const readings: number[] = [];
  const decimal = (last === '.' || last === ',') && marks.indexOf(last) === marks.length - 1;
  if (decimal && (whole.length === 1 || isGrouped(whole, marks.slice(0, -1)))) {
    readings.push(Number(`${whole.join('')}.${groups[groups.length - 1] ?? ''}`));
  }
  if (isGrouped(groups, marks)) {
    const grouped = Number(groups.join(''));
    if (last === '.') readings.push(grouped);
    else readings.unshift(grouped);
  }
  return readings;
}

/** Whether the marks may group thousands: `1,600`, `1 600 000`, `1'600,000`; not `0,125`, `16,00`, `1600,500`. */
function isGrouped(groups: readonly string[], marks: readonly string[]): boolean {
  const [first = '', ...rest] = groups;
  const sameMark = new Set(marks.filter((mark) => mark !== "'")).size <= 1;
  return sameMark && /^[1-9]\d{0,2}$/.test(first) && rest.every((group) => group.length === 3);
}
