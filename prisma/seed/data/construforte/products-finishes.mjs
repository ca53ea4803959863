import { family } from './family.mjs';

/** @type {[string, string, string, string, string, string, string][]} sku, name, size, finish, price per m², m² in a box, description */
const TILES = [
  [
    'POR-60-CIM',
    'Porcelanato acetinado 60 × 60 cm cimento',
    '60 × 60 cm',
    'acetinado',
    '59.90',
    '2.16',
    'Retificado, uso interno e externo coberto.',
  ],
  [
    'POR-60-POL',
    'Porcelanato polido 60 × 60 cm bianco',
    '60 × 60 cm',
    'polido',
    '72.90',
    '2.16',
    'Retificado, para salas e quartos.',
  ],
  [
    'POR-82-MAR',
    'Porcelanato polido 82 × 82 cm mármore',
    '82 × 82 cm',
    'polido',
    '94.90',
    '2.02',
    'Retificado, grande formato.',
  ],
  [
    'POR-58-AMA',
    'Porcelanato amadeirado 29 × 100 cm carvalho',
    '29 × 100 cm',
    'acetinado',
    '86.50',
    '2.32',
    'Régua retificada com oito faces.',
  ],
  [
    'PIS-45-BEG',
    'Piso cerâmico 45 × 45 cm bege',
    '45 × 45 cm',
    'brilhante',
    '24.90',
    '2.43',
    'PEI 4, para áreas internas.',
  ],
  [
    'PIS-57-CIN',
    'Piso cerâmico 57 × 57 cm cinza',
    '57 × 57 cm',
    'acetinado',
    '29.90',
    '2.27',
    'PEI 4, antiderrapante.',
  ],
  [
    'REV-32-BRA',
    'Revestimento 32 × 57 cm branco',
    '32 × 57 cm',
    'brilhante',
    '27.90',
    '2.04',
    'Para banheiros e cozinhas.',
  ],
  [
    'REV-10-MET',
    'Revestimento metrô 10 × 20 cm branco',
    '10 × 20 cm',
    'brilhante',
    '54.90',
    '0.96',
    'Bisotê, para cozinhas e lavabos.',
  ],
];
/** @type {[string, string, string, string, string, string][]} sku, name, price, units, drawing, description */
const SETTING = [
  [
    'ESP-NIV-1',
    'Espaçador nivelador 1 mm, pacote com 100',
    '29.90',
    'pack',
    'fastener',
    'Base para sistema de nivelamento.',
  ],
  [
    'ROD-POL-7',
    'Rodapé de poliestireno branco 7 cm, barra de 2,40 m',
    '34.90',
    'length box:20',
    'timber',
    'Rodapé à prova de água e cupim.',
  ],
];
/** @type {[string, string, string, string, string, string, string][]} sku, name, content, price, unit, drawing, description */
const PAINTS = [
  [
    'TIN-ACR-F18',
    'Tinta acrílica fosca premium branca, 18 L',
    '18 L',
    '429.00',
    'can',
    'bucket',
    'Rendimento de até 380 m² por demão.',
  ],
  [
    'TIN-ACR-F36',
    'Tinta acrílica fosca premium branca, 3,6 L',
    '3,6 L',
    '109.00',
    'can box:4',
    'paint',
    'Rendimento de até 76 m² por demão.',
  ],
  [
    'TIN-ECO-18',
    'Tinta acrílica econômica branca, 18 L',
    '18 L',
    '189.00',
    'can',
    'bucket',
    'Para tetos e áreas internas.',
  ],
  [
    'TIN-PIS-18',
    'Tinta para piso cinza, 18 L',
    '18 L',
    '349.00',
    'can',
    'bucket',
    'Para quadras, calçadas e garagens.',
  ],
  [
    'TIN-ESM-36',
    'Esmalte sintético branco brilhante, 3,6 L',
    '3,6 L',
    '139.00',
    'can box:4',
    'paint',
    'Para madeiras e metais.',
  ],
  ['SEL-ACR-18', 'Selador acrílico, 18 L', '18 L', '159.00', 'can', 'bucket', 'Fundo para reboco novo.'],
  ['MAS-COR-25', 'Massa corrida PVA, 25 kg', '25 kg', '69.90', 'pail', 'bucket', 'Nivelamento de paredes internas.'],
  ['MAS-ACR-25', 'Massa acrílica, 25 kg', '25 kg', '129.00', 'pail', 'bucket', 'Nivelamento de paredes externas.'],
  [
    'TXT-RUS-25',
    'Textura rústica branca, 25 kg',
    '25 kg',
    '149.00',
    'pail',
    'bucket',
    'Acabamento riscado para fachadas.',
  ],
];
/** @type {[string, string, string, string, string, string][]} sku, name, price, units, drawing, description */
const DRYWALL = [
  [
    'GES-ST-125',
    'Chapa de gesso ST 12,5 mm, 1,20 × 2,40 m',
    '46.90',
    'sheet pack:50',
    'gypsum',
    'Drywall standard para paredes e forros.',
  ],
  [
    'GES-RU-125',
    'Chapa de gesso RU 12,5 mm, 1,20 × 2,40 m',
    '66.90',
    'sheet pack:50',
    'gypsum',
    'Resistente à umidade, para banheiros.',
  ],
  [
    'PER-M70',
    'Montante M70 para drywall, barra de 3 m',
    '27.90',
    'length bundle:12',
    'beam',
    'Aço galvanizado 0,5 mm.',
  ],
  ['PER-G70', 'Guia G70 para drywall, barra de 3 m', '24.90', 'length bundle:12', 'beam', 'Aço galvanizado 0,5 mm.'],
  [
    'GES-PO-40',
    'Gesso em pó para revestimento, 40 kg',
    '36.90',
    'bag pallet:40',
    'bag',
    'Gesso lento do polo do Araripe.',
  ],
];
/** Tile, paint and drywall. */
export const finishProducts = [
  ...family(
    {
      category: 'PIS',
      brand: 'Porcelanas Olinda Alta',
      drawing: 'tile',
      tiers: [
        [30, 4],
        [150, 8],
      ],
    },
    TILES.map(([sku, name, size, finish, price, perBox, description]) => ({
      sku,
      name,
      description: `${description} Caixa fechada de ${perBox.replace('.', ',')} m².`,
      brand: sku.startsWith('POR') ? 'Porcelanas Olinda Alta' : 'Cerâmica Vale do Pajeú',
      attributes: { Formato: size, Acabamento: finish, Cobertura: `${perBox.replace('.', ',')} m² por caixa` },
      units: `m2@${perBox} box:${perBox}`,
      price,
    })),
  ),
  ...family(
    { category: 'PIS', brand: 'Fixacola' },
    SETTING.map(([sku, name, price, units, drawing, description]) => ({
      sku,
      name,
      description,
      attributes: { Cor: 'branco' },
      units,
      price,
      drawing,
    })),
  ),
  ...family(
    { category: 'TIN', brand: 'Tintas Sol Nascente' },
    PAINTS.map(([sku, name, content, price, units, drawing, description]) => ({
      sku,
      name,
      description,
      attributes: { Conteúdo: content },
      units,
      price,
      drawing,
      tiers:
        content === '18 L'
          ? [
              [6, 4],
              [24, 8],
            ]
          : [],
    })),
  ),
  ...family(
    { category: 'TIN', brand: 'Gesso Chapada' },
    DRYWALL.map(([sku, name, price, units, drawing, description]) => ({
      sku,
      name,
      description,
      attributes: { Material: drawing === 'beam' ? 'Aço galvanizado' : 'Gesso' },
      units,
      price,
      drawing,
      tiers: [[50, 5]],
    })),
  ),
];
