import { revisionMail } from './revision-mail.js';

const facts = {
  reader: 'Ana',
  by: 'Bruno <b>',
  table: 'National',
  number: 12,
  name: 'December',
  changes: 12_500,
  note: 'Mind the “cement” & <sand>\nplease',
  store: 'Test Supply',
  link: 'https://shop.example/backoffice/prices/revisions/t/r?a=1&b=2',
};

it('says what waits, of whom, how large, with their words and a link', () => {
  const { subject, text } = revisionMail('en', 'submitted', facts);
  expect(subject).toBe('Waits for your approval: National #12 “December” – Test Supply');
  expect(text.split('\n\n')).toEqual([
    'Hello Ana,',
    'Bruno <b> handed in National #12 “December” and asks for approval.',
    'Price changes: 12,500',
    '“Mind the “cement” & <sand>\nplease”',
    'Open the revision: https://shop.example/backoffice/prices/revisions/t/r?a=1&b=2\n',
  ]);
});

it('speaks Portuguese, and leaves out what was not said', () => {
  const { subject, text, html } = revisionMail('pt-BR', 'rejected', { ...facts, name: null, note: null });
  expect(subject).toBe('Recusada: National nº 12 – Test Supply');
  expect(text).toContain('Mudanças de preço: 12.500');
  expect(text).toContain('Uma alteração a reabre');
  expect(html).toContain('<html lang="pt-BR">');
  expect(html).not.toContain('blockquote');
});

it('no name or note breaks out of the HTML', () => {
  const { html } = revisionMail('en', 'approved', facts);
  expect(html).not.toContain('<b>');
  expect(html).not.toContain('<sand>');
  expect(html).toContain('&#60;b&#62;');
  expect(html).toContain('?a=1&#38;b=2');
});
