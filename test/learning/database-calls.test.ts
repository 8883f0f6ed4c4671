/** What the most frequent requests ask of the database, on a server that is warm: at most two reads and a write. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UserModel } from '../../server/accounts/index.ts';
import { getCatalogue } from '../../server/catalogue/index.ts';
import { admit, ProgressModel } from '../../server/learning/index.ts';
import { countCommands } from '../support/commands.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const MODULE = '/es/modules/overview-2';
const LESSON = `${MODULE}/lessons/the-results-chain`;
const WITH_WORKSHEET = '/es/modules/overview-4/lessons/amounts-gdp-and-trends';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let learner: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo({ monitored: true });
  learner = await rumbo.person('learner', 'rosa@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  await learner.get(LESSON);
});
afterAll(async () => await rumbo.stop());

test('the counter sees every command', async () => {
  const { names } = await countCommands(async () => await learner.get('/es/my-learning'));
  expect(names).toEqual(expect.arrayContaining(['find progress', 'find worksheets', 'find certificates']));
});

test('a lesson page: its note and its progress', async () => {
  const { names } = await countCommands(async () => await learner.get(LESSON));
  expect(names.sort()).toEqual(['find notes', 'findAndModify progress']);
});

test('a lesson with a worksheet reads that too, comments included', async () => {
  await learner.get(WITH_WORKSHEET);
  const { reads, writes } = await countCommands(async () => await learner.get(WITH_WORKSHEET));
  expect({ reads, writes }).toEqual({ reads: 2, writes: 1 });
});

test('“mark as read”: one write', async () => {
  const csrf = await learner.token(LESSON);
  const { names } = await countCommands(async () => await learner.send(csrf, `${LESSON}/done`, {}));
  expect(names).toEqual(['findAndModify progress']);
  const { names: again } = await countCommands(async () => await learner.send(csrf, `${LESSON}/done`, {}));
  expect(again).toEqual(['findAndModify progress']);
});

test('half a minute of reading: one write', async () => {
  const csrf = await learner.token(LESSON);
  const { reads, writes } = await countCommands(async () => {
    await learner.send(csrf, `${MODULE}/time`, {});
  });
  expect({ reads, writes }).toEqual({ reads: 0, writes: 1 });
});

test('every lesson of both tracks stays within two reads and a write, worksheets filled in or not', async () => {
  const user = String((await UserModel.findOne({ email: 'rosa@example.org' }).lean())?._id);
  const { tracks } = await getCatalogue();
  const costs: Record<string, { reads: number; writes: number }> = {};
  for (const track of tracks) {
    await admit(user, track, user);
    for (const module of track.published) {
      for (const { id } of module.content.lessons) {
        const page = `/es/modules/${module.id}/lessons/${id}`;
        expect((await learner.get(page)).status).toBe(200);
        const { reads, writes } = await countCommands(async () => await learner.get(page));
        if (reads > 2 || writes > 1) costs[page] = { reads, writes };
      }
      // The next module may need this one.
      await ProgressModel.updateOne({ user, module: module.id }, { finishedAt: new Date() });
    }
  }
  expect(costs).toEqual({});
});
