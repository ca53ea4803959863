import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Side } from '../../shared/permissions.js';

/** One per side, so that a buyer and a member of staff can be signed in beside each other on one host. */
const names: Readonly<Record<Side, string>> = { buyer: 'tradeyard_buyer', staff: 'tradeyard_staff' };

/**
 * Always `Secure`: browsers and curl send such cookies over plain HTTP to localhost, its subdomains and 127.0.0.1, which is where this
 * runs without TLS.
 */
const attributes = { path: '/api/v1/auth', httpOnly: true, secure: true, sameSite: 'strict' } as const;

/** The refresh tokens a request carries: of the asked side, or of both. */
export function refreshTokensOf(request: FastifyRequest, side?: Side): string[] {
  const sides: readonly Side[] = side ? [side] : ['buyer', 'staff'];
  return sides.flatMap((one) => request.cookies[names[one]] ?? []);
}

export function giveRefreshToken(reply: FastifyReply, side: Side, token: string, expires: Date): void {
  void reply.setCookie(names[side], token, { ...attributes, expires });
}

export function takeRefreshToken(reply: FastifyReply, side?: Side): void {
  const sides: readonly Side[] = side ? [side] : ['buyer', 'staff'];
  for (const one of sides) void reply.clearCookie(names[one], attributes);
}
