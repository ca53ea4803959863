import { cnpj } from '../generate/identifiers.mjs';

/** @typedef {import('../generate/types.mjs').Company} Company */

/** @type {(line1: string, city: string, stateCode: string, postalCode: string) => import('../generate/types.mjs').Address} */
const at = (line1, city, stateCode, postalCode) => ({ line1, city, stateCode, postalCode });

/** Six trade customers. CNPJ roots are from 98 up, far beyond those given out. @type {Company[]} */
export const companies = [
  {
    name: 'Alvorada Construções',
    taxId: cnpj('98104277'),
    stateCode: 'PE',
    tier: 'gold',
    email: 'contato@alvorada.example',
    creditLimit: '250000.00',
    paymentTerms: 'net30',
    address: at('Rua do Estaleiro Velho, 210', 'Recife', 'PE', '50030-210'),
    jobSites: [
      {
        name: 'Residencial Maré Mansa, torre 2',
        ...at('Avenida Beira Canal, 1480', 'Jaboatão dos Guararapes', 'PE', '54400-120'),
        contactName: 'Severino Lira',
        contactPhone: '(81) 5550-0117',
        accessNotes: 'Descarga até as 15 h, munck no local.',
        poPattern: 'ALV-MM-####',
      },
      {
        name: 'Escola Municipal do Pina',
        ...at('Rua das Jangadas, 77', 'Recife', 'PE', '51011-040'),
        contactName: 'Edilene Souza',
        contactPhone: '(81) 5550-0142',
        accessNotes: 'Caminhão toco; evitar horário de aula.',
        poPattern: 'ALV-EP-####',
      },
      {
        name: 'Galpão João Pessoa',
        ...at('Rodovia do Contorno, km 8', 'João Pessoa', 'PB', '58082-010'),
        contactName: 'Rômulo Dantas',
        contactPhone: '(83) 5550-0108',
        accessNotes: 'Apresentar nota na portaria 3.',
        poPattern: null,
      },
    ],
    buyers: [
      { name: 'Juliana Cavalcanti', email: 'compras@alvorada.example', role: 'purchaser' },
      { name: 'Fernando Arruda', email: 'diretoria@alvorada.example', role: 'approver' },
    ],
  },
  {
    name: 'Horizonte Incorporadora',
    taxId: cnpj('98215630'),
    stateCode: 'SP',
    tier: null,
    email: 'contato@horizonte.example',
    creditLimit: '180000.00',
    paymentTerms: 'net30',
    address: at('Alameda dos Ipês, 900', 'São Paulo', 'SP', '04548-005'),
    jobSites: [
      {
        name: 'Edifício Jardim das Acácias',
        ...at('Rua Pedra Branca, 455', 'São Paulo', 'SP', '05435-020'),
        contactName: 'Marcos Teixeira',
        contactPhone: '(11) 5550-0133',
        accessNotes: 'Zona de restrição: entrega das 21 h às 5 h.',
        poPattern: 'HZ-####',
      },
      {
        name: 'Condomínio Vila Campinas',
        ...at('Estrada do Roseiral, 2100', 'Campinas', 'SP', '13044-300'),
        contactName: 'Priscila Nunes',
        contactPhone: '(19) 5550-0169',
        accessNotes: 'Acesso pela obra, portão azul.',
        poPattern: null,
      },
    ],
    buyers: [{ name: 'Rafael Moretti', email: 'compras@horizonte.example', role: 'purchaser' }],
  },
  {
    name: 'Baía Norte Engenharia',
    taxId: cnpj('98330418'),
    stateCode: 'BA',
    tier: 'silver',
    email: 'contato@baianorte.example',
    creditLimit: '120000.00',
    paymentTerms: 'net30',
    address: at('Ladeira do Farol, 38', 'Salvador', 'BA', '40140-110'),
    jobSites: [
      {
        name: 'Unidade de saúde Mussurunga',
        ...at('Rua das Palmeiras, 512', 'Salvador', 'BA', '41490-025'),
        contactName: 'Iara Conceição',
        contactPhone: '(71) 5550-0121',
        accessNotes: 'Rua estreita, descarga manual.',
        poPattern: 'BN-###/26',
      },
    ],
    buyers: [{ name: 'Caio Sampaio', email: 'compras@baianorte.example', role: 'purchaser' }],
  },
  {
    name: 'Jangada Reformas',
    taxId: cnpj('98447025'),
    stateCode: 'CE',
    tier: 'bronze',
    email: 'contato@jangadareformas.example',
    creditLimit: '0.00',
    paymentTerms: 'prepaid',
    address: at('Rua do Coqueiral, 1300', 'Fortaleza', 'CE', '60165-080'),
    jobSites: [
      {
        name: 'Pousada Dunas Claras',
        ...at('Avenida do Mar, 20', 'Aquiraz', 'CE', '61700-000'),
        contactName: 'Zenaide Brito',
        contactPhone: '(85) 5550-0176',
        accessNotes: 'Areia fofa no acesso, usar entrada lateral.',
        poPattern: null,
      },
    ],
    buyers: [{ name: 'Ticiana Freire', email: 'ticiana@jangadareformas.example', role: 'company_admin' }],
  },
  {
    name: 'Agreste Pré-moldados',
    taxId: cnpj('98561293'),
    stateCode: 'PE',
    tier: 'silver',
    email: 'contato@agrestepre.example',
    creditLimit: '150000.00',
    paymentTerms: 'net30',
    address: at('Rodovia do Agreste, km 128', 'Caruaru', 'PE', '55034-640'),
    jobSites: [
      {
        name: 'Fábrica Caruaru',
        ...at('Rodovia do Agreste, km 128', 'Caruaru', 'PE', '55034-640'),
        contactName: 'Josivaldo Melo',
        contactPhone: '(81) 5550-0154',
        accessNotes: 'Balança na entrada, silo 2.',
        poPattern: 'AG-#####',
      },
    ],
    buyers: [{ name: 'Luciana Barros', email: 'compras@agrestepre.example', role: 'purchaser' }],
  },
  {
    name: 'Instaladora Ipê Roxo',
    taxId: cnpj('98672840'),
    stateCode: 'SP',
    tier: 'bronze',
    email: 'contato@iperoxo.example',
    creditLimit: '60000.00',
    paymentTerms: 'net15',
    address: at('Rua dos Fundidores, 61', 'Guarulhos', 'SP', '07110-030'),
    jobSites: [
      {
        name: 'Retrofit Galeria Central',
        ...at('Rua do Mercado, 188', 'São Paulo', 'SP', '01031-001'),
        contactName: 'Denis Ueda',
        contactPhone: '(11) 5550-0187',
        accessNotes: 'Elevador de carga até as 18 h.',
        poPattern: 'IR-####',
      },
    ],
    buyers: [{ name: 'Simone Prado', email: 'simone@iperoxo.example', role: 'company_admin' }],
  },
];

/** The CNPJ of the company with that name. @param {string} name @returns {string} */
export function taxIdOf(name) {
  const company = companies.find((each) => each.name === name);
  if (!company) throw new Error(`No such company: ${name}`);
  return company.taxId;
}
