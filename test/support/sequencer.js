/** The longest files first, so that none of them ends alone: a fresh machine has no durations of an earlier run. */
import { createRequire } from 'node:module';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** Folders whose files take longest, in this order. */
const LONGEST = ['/test/browser/', '/test/authoring/', '/test/content/'];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const index = LONGEST.findIndex((folder) => path.includes(folder));
      return index === -1 ? LONGEST.length : index;
    };
    return super.sort(tests).toSorted((one, other) => place(one) - place(other));
  }
}
