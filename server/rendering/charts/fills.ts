/**
 * Four fills, by the look's two rules: hue says whose money it is (indigo public, maize private), texture says
 * from where (plain national, patterned international). All can be told apart in grey.
 */
export const FAMILIES = [
  'domestic-public',
  'international-public',
  'domestic-private',
  'international-private',
];

export interface Fill {
  /** Attributes of a shape that has this fill. */
  shape: string;
  /** The look of a figure written on it. */
  ink: string;
  /** The pattern that it needs, to be defined once in the same drawing; empty when plain. */
  pattern: string;
}

/**
 * @param index 0 to 3, in the order of the families
 * @param prefix makes the pattern's id unique on the page
 */
export function fillOf(index: number, prefix: string): Fill {
  switch (index % 4) {
    case 0:
      return { shape: ' class="seg np"', ink: 'b on-np', pattern: '' };
    case 1:
      return {
        shape: ` class="seg" fill="url(#${prefix}ip)"`,
        ink: 'b halo-ip',
        pattern: `<pattern id="${prefix}ip" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="f-ip" width="7" height="7"/><path class="k-ip" d="M0 0v7"/></pattern>`,
      };
    case 2:
      return { shape: ' class="seg pn"', ink: 'b on-pn', pattern: '' };
    default:
      return {
        shape: ` class="seg" fill="url(#${prefix}pi)"`,
        ink: 'b halo',
        pattern: `<pattern id="${prefix}pi" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="f-pi" width="8" height="8"/><circle class="k-pi" cx="2" cy="2" r="1.3"/><circle class="k-pi" cx="6" cy="6" r="1.3"/></pattern>`,
      };
  }
}

/** The fill of a group of rows: its family's, or the one of its place among the groups. */
export function fillIndex(group: string, place: number): number {
  const family = FAMILIES.indexOf(group);
  return family < 0 ? place : family;
}

/** A small square of a fill, for legends and headings. */
export function swatch(index: number, prefix: string): string {
  const { shape, pattern } = fillOf(index, prefix);
  const definitions = pattern === '' ? '' : `<defs>${pattern}</defs>`;
  return `<svg aria-hidden="true" focusable="false">${definitions}<rect${shape} width="22" height="14"/></svg>`;
}
