/** Something to be tidied in every tenant now and then; doing it twice, or two at once, does no harm. */
export interface Chore {
  readonly name: string;
  run(): Promise<void>;
}

/** Where chores sign up when their module starts; the worker does them every hour. */
export abstract class Chores {
  abstract add(chore: Chore): void;
}
