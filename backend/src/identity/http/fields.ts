import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length, Matches, ValidateIf } from 'class-validator';

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

/** Decimal text, zero or more, with at most two decimals. */
export const Amount = () => Matches(/^\d{1,12}(\.\d{1,2})?$/, { message: '$property must be an amount like 2500.00' });
