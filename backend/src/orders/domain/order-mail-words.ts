/** The languages buyers are written to. */
export type Language = 'en' | 'pt-BR';

/** The language for a locale like `pt-BR` or `en-US`; English for those we do not speak. */
export const languageOf = (locale: string): Language => (/^pt\b/i.test(locale) ? 'pt-BR' : 'en');

export type MailOccasion = 'placed' | 'confirmed' | 'shipped' | 'partly_shipped';

interface Words {
  readonly subject: Readonly<Record<MailOccasion, (number: string, store: string) => string>>;
  readonly story: Readonly<Record<MailOccasion, (number: string) => string>>;
  readonly greeting: (name: string) => string;
  readonly line: {
    readonly product: string;
    readonly quantity: string;
    readonly price: string;
    readonly total: string;
  };
  readonly subtotal: string;
  readonly tax: string;
  readonly freight: string;
  readonly total: string;
  readonly deliverTo: string;
  readonly poNumber: string;
  readonly reference: (reference: string) => string;
  readonly due: (day: string) => string;
  readonly leftFrom: (branch: string) => string;
  readonly stillToCome: string;
  readonly open: string;
}

export const mailWords: Readonly<Record<Language, Words>> = {
  en: {
    subject: {
      placed: (number, store) => `${store}: we received order ${number}`,
      confirmed: (number, store) => `${store}: order ${number} is confirmed`,
      shipped: (number, store) => `${store}: order ${number} is on its way`,
      partly_shipped: (number, store) => `${store}: part of order ${number} is on its way`,
    },
    story: {
      placed: (number) => `Thank you for order ${number}. The goods are reserved for you; we confirm it shortly.`,
      confirmed: (number) => `Order ${number} is confirmed. We are getting it ready.`,
      shipped: (number) => `Everything of order ${number} has left.`,
      partly_shipped: (number) => `A part of order ${number} has left:`,
    },
    greeting: (name) => `Hello ${name},`,
    line: { product: 'Product', quantity: 'Quantity', price: 'Price', total: 'Total' },
    subtotal: 'Subtotal',
    tax: 'Tax',
    freight: 'Freight',
    total: 'Total',
    deliverTo: 'Deliver to',
    poNumber: 'Your PO',
    reference: (reference) => `Please pay by bank transfer and quote the reference ${reference}.`,
    due: (day) => `Payment is due on ${day}.`,
    leftFrom: (branch) => `From ${branch}`,
    stillToCome: 'The rest follows; we write again when it leaves.',
    open: 'Open the order',
  },
  'pt-BR': {
    subject: {
      placed: (number, store) => `${store}: recebemos o pedido ${number}`,
      confirmed: (number, store) => `${store}: pedido ${number} confirmado`,
      shipped: (number, store) => `${store}: pedido ${number} a caminho`,
      partly_shipped: (number, store) => `${store}: parte do pedido ${number} a caminho`,
    },
    story: {
      placed: (number) =>
        `Obrigado pelo pedido ${number}. Os produtos estão reservados para você; confirmaremos em breve.`,
      confirmed: (number) => `O pedido ${number} está confirmado e em separação.`,
      shipped: (number) => `Tudo do pedido ${number} já saiu para entrega.`,
      partly_shipped: (number) => `Uma parte do pedido ${number} saiu para entrega:`,
    },
    greeting: (name) => `Olá, ${name}.`,
    line: { product: 'Produto', quantity: 'Quantidade', price: 'Preço', total: 'Total' },
    subtotal: 'Subtotal',
    tax: 'Impostos',
    freight: 'Frete',
    total: 'Total',
    deliverTo: 'Entregar em',
    poNumber: 'Seu pedido de compra',
    reference: (reference) => `Pague por transferência bancária informando a referência ${reference}.`,
    due: (day) => `Vencimento em ${day}.`,
    leftFrom: (branch) => `De ${branch}`,
    stillToCome: 'O restante segue depois; avisaremos quando sair.',
    open: 'Abrir o pedido',
  },
};
