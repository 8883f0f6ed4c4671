import type { PublishedTrack } from '../catalogue/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { mayAccompany, roles, type Companion } from '../policy.ts';
import type { Translate } from '../rendering/index.ts';
import { PEOPLE_A_PAGE, type Person } from './people.ts';

export interface PeopleList {
  people: Person[];
  total: number;
  q: string;
  page: number;
  tracks: PublishedTrack[];
  canGiveRoles: boolean;
  /** Who reads the list. */
  reader: Companion;
}

export function peoplePage(
  { people, total, q, page, tracks, canGiveRoles, reader }: PeopleList,
  lang: Language,
  t: Translate,
) {
  const countries = new Intl.DisplayNames([lang], { type: 'region' });
  const pages = Math.max(1, Math.ceil(total / PEOPLE_A_PAGE));
  const to = (number: number) => paths.people({ lang }, { q, page: String(number) });
  return {
    q,
    count: t('people.count', { count: total }),
    searchAction: paths.people({ lang }),
    people: people.map((person) => personRow(person, { tracks, reader, countries }, lang, t)),
    roles: roles.map((role) => ({ value: role, label: t(`people.role.${role}`) })),
    canGiveRoles,
    previous: page > 1 ? to(page - 1) : null,
    next: page < pages ? to(page + 1) : null,
    pageLabel: t('people.pageOf', { page: Math.min(page, pages), pages }),
  };
}

function personRow(
  { user, enrolledIn, finishedModules, hasWorksheets }: Person,
  { tracks, reader, countries }: Pick<PeopleList, 'tracks' | 'reader'> & { countries: Intl.DisplayNames },
  lang: Language,
  t: Translate,
) {
  const id = user._id.toString();
  const closed = tracks.filter((track) => track.opensAfter !== null && !enrolledIn.includes(track.id));
  return {
    id: `p-${id}`,
    name: user.name,
    email: user.email,
    country: user.country ? (countries.of(user.country) ?? user.country) : '—',
    institution: user.institution === '' ? '—' : user.institution,
    role: t(`people.role.${user.role}`),
    tracks:
      enrolledIn.length > 0
        ? tracks
            .filter((track) => enrolledIn.includes(track.id))
            .map((track) => track.title[lang])
            .join(', ')
        : '—',
    finished: t('people.modulesFinished', { count: finishedModules }),
    admissions:
      user.role === 'learner'
        ? closed.map((track) => ({
            action: paths.admit({ lang, user: id }),
            track: track.id,
            label: t('people.admitTo', { track: track.title[lang] }),
            to: t('people.admitWhom', { name: user.name, track: track.title[lang] }),
          }))
        : [],
    worksheets:
      hasWorksheets && mayAccompany(reader, { id, country: user.country ?? null })
        ? {
            url: paths.worksheetsOf({ lang, user: id }),
            label: t('comments.sheets'),
            whose: t('comments.sheetsOfWhom', { name: user.name }),
          }
        : null,
    roleAction: paths.changeRole({ lang, user: id }),
    roleLabel: t('people.roleOf', { name: user.name }),
    roleOptions: roles.map((role) => ({
      value: role,
      label: t(`people.role.${role}`),
      chosen: role === user.role,
    })),
  };
}
