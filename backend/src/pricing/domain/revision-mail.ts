import { type Language, letter } from '../../shared/letter.js';

export type RevisionOccasion = 'submitted' | 'approved' | 'rejected';

export interface RevisionMailFacts {
  readonly reader: string;
  /** Who handed in or decided. */
  readonly by: string;
  readonly table: string;
  readonly number: number;
  readonly name: string | null;
  readonly changes: number;
  readonly note: string | null;
  readonly store: string;
  readonly link: string;
}

interface Words {
  readonly greeting: (reader: string) => string;
  readonly subject: Readonly<Record<RevisionOccasion, (title: string) => string>>;
  readonly story: Readonly<Record<RevisionOccasion, (by: string, title: string) => string>>;
  readonly changes: (count: string) => string;
  readonly edits: string;
  readonly open: string;
  readonly revision: (table: string, number: number, name: string | null) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    greeting: (reader) => `Hello ${reader},`,
    subject: {
      submitted: (title) => `Waits for your approval: ${title}`,
      approved: (title) => `Approved: ${title}`,
      rejected: (title) => `Rejected: ${title}`,
    },
    story: {
      submitted: (by, title) => `${by} handed in ${title} and asks for approval.`,
      approved: (by, title) => `${by} approved ${title}. It can be published now.`,
      rejected: (by, title) => `${by} rejected ${title}.`,
    },
    changes: (count) => `Price changes: ${count}`,
    edits: 'An edit reopens it; then it can be handed in again.',
    open: 'Open the revision',
    revision: (table, number, name) => `${table} #${number}${name ? ` “${name}”` : ''}`,
  },
  'pt-BR': {
    greeting: (reader) => `Olá, ${reader}.`,
    subject: {
      submitted: (title) => `Aguarda a sua aprovação: ${title}`,
      approved: (title) => `Aprovada: ${title}`,
      rejected: (title) => `Recusada: ${title}`,
    },
    story: {
      submitted: (by, title) => `${by} enviou ${title} e pede aprovação.`,
      approved: (by, title) => `${by} aprovou ${title}. A revisão já pode ser publicada.`,
      rejected: (by, title) => `${by} recusou ${title}.`,
    },
    changes: (count) => `Mudanças de preço: ${count}`,
    edits: 'Uma alteração a reabre; depois ela pode ser enviada de novo.',
    open: 'Abrir a revisão',
    revision: (table, number, name) => `${table} nº ${number}${name ? ` “${name}”` : ''}`,
  },
};

/** What somebody is told about a revision: that it waits for them, or what became of theirs. */
export function revisionMail(
  language: Language,
  occasion: RevisionOccasion,
  facts: RevisionMailFacts,
): { subject: string; text: string; html: string } {
  const say = words[language];
  const title = say.revision(facts.table, facts.number, facts.name);
  const paragraphs = [
    say.story[occasion](facts.by, title),
    say.changes(new Intl.NumberFormat(language).format(facts.changes)),
  ];
  if (occasion === 'rejected') paragraphs.push(say.edits);
  return letter(language, {
    subject: `${say.subject[occasion](title)} – ${facts.store}`,
    greeting: say.greeting(facts.reader),
    paragraphs,
    quote: facts.note,
    link: { label: say.open, href: facts.link },
  });
}
