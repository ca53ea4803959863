/** One try at something that must happen once: the same wish keeps its key until the try came to an end. */
export class Attempt {
  #wish: string | null = null;
  #key = '';

  constructor(private readonly newKey: () => string) {}

  /** The key to send with this wish; a changed wish is another attempt. */
  keyFor(wish: object): string {
    const text = JSON.stringify(wish);
    if (this.#wish !== text) {
      this.#wish = text;
      this.#key = this.newKey();
    }
    return this.#key;
  }

  /** The server has decided; whoever tries again means a new attempt. */
  ended(): void {
    this.#wish = null;
  }
}

/** Whether a failed try may in truth have worked: nobody answered, or the server broke. */
export const isUndecided = (status: number): boolean => status === 0 || status >= 500;
