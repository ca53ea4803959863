import { ValidateBy } from 'class-validator';
import { storable } from '../../shared/http/fields.js';

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
