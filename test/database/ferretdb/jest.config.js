/**
 * The tests that use a database, on FerretDB: `MONGODB_URI=… npm run test:only -- -c test/database/ferretdb/jest.config.js`.
 * Left out as wholes: aggregations, of whose stages it knows few (so feedback, whose counts are one), the tests of the
 * embedded engine's own files and manners, and the browser's, which ask no more of a database than these.
 */
import base from '../../../jest.config.js';
import { LACKS } from './lacks.js';

const FILES = [
  'assessment/attempts',
  'assessment/placement',
  'catalogue/*',
  'certificates/*',
  'database/{agreement,cursors,drivers,indexes,move,nulls,projection,queries,types,updates,writes}',
  'learning/*',
];
const escaped = (name) => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const lacking = Object.values(LACKS).flat().map(escaped);

export default {
  ...base,
  rootDir: '../../..',
  testMatch: FILES.map((name) => `<rootDir>/test/${name}.test.ts`),
  testNamePattern: `^(?!${lacking.join('|')})`,
  setupFiles: ['<rootDir>/test/database/ferretdb/fill-in.ts'],
};
