import { applyDecorators } from '@nestjs/common';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

/** Text without blanks around it and without characters that cannot be shown or stored. */
export const Text = (least: number, most: number) =>
  applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(least, most),
    Matches(/^[^\p{Cs}\0-\x08\x0b\x0c\x0e-\x1f\x7f]*$/u, {
      message: '$property holds characters that cannot be stored',
    }),
  );

/** Like `Text`, and may be left out or null. */
export const OptionalText = (most: number) => applyDecorators(IsOptional(), Text(0, most));

/** Decimal text; whether it is a quantity that is sold, the domain says. */
export const Decimal = () => applyDecorators(IsString(), Length(1, 25));

/** The version the caller saw, if they care. */
export const Version = () => applyDecorators(IsOptional(), IsInt(), Min(0), Max(2_147_483_647));

/** A calendar day, `2026-11-20`. */
export const Day = () =>
  applyDecorators(
    Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be a day like 2026-11-20' }),
    IsISO8601({ strict: true }),
  );

/** A query parameter that may name several words, separated by commas or repeated. */
export const Words = () =>
  Transform(({ value }: TransformFnParams): unknown =>
    value === undefined ? undefined : [value as string | string[]].flat().flatMap((text) => String(text).split(',')),
  );
