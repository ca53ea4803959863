import { languageOf, linkMail } from './link-mail.js';

const facts = { name: 'Ana <script>', store: 'Bolt & "Co"', link: 'https://x.example/welcome?token=t&x=1' };

it('says in both languages what to do, with the link in text and HTML', () => {
  for (const language of ['en', 'pt-BR'] as const) {
    for (const purpose of ['invitation', 'password_reset'] as const) {
      const mail = linkMail(language, purpose, facts);
      expect(mail.text).toContain(`\n${facts.link}\n`);
      expect(mail.subject).toContain(facts.store);
      expect(mail.html).toContain(`lang="${language}"`);
    }
  }
  expect(linkMail('en', 'invitation', facts).subject).not.toBe(linkMail('pt-BR', 'invitation', facts).subject);
});

it('lets no name become markup', () => {
  const { html } = linkMail('en', 'invitation', facts);
  expect(html).not.toMatch(/<script>|"Co"/);
  expect(html).toContain('Ana &#60;script&#62;');
  expect(html).toContain('token=t&#38;x=1');
});

it('speaks Portuguese to Portuguese locales and English to the others', () => {
  expect(['pt-BR', 'pt', 'PT-pt', 'en-US', 'de', 'ptx'].map(languageOf)).toEqual([
    'pt-BR',
    'pt-BR',
    'pt-BR',
    'en',
    'en',
    'en',
  ]);
});
