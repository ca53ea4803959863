import type { DomainEvent } from '../../shared/outbox.js';

/** Somebody was added who has to choose a password before they can sign in. */
export type MemberInvited = DomainEvent<'identity.member_invited', { memberId: string }>;

/** Somebody, perhaps nobody we know, says they forgot the password of this address. */
export type PasswordResetRequested = DomainEvent<'identity.password_reset_requested', { email: string }>;

export const memberInvited = (memberId: string): MemberInvited => ({
  type: 'identity.member_invited',
  payload: { memberId },
});

export const passwordResetRequested = (email: string): PasswordResetRequested => ({
  type: 'identity.password_reset_requested',
  payload: { email },
});
