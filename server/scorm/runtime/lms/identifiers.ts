/** Identifiers of SCORM 1.2 are letters, digits and underscores: Moodle and ADL refuse spaces, some LMSs hyphens. */
export const identifier12 = (...parts: string[]): string =>
  parts
    .join('__')
    .replace(/[^A-Za-z0-9]/g, '_')
    .slice(0, 255);

/** Identifiers of SCORM 2004 are URIs. */
export const identifier2004 = (...parts: string[]): string => `urn:rumbo:${parts.join(':')}`;
