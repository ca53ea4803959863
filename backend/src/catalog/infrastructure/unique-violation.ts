const uniqueViolation = '23505';

/** The constraint that a failed write ran into because the value is taken; null for any other failure. */
export function takenIn(error: unknown): string | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === uniqueViolation ? (constraint ?? '') : null;
}
