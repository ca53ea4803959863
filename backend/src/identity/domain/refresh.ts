/** A refresh token as it was found, with the session it belongs to. */
export interface PresentedToken {
  readonly sessionId: string;
  readonly memberId: string;
  readonly sessionExpiresAt: Date;
  readonly sessionEndedAt: Date | null;
  /** When the token was exchanged; null while it is the newest of its session. */
  readonly usedAt: Date | null;
  /** When the session last exchanged a token, whichever it was. */
  readonly lastExchangeAt: Date | null;
}

/** A session ends 30 days after the password was typed, however often it was refreshed. */
export const sessionDays = 30;

/** How long the token before the newest one is forgiven for coming twice. */
export const graceMs = 10_000;

/**
 * What to do with a presented token:
 * - `rotate`: it is the newest, exchange it;
 * - `overlap`: it was exchanged a moment ago and nothing came after it, as when two tabs refresh at once. The second tab gets an
 *   access token and no refresh token: the first tab's cookie already reached the browser both share;
 * - `reused`: somebody holds a copy of it, so the session must end for everybody;
 * - `over`: the session has ended.
 */
export function judge(token: PresentedToken, now: Date): 'rotate' | 'overlap' | 'reused' | 'over' {
  if (token.sessionEndedAt || token.sessionExpiresAt <= now) return 'over';
  if (!token.usedAt) return 'rotate';
  const nothingSince = token.lastExchangeAt?.getTime() === token.usedAt.getTime();
  return nothingSince && now.getTime() - token.usedAt.getTime() <= graceMs ? 'overlap' : 'reused';
}
