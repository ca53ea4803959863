/** Steps back and forth again; a new step forgets those that were undone. It keeps the newest `most`. */
export class UndoStack<Step> {
  #done: Step[] = [];
  #undone: Step[] = [];

  constructor(private readonly most = 200) {}

  get mayUndo(): boolean {
    return this.#done.length > 0;
  }

  get mayRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Something was done. */
  push(step: Step): void {
    this.#done = [...this.#done.slice(1 - this.most), step];
    this.#undone = [];
  }

  /** The step to take back now, if there is one. */
  undo(): Step | undefined {
    const step = this.#done.pop();
    if (step !== undefined) this.#undone.push(step);
    return step;
  }

  /** The step to do again, if one was taken back. */
  redo(): Step | undefined {
    const step = this.#undone.pop();
    if (step !== undefined) this.#done.push(step);
    return step;
  }

  /** Nothing of what was can be taken back any more. */
  clear(): void {
    this.#done = [];
    this.#undone = [];
  }

  /** Changes every step, and forgets those nothing is left of. */
  rewrite(change: (step: Step) => Step | null): void {
    const kept = (steps: Step[]): Step[] => steps.map(change).filter((step) => step !== null);
    this.#done = kept(this.#done);
    this.#undone = kept(this.#undone);
  }
}
