/** Thrown when somebody else changed the aggregate since it was read; answered as 409 `<noun>.stale`. */
export class StaleWrite extends Error {
  constructor(
    readonly noun: string,
    readonly currentVersion?: number,
  ) {
    super(`the ${noun} changed meanwhile`);
  }
}
