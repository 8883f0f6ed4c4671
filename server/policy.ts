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

export function isAllowed(role: Role | 'signed-out', who: Who): boolean {
  return table[who].includes(role);
}
