/**
 * Where generated cases begin: the same in every run, so that a failure is there again the next time; another one with
 * PROPERTY_SEED. fast-check and the names of the specs tell it when something fails.
 */
export const seedOfThisRun = (): number => Number(process.env.PROPERTY_SEED ?? 20_261_121);
