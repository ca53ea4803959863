import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsDate, IsString, Length, Matches, ValidateIf } from 'class-validator';

/** Text without blanks around it and without characters that cannot be shown or stored. */
export const Text = (least: number, most: number) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(least, most),
    Matches(/^[^\p{Cs}\0-\x08\x0b\x0c\x0e-\x1f\x7f]*$/u, {
      message: '$property holds characters that cannot be stored',
    }),
  );

/** A field that may be left out, but is never null. */
export const WhenGiven = () => ValidateIf((_, value) => value !== undefined);

/** An instant in ISO 8601. */
export const Instant = () =>
  applyDecorators(
    Type(() => Date),
    IsDate({ message: '$property must be an instant like 2026-12-01T00:00:00Z' }),
  );

/** A state's two capital letters. */
export const StateCode = () => Matches(/^[A-Z]{2}$/, { message: '$property must be a state code like TX' });

/** Decimal text, zero or more, with at most `digits` decimals. */
export const Decimal = (digits: number) =>
  Matches(new RegExp(`^\\d{1,10}(\\.\\d{1,${digits}})?$`), {
    message: `$property must be a decimal like 12.5 with at most ${digits} decimals`,
  });

/** Repeated or comma-separated values as a list; nothing stays nothing. */
export const List = () =>
  Transform(({ value }: { value: unknown }) =>
    (Array.isArray(value) ? value : [value])
      .flatMap((each: unknown) => (typeof each === 'string' ? each.split(',') : each === undefined ? [] : [each]))
      .filter((each) => each !== ''),
  );

/** `true` or `false` as text. */
export const Flag = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
