import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length, Matches, ValidateBy, ValidateIf } from 'class-validator';

const storable = /^[^\p{Cs}\0-\x08\x0b\x0c\x0e-\x1f\x7f]*$/u;

/** Text without blanks around it and without characters that cannot be shown or stored. */
export const Text = (least: number, most: number) =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(least, most),
    Matches(storable, { message: '$property holds characters that cannot be stored' }),
  );

/** A field that may be left out, but is never null. */
export const WhenGiven = () => ValidateIf((_, value) => value !== undefined);

/** Decimal text, zero or more, with at most three decimals. */
export const Level = () => Matches(/^\d{1,12}(\.\d{1,3})?$/, { message: '$property must be a quantity like 12.5' });

/** A state by its two letters. */
export const State = () => Matches(/^[A-Z]{2}$/, { message: '$property must be a state like TX' });

/** At most 50 names with a text each. */
export const Attributes = () =>
  ValidateBy({
    name: 'attributes',
    validator: {
      validate: isAttributes,
      defaultMessage: () => '$property must be at most 50 names of up to 60 characters with a text of up to 200 each',
    },
  });

function isAttributes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  const fits = (text: unknown, most: number): boolean =>
    typeof text === 'string' && text.length > 0 && text.length <= most && storable.test(text);
  return entries.length <= 50 && entries.every(([name, text]) => fits(name, 60) && fits(text, 200));
}

/** What a patch really says: fields that were left out are not there at all. */
export const given = <T extends object>(patch: T): Partial<T> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;
