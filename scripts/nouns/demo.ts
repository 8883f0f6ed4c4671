import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Io, Noun } from '../noun.ts';

const WORDS = [
  'rumbo',
  'carta',
  'marea',
  'puerto',
  'ancla',
  'vela',
  'faro',
  'norte',
  'costa',
  'isla',
  'remo',
];
/** What each of the ten stages of `walkTo` looks like. */
const STAGES = [
  'has just registered',
  'is enrolled',
  'is reading the first module',
  'has begun a quiz',
  'has failed a quiz',
  'has finished one module',
  'has finished two modules',
  'has finished three modules',
  'has finished the overview and begun the expert track',
  'was admitted to the expert track',
];

async function fill(_args: string[], io: Io): Promise<number> {
  const [{ connectDatabase }, { readConfig }] = await Promise.all([
    import('../../server/database/index.ts'),
    import('../../server/config.ts'),
  ]);
  const database = await connectDatabase(readConfig(io.env));
  try {
    return await fillConnected(io);
  } finally {
    await database.close();
  }
}

async function fillConnected(io: Io): Promise<number> {
  const [
    { createUser, UserModel },
    { getTrack, publishContent },
    { loadContent },
    { projectRoot },
    people,
    { walkTo },
    { sayOpinions },
  ] = await Promise.all([
    import('../../server/accounts/index.ts'),
    import('../../server/catalogue/index.ts'),
    import('../../server/content/index.ts'),
    import('../../server/root.ts'),
    import('../demo/people.ts'),
    import('../demo/stages.ts'),
    import('../demo/opinions.ts'),
  ]);
  if (await UserModel.exists({ demo: { $ne: true } })) {
    io.err(
      'This platform holds real people. The demonstration fills an empty one only: set DATA_DIR to a new folder.',
    );
    return 1;
  }
  if (await UserModel.exists({})) {
    io.err('The demonstration is already here. Remove its DATA_DIR to begin again.');
    return 1;
  }
  await publishContent(await loadContent(join(projectRoot, 'modules-content')));
  const password =
    Array.from({ length: 4 }, () => WORDS[randomInt(WORDS.length)]).join('-') + `-${randomInt(100, 999)}`;
  const make = async (person: (typeof people.learners)[number]): Promise<string> => {
    const user = await createUser({ ...person, password, demo: true });
    if (user === 'email-taken') throw new Error(`${person.email} is taken.`);
    return user._id.toString();
  };
  await make(people.coordinator);
  const trainer = await make(people.trainer);
  const [overview, expert] = await Promise.all([getTrack('overview'), getTrack('dfa-expert')]);
  const settle = async (person: (typeof people.learners)[number], stage: number, seed: number) => {
    const user = await make(person);
    await walkTo(stage, user, { overview, expert, trainer, person: seed });
    const finished = stage === 9 ? [] : overview.published.slice(0, Math.max(0, stage - 4));
    for (const module of finished) await sayOpinions(user, module, person.language, seed);
  };
  for (const [index, person] of people.learners.entries()) await settle(person, index % STAGES.length, index);
  // Side by side: the database writes what comes at the same moment in one go.
  await Promise.all(
    people.earlier.map(async (person, index) => await settle(person, index % 3 === 0 ? 8 : 6, 100 + index)),
  );
  io.out('A fictional workshop is ready: a coordinator, a trainer and thirty learners at every stage.');
  io.out(`  coordinator  ${people.coordinator.email}`);
  io.out(`  trainer      ${people.trainer.email}`);
  for (const [stage, words] of STAGES.entries()) {
    io.out(`  learner      ${(people.learners[stage]?.email ?? '').padEnd(24)} ${words}`);
  }
  io.out(
    `and ${people.learners.length - STAGES.length} more, in the same ten stages; ${people.earlier.length} of an earlier workshop fill the`,
  );
  io.out(`analysis of questions and the opinions that trainers see. The password of all: ${password}`);
  return 0;
}

export const demo: Noun = {
  name: 'demo',
  summary: 'A fictional workshop, to see every page with life in it.',
  verbs: {
    demo: {
      summary:
        'Fills an empty platform with a coordinator, a trainer and learners at every stage; refuses where real people are.',
      usage: 'demo',
      run: fill,
    },
  },
};
