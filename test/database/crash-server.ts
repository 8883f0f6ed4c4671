/** Opens the embedded database of a folder in a process of its own, to be killed. */
import { openEmbeddedDatabase } from '../../server/database/embedded/index.ts';

const { uri } = await openEmbeddedDatabase({ folder: process.argv[2] ?? '' });
process.stdout.write(`${uri}\n`);
