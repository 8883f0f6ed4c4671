/** The countries of the programme, ISO 3166-1 alpha-2; Mexico observes. */
export const countries = ['BZ', 'DO', 'SV', 'GT', 'MX', 'PA', 'PY', 'PE'] as const;
export type Country = (typeof countries)[number];
