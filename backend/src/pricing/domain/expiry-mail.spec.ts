import { expiryMail, type ExpiryMailFacts } from './expiry-mail.js';

const facts: ExpiryMailFacts = {
  reader: 'Rita',
  table: 'Aurora 2026',
  company: 'Aurora <Builders>',
  validTo: new Date('2027-01-01T05:00:00Z'),
  timeZone: 'America/Chicago',
  store: 'Test Supply',
  link: 'https://store.example/backoffice/prices/tables?search=Aurora%202026',
};

describe('the mail about a price table that ends', () => {
  it('names the moment as clocks of the store show it', () => {
    const { subject, text } = expiryMail('en', facts);
    expect(subject).toBe('Prices end on December 31, 2026: Aurora 2026 – Test Supply');
    expect(text.replace(/\s/g, ' ')).toContain('until December 31, 2026 at 11:00 PM');
    expect(text).toContain('From then on Aurora <Builders> pays');
    expect(text).toContain(facts.link);
  });

  it('calls the end of a day by that day, as the screens do', () => {
    const atMidnight = { ...facts, validTo: new Date('2027-01-01T06:00:00Z') };
    const { subject, text } = expiryMail('en', atMidnight);
    expect(subject).toBe('Prices end on December 31, 2026: Aurora 2026 – Test Supply');
    expect(text).toContain('until the end of December 31, 2026.');
    expect(expiryMail('pt-BR', atMidnight).text).toContain('valem até o fim de 31 de dezembro de 2026.');
  });

  it('speaks the language of its reader, and no name breaks out of its HTML', () => {
    const { subject, html } = expiryMail('pt-BR', facts);
    expect(subject).toBe('Preços terminam em 31 de dezembro de 2026: Aurora 2026 – Test Supply');
    expect(html).toContain('lang="pt-BR"');
    expect(html).not.toContain('<Builders>');
  });

  it('speaks of no company where the table is for everybody', () => {
    const { text } = expiryMail('en', { ...facts, company: null, table: 'Promotion' });
    expect(text).toContain('The prices of Promotion hold until');
    expect(text).not.toContain('null');
  });
});
