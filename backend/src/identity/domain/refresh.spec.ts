import { judge, type PresentedToken } from './refresh.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 12, 0, seconds));
const token = (more: Partial<PresentedToken> = {}): PresentedToken => ({
  sessionId: 's',
  memberId: 'm',
  sessionExpiresAt: at(3600),
  sessionEndedAt: null,
  usedAt: null,
  lastExchangeAt: null,
  ...more,
});

describe('a refresh token', () => {
  it('is exchanged while it is the newest', () => {
    expect(judge(token({ lastExchangeAt: at(0) }), at(1))).toBe('rotate');
  });

  it('is forgiven for 10 seconds when nothing was exchanged after it', () => {
    const used = token({ usedAt: at(0), lastExchangeAt: at(0) });
    expect([judge(used, at(0)), judge(used, at(10)), judge(used, at(11))]).toEqual(['overlap', 'overlap', 'reused']);
  });

  it('is a copy when its successor was exchanged already, however soon', () => {
    expect(judge(token({ usedAt: at(0), lastExchangeAt: at(1) }), at(2))).toBe('reused');
  });

  it('is worth nothing once the session ended or expired, and ends nothing more', () => {
    expect(judge(token({ sessionEndedAt: at(0) }), at(1))).toBe('over');
    expect(judge(token({ sessionExpiresAt: at(1) }), at(1))).toBe('over');
    expect(judge(token({ sessionEndedAt: at(0), usedAt: at(0), lastExchangeAt: at(5) }), at(60))).toBe('over');
  });
});
