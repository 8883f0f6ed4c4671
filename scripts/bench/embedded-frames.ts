/** Feeds the frame reader 100,000 random and mutated messages: `npx tsx scripts/bench/embedded-frames.ts [seed]`. */
import { fuzzFrames } from '../../test/database/fuzz.ts';

const start = performance.now();
const { messages, read, refused } = fuzzFrames(100_000, Number(process.argv[2] ?? 7));
console.log(
  `${messages} messages: ${read} read, ${refused} refused, nothing else thrown, in ${Math.round(performance.now() - start)} ms`,
);
