/** Who may do what, in one table. Addresses name a `Who` (paths.ts); the table says which roles that is. */
export const roles = ['learner', 'trainer', 'coordinator'] as const;
export type Role = (typeof roles)[number];

/**
 * - `anyone`: signed in or not
 * - `learner`: whoever is signed in
 * - `trainer`: trainers and coordinators
 * - `coordinator`: coordinators only
 */
export type Who = 'anyone' | 'learner' | 'trainer' | 'coordinator';

const table: Record<Who, readonly (Role | 'signed-out')[]> = {
  anyone: ['signed-out', ...roles],
  learner: roles,
  trainer: ['trainer', 'coordinator'],
  coordinator: ['coordinator'],
};

/** Somebody who helps others learn. */
export interface Companion {
  id: string;
  role: Role;
  country: string | null;
}

/**
 * Whose worksheets one may read and comment on: trainers those of people in their own country, coordinators
 * everybody's; nobody their own, which has pages of its own.
 */
export function mayAccompany(
  { id, role, country }: Companion,
  learner: { id: string; country: string | null },
): boolean {
  if (id === learner.id) return false;
  if (role === 'coordinator') return true;
  return role === 'trainer' && country !== null && country === learner.country;
}

export function isAllowed(role: Role | 'signed-out', who: Who): boolean {
  return table[who].includes(role);
}
