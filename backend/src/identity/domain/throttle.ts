/** How many tries a key has in a window of time. */
export interface Allowance {
  readonly tries: number;
  readonly windowSeconds: number;
}

/**
 * Sign-ins are counted twice. One account gets few wrong passwords, whoever types them, so a password cannot be guessed; one address
 * gets more, because an office shares it, yet too few to try one password on many accounts.
 */
export const signInAllowance = {
  account: { tries: 5, windowSeconds: 15 * 60 },
  address: { tries: 50, windowSeconds: 15 * 60 },
} as const satisfies Record<string, Allowance>;

/** Reset mails are few, so that nobody can fill somebody else's mailbox. */
export const resetAllowance = {
  account: { tries: 3, windowSeconds: 15 * 60 },
  address: { tries: 30, windowSeconds: 15 * 60 },
} as const satisfies Record<string, Allowance>;

/** Addresses that one line of a provider can choose freely count as one: the first half of an IPv6 address. */
export function addressKey(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ?? '').split(':').filter(Boolean)]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
