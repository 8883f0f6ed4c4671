/**
 * What is made of a file's bytes, made once for as long as somebody keeps them: bytes in memory do not change, and a
 * draft's files come again with each look at it. What is handed out is shared, so nobody changes it.
 */
export class OncePerFile<T> {
  readonly #known = new WeakMap<Buffer, Map<string, T>>();

  /** @param name under which the bytes are read: places in them name their file */
  of(bytes: Buffer, name: string, make: () => T): T {
    const known = this.#known.get(bytes) ?? new Map<string, T>();
    this.#known.set(bytes, known);
    const before = known.get(name);
    if (before !== undefined) return before;
    const made = make();
    known.set(name, made);
    return made;
  }
}
