const written =
  /^(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d))?$/;

/**
 * Reads an instant written in ISO 8601 with its offset, or a day, which begins at midnight in UTC. Null for anything else:
 * days no month has, times without an offset, years before 1.
 */
export function readInstant(text: string): Date | null {
  const [, day] = written.exec(text) ?? [];
  if (day === undefined || day.startsWith('0000')) return null;
  // A day over the end of its month would be read as one of the next.
  if (new Date(day).toJSON()?.slice(0, 10) !== day) return null;
  const instant = new Date(text);
  const year = instant.getUTCFullYear();
  return year >= 1 && year <= 9999 ? instant : null;
}
