/**
 * Guesses the next bit of a text from the letters before it: what followed the last one, two and four letters so
 * far, the longer context having the greater say (after PPM: Cleary and Witten, 1984). Additions, products and
 * quotients only, which every browser rounds alike, so that what one wrote another one reads.
 */
const CONTEXTS = [1, 2, 4];
/** How many sightings the shorter contexts' guess is worth beside what a longer one has seen. */
const DOUBT = 0.4;

export class Predictor {
  /** By a context, how often each bit came after the bits of the letter before it: `[2 * bits + bit]`. */
  private readonly seen = new Map<string, Uint8ClampedArray>();
  private before = '';
  private current = this.inContext();
  /** The bits of the letter so far, after a leading one. */
  private bits = 1;

  /** How likely the next bit is a one, 1 to 4095 in 4096ths. */
  chanceOfOne(): number {
    let chance = 0.5;
    for (const seen of this.current) {
      const [zeros, ones] = [seen[2 * this.bits] ?? 0, seen[2 * this.bits + 1] ?? 0];
      chance = (ones + DOUBT * chance) / (zeros + ones + DOUBT);
    }
    return Math.min(4095, Math.max(1, Math.round(chance * 4096)));
  }

  learn(bit: number): void {
    const [place, other] = [2 * this.bits + bit, 2 * this.bits + 1 - bit];
    for (const seen of this.current) {
      seen[place] = (seen[place] ?? 0) + 1;
      // What came last says more than what came long ago.
      if ((seen[other] ?? 0) > 2) seen[other] = (seen[other] ?? 0) >> 1;
    }
    this.bits = 2 * this.bits + bit;
    if (this.bits < 128) return;
    this.before = (this.before + String.fromCharCode(this.bits & 127)).slice(-4);
    this.bits = 1;
    this.current = this.inContext();
  }

  private inContext(): Uint8ClampedArray[] {
    return CONTEXTS.map((length) => {
      const context = `${length}${this.before.slice(-length)}`;
      const seen = this.seen.get(context) ?? new Uint8ClampedArray(256);
      this.seen.set(context, seen);
      return seen;
    });
  }
}
