/**
 * Adds numbers without losing what a double rounds away: MongoDB's `$sum`, `$avg` and `$add` keep a second double for
 * it, so that 0.1 + 0.2 + 0.3 is 0.6 (T. J. Dekker, "A floating-point technique for extending the available precision").
 */
export class Sum {
  #sum = 0;
  #rest = 0;

  add(value: number): void {
    const sum = this.#sum + value;
    const part = sum - this.#sum;
    this.#rest += this.#sum - (sum - part) + (value - part);
    this.#sum = sum;
  }

  get value(): number {
    return Number.isFinite(this.#sum) ? this.#sum + this.#rest : this.#sum;
  }
}
