/** A write that was acknowledged is on disk. */
import { expect, test } from '@jest/globals';
import { crashRounds } from './crash.ts';
import { ownEngines } from './engine.ts';

const { folder } = ownEngines();

test('five kills under 32 writers lose no acknowledged write, tear no document and leave the indexes right', async () => {
  const { acknowledged, lost, torn, faults } = await crashRounds(folder(), 5, () => undefined);
  expect({ lost, torn, faults }).toEqual({ lost: 0, torn: 0, faults: [] });
  expect(acknowledged).toBeGreaterThan(50);
});
