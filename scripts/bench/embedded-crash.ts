/** Kills the embedded database 100 times under 32 writers: `npx tsx scripts/bench/embedded-crash.ts [rounds]`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashRounds } from '../../test/database/crash.ts';

const folder = mkdtempSync(join(tmpdir(), 'rumbo-crash-'));
const rounds = Number(process.argv[2] ?? 100);
const { acknowledged, lost, torn, faults } = await crashRounds(folder, rounds, console.log, 1500);
console.log(
  `${rounds} kills: ${acknowledged} writes acknowledged, ${lost} lost, ${torn} torn documents, ${faults.length} faults in indexes`,
);
for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`);
rmSync(folder, { recursive: true });
process.exitCode = lost + torn + faults.length === 0 ? 0 : 1;
