/** Time that the course was in view: a window left open behind others does not study. */
export class Clock {
  private total = 0;
  private since: number | null = document.hidden ? null : performance.now();

  constructor() {
    document.addEventListener('visibilitychange', () => {
      this.total = this.elapsed();
      this.since = document.hidden ? null : performance.now();
    });
  }

  /** In milliseconds. */
  elapsed(): number {
    return this.total + (this.since === null ? 0 : performance.now() - this.since);
  }
}
