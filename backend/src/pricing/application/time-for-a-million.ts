/** How long work on a revision of a million prices may take on a slow and busy machine. */
export const timeForAMillion = 10 * 60_000;
