import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsDate, IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min, ValidateIf } from 'class-validator';
import { readInstant } from '../instant.js';

/** Everything but characters that cannot be shown or stored. */
export const storable = /^[^\p{Cs}\0-\x08\x0b\x0c\x0e-\x1f\x7f]*$/u;

/** Text without blanks around it and without characters that cannot be shown or stored. */
export const Text = (least: number, most: number) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(least, most),
    Matches(storable, { message: '$property holds characters that cannot be stored' }),
  );

/** Like `Text`, and may be left out or null. */
export const OptionalText = (most: number) => applyDecorators(IsOptional(), Text(0, most));

/** A field that may be left out, but is never null. */
export const WhenGiven = () => ValidateIf((_, value) => value !== undefined);

/** A state by its two capital letters. */
export const StateCode = () => Matches(/^[A-Z]{2}$/, { message: '$property must be a state like TX' });

/** Decimal text, zero or more, with at most so many digits before and after the point. */
export const Decimal = (after: number, before = 12) =>
  Matches(new RegExp(`^\\d{1,${before}}(\\.\\d{1,${after}})?$`), {
    message: `$property must be a decimal like 12.5 with at most ${after} decimals`,
  });

/** Decimal text of which the domain says what it may be. */
export const DecimalText = () => applyDecorators(IsString(), Length(1, 25));

/** An instant in ISO 8601 that is in the calendar, in a year of four digits: others are written but not read again. */
export const Instant = () =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (readInstant(value) ?? value) : value)),
    IsDate({ message: '$property must be an instant like 2026-12-01T00:00:00Z' }),
  );

/** A calendar day, `2026-11-20`. */
export const Day = () =>
  applyDecorators(
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be a day like 2026-11-20' }),
    IsISO8601({ strict: true }),
  );

/** The version the caller saw, if they care. */
export const Version = () => applyDecorators(IsOptional(), IsInt(), Min(0), Max(2_147_483_647));

/** Repeated or comma-separated values of a query parameter as a list; nothing stays nothing. */
export const List = () =>
  Transform(({ value }: { value: unknown }) =>
    value === undefined
      ? undefined
      : (Array.isArray(value) ? value : [value])
          .flatMap((each: unknown) => (typeof each === 'string' ? each.split(',') : [each]))
          .filter((each) => each !== ''),
  );

/** Repeated values of a query parameter as a list, for words that may hold commas; nothing stays nothing. */
export const Repeated = () =>
  Transform(({ value }: { value: unknown }) => (value === undefined ? undefined : [value].flat()));

/** `true` or `false` as text. */
export const Flag = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

/** What a patch really says: fields that were left out are not there at all. */
export const given = <T extends object>(patch: T): Partial<T> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;
