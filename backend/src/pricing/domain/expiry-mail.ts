import { type Language, letter } from '../../shared/letter.js';

export interface ExpiryMailFacts {
  readonly reader: string;
  readonly table: string;
  /** Whose contract it is; null: a table for everybody, or for a state. */
  readonly company: string | null;
  readonly validTo: Date;
  readonly timeZone: string;
  readonly store: string;
  readonly link: string;
}

interface Words {
  readonly greeting: (reader: string) => string;
  readonly subject: (table: string, day: string) => string;
  readonly story: (table: string, company: string | null, moment: string) => string;
  readonly endOf: (day: string) => string;
  readonly then: (company: string | null) => string;
  readonly open: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    greeting: (reader) => `Hello ${reader},`,
    subject: (table, day) => `Prices end on ${day}: ${table}`,
    story: (table, company, moment) =>
      company
        ? `The prices agreed with ${company} (${table}) hold until ${moment}.`
        : `The prices of ${table} hold until ${moment}.`,
    endOf: (day) => `the end of ${day}`,
    then: (company) =>
      company
        ? `From then on ${company} pays the prices of its state or the list. Renew the contract, or let it end.`
        : 'From then on other price tables decide. Give it another end, or let it end.',
    open: 'Open the price table',
  },
  'pt-BR': {
    greeting: (reader) => `Olá, ${reader}.`,
    subject: (table, day) => `Preços terminam em ${day}: ${table}`,
    story: (table, company, moment) =>
      company
        ? `Os preços combinados com ${company} (${table}) valem até ${moment}.`
        : `Os preços de ${table} valem até ${moment}.`,
    endOf: (day) => `o fim de ${day}`,
    then: (company) =>
      company
        ? `Depois disso, ${company} paga os preços do estado ou da lista. Renove o contrato ou deixe-o terminar.`
        : 'Depois disso, outras tabelas de preços decidem. Mude o fim da tabela ou deixe-a terminar.',
    open: 'Abrir a tabela de preços',
  },
};

/** What somebody is told about a price table that is about to end, with the moment as clocks in the tenant's zone show it. */
export function expiryMail(
  language: Language,
  { reader, table, company, validTo, timeZone, store, link }: ExpiryMailFacts,
): { subject: string; text: string; html: string } {
  const say = words[language];
  const dayOf = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone });
  const momentOf = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
  // Who says "until 31 December" means that day to its end; the first instant after it would be called 1 January.
  const lastDay = dayOf.format(new Date(validTo.getTime() - 1));
  const [day, moment] = [lastDay, lastDay === dayOf.format(validTo) ? momentOf.format(validTo) : say.endOf(lastDay)];
  return letter(language, {
    subject: `${say.subject(table, day)} – ${store}`,
    greeting: say.greeting(reader),
    paragraphs: [say.story(table, company, moment), say.then(company)],
    link: { label: say.open, href: link },
  });
}
