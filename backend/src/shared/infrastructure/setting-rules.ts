interface Rule<T> {
  read(text: string | undefined, production: boolean): T;
}

const required = (text: string | undefined): string => {
  if (!text) throw new Error('is not set');
  return text;
};

const weak = /^(.)\1+$|secret|password|changeme|tradeyard/i;

/** The kinds of setting there are; each says in words why a value will not do. */
export const rule = {
  text: (fallback?: string): Rule<string> => ({ read: (text) => text ?? fallback ?? required(text) }),
  oneOf: <const Option extends string>(options: readonly Option[], fallback: Option): Rule<Option> => ({
    read: (text) => {
      const value = (text || fallback) as Option;
      if (!options.includes(value)) throw new Error(`is "${value}", which is none of ${options.join(', ')}`);
      return value;
    },
  }),
  integer: (least: number, most: number, fallback: number): Rule<number> => ({
    read: (text) => {
      const value = text ? Number(text) : fallback;
      if (!Number.isInteger(value) || value < least || value > most)
        throw new Error(`is "${text}", not a whole number from ${least} to ${most}`);
      return value;
    },
  }),
  port: (fallback: number): Rule<number> => rule.integer(0, 65_535, fallback),
  /** `http:` takes `https:` too, `smtp:` takes `smtps:`, `postgresql:` takes `postgres:`. */
  url: (protocol: string): Rule<string> => ({
    read: (text) => {
      const value = required(text);
      const allowed = [protocol, protocol.replace(':', 's:'), protocol === 'postgresql:' ? 'postgres:' : protocol];
      if (!URL.canParse(value) || !allowed.includes(new URL(value).protocol))
        throw new Error(`is not a URL that begins with ${protocol}//`);
      return value;
    },
  }),
  /** In production a short or guessable one is refused; its value never appears in the message. */
  secret: (length: number): Rule<string> => ({
    read: (text, production) => {
      const value = required(text);
      if (production && (value.length < length || weak.test(value)))
        throw new Error(`is too weak: production needs at least ${length} random characters`);
      return value;
    },
  }),
};
