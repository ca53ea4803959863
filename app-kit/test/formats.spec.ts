import { createFormats } from '../src/formats';

const now = (): Date => new Date('2026-11-20T18:00:00Z');
const us = createFormats({ locale: 'en-US', language: 'en', currency: 'USD', timeZone: 'America/Chicago' }, now);
const br = createFormats({ locale: 'pt-BR', language: 'pt-BR', currency: 'BRL', timeZone: 'America/Recife' }, now);
const plain = (text: string): string => text.replace(/\u00a0|\u202f/g, ' ');

describe('figures', () => {
  it('are written in the store’s manner and currency', () => {
    expect(us.money('1188')).toBe('$1,188.00');
    expect(plain(br.money('1188'))).toBe('R$ 1.188,00');
    expect(us.quantity('1140.5')).toBe('1,140.5');
    expect(br.quantity('1140.5')).toBe('1.140,5');
    expect([us.decimalSeparator, br.decimalSeparator]).toEqual(['.', ',']);
  });
  it('never pass through floating point', () => {
    expect(us.money('9007199254740993.13')).toBe('$9,007,199,254,740,993.13');
  });
  it('show unit prices with the decimals they have, up to four', () => {
    expect(us.unitPrice('7.8400')).toBe('$7.84');
    expect(us.unitPrice('0.8214')).toBe('$0.8214');
  });
  it('round in summaries only, and sign changes with a true minus', () => {
    expect(us.summary('5005.88')).toBe('$5,006');
    expect(us.change('36')).toBe('+$36.00');
    expect(us.change('-36')).toBe('−$36.00');
    expect(us.percent(-0.164)).toBe('−16%');
  });
});

describe('dates', () => {
  it('are days of the store, with words of the page', () => {
    expect(us.date('2026-11-25T15:00:00Z')).toBe('Wed 25 Nov');
    expect(br.date('2026-11-25T15:00:00Z')).toBe('qua 25 nov');
  });
  it('name the year when it is another', () => expect(us.date('2025-03-01T15:00:00Z')).toBe('Sat 1 Mar 2025'));
  it('fall on the day it is in the store’s time zone', () => {
    expect(us.date('2026-11-25T03:00:00Z')).toBe('Tue 24 Nov');
    expect(us.time('2026-11-25T03:05:00Z')).toBe('21:05');
    expect(us.dateTime('2026-11-25T03:05:00Z')).toBe('Tue 24 Nov, 21:05');
  });
  it('leave a plain date as it is', () => expect(us.date('2026-11-25')).toBe('Wed 25 Nov'));
  it('know today and the days after', () => {
    expect(us.day()).toBe('2026-11-20');
    expect(us.day(30)).toBe('2026-12-20');
  });
});
