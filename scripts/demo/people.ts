/** The people of the demonstration. Their surname says that they are no one: Ejemplo in Spanish, Example in English. */
import type { Country } from '../../server/accounts/index.ts';
import type { Language } from '../../server/content/module.ts';
import type { Role } from '../../server/policy.ts';

export interface DemoPerson {
  email: string;
  name: string;
  role: Role;
  language: Language;
  country: Country;
  institution: string;
}

const givenNames = [
  'Adela', 'Bruno', 'Carmen', 'Darío', 'Elena', 'Fermín', 'Gloria', 'Hugo', 'Inés', 'Julián',
  'Karla', 'Leonel', 'Marta', 'Nicolás', 'Olga', 'Pablo', 'Quetzali', 'Ramiro', 'Sonia', 'Tomás',
  'Úrsula', 'Víctor', 'Wendy', 'Ximena', 'Yolanda', 'Zenón', 'Alma', 'Benito', 'Celia', 'Dante',
]; // prettier-ignore
const countries: Country[] = ['DO', 'SV', 'GT', 'PA', 'BZ', 'PY', 'PE', 'MX'];
const institutions = [
  'Ministerio de Finanzas (ejemplo)',
  'Ministerio de Planificación (ejemplo)',
  'Oficina de Estadística (ejemplo)',
];

/** Thirty learners from the eight countries; those from Belize learn in English. */
export const learners: DemoPerson[] = givenNames.map((given, index) =>
  learner(given, given.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(), index),
);

/** Forty-five people of an earlier workshop, whose answers and opinions fill the trainers' pages. */
export const earlier: DemoPerson[] = Array.from({ length: 45 }, (_, index) => {
  const names = [index, index * 7 + 11].map((at) => givenNames[at % givenNames.length] ?? '');
  return learner(names.join(' '), `taller-${String(index + 1).padStart(2, '0')}`, index);
});

function learner(given: string, mailbox: string, index: number): DemoPerson {
  const country = countries[index % countries.length] ?? 'GT';
  const english = country === 'BZ';
  return {
    email: `${mailbox}@example.org`,
    name: `${given} ${english ? 'Example' : 'Ejemplo'}`,
    role: 'learner',
    language: english ? 'en' : 'es',
    country,
    institution: english
      ? 'Ministry of Finance (example)'
      : (institutions[index % institutions.length] ?? ''),
  };
}

export const coordinator: DemoPerson = {
  email: 'coordinacion@example.org',
  name: 'Coordinación Ejemplo',
  role: 'coordinator',
  language: 'es',
  country: 'SV',
  institution: 'Coordinación regional (ejemplo)',
};

export const trainer: DemoPerson = {
  email: 'facilitadora@example.org',
  name: 'Facilitadora Ejemplo',
  role: 'trainer',
  language: 'es',
  country: 'GT',
  institution: 'Coordinación regional (ejemplo)',
};
