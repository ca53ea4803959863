import { divideHalfUp, formatFixed, parseFixed, roundTo } from '../generate/fixed-point.mjs';
import { family } from './family.mjs';

/** @type {[string, string, string, string, string, string, string][]} sku, name, size, price, units, drawing, description */
const BLOCKS = [
  [
    'BLC-9',
    'Bloco de concreto vedação 9 × 19 × 39 cm',
    '9 × 19 × 39 cm',
    '3.10',
    'each pallet:180',
    'block',
    'Bloco de vedação classe C, 12,5 peças por m².',
  ],
  [
    'BLC-14',
    'Bloco de concreto vedação 14 × 19 × 39 cm',
    '14 × 19 × 39 cm',
    '3.75',
    'each pallet:120',
    'block',
    'Bloco de vedação classe C, 12,5 peças por m².',
  ],
  [
    'BLC-14E',
    'Bloco de concreto estrutural 14 × 19 × 39 cm, 4,5 MPa',
    '14 × 19 × 39 cm',
    '4.95',
    'each pallet:120',
    'block',
    'Bloco estrutural classe B conforme NBR 6136.',
  ],
  [
    'BLC-19E',
    'Bloco de concreto estrutural 19 × 19 × 39 cm, 4,5 MPa',
    '19 × 19 × 39 cm',
    '6.40',
    'each pallet:90',
    'block',
    'Bloco estrutural classe B conforme NBR 6136.',
  ],
  [
    'CAN-14',
    'Canaleta de concreto 14 × 19 × 39 cm',
    '14 × 19 × 39 cm',
    '4.60',
    'each pallet:120',
    'block',
    'Canaleta U para vergas e cintas.',
  ],
  [
    'CER-9',
    'Bloco cerâmico 8 furos 9 × 19 × 19 cm',
    '9 × 19 × 19 cm',
    '0.7900',
    'each thousand:1000',
    'brick',
    'Bloco de vedação com furos na horizontal, 25 peças por m².',
  ],
  [
    'CER-11',
    'Bloco cerâmico 9 × 19 × 29 cm',
    '9 × 19 × 29 cm',
    '1.2500',
    'each thousand:1000',
    'brick',
    'Bloco de vedação com furos na horizontal, 17 peças por m².',
  ],
  [
    'CER-MAC',
    'Tijolo maciço 5 × 9 × 19 cm',
    '5 × 9 × 19 cm',
    '0.8450',
    'each thousand:1000',
    'brick',
    'Tijolo comum prensado para fundações e churrasqueiras.',
  ],
  [
    'TIJ-REF',
    'Tijolo refratário 5 × 11 × 22 cm',
    '5 × 11 × 22 cm',
    '5.90',
    'each',
    'brick',
    'Para fornos e lareiras, até 1.200 °C.',
  ],
  [
    'LAJ-H8',
    'Lajota cerâmica para laje treliça H8',
    '8 × 30 × 20 cm',
    '2.35',
    'each pallet:300',
    'brick',
    'Enchimento para laje pré-fabricada H8.',
  ],
  [
    'PAV-16F',
    'Piso intertravado retangular 10 × 20 × 6 cm',
    '10 × 20 × 6 cm',
    '62.00',
    'm2@0.5/1 pallet:11.52',
    'brick',
    'Paver de 35 MPa para calçadas; 50 peças por m².',
  ],
];

const blocks = family(
  { category: 'BLO', brand: 'Cerâmica Vale do Pajeú', gtin: false },
  BLOCKS.map(([sku, name, size, price, units, drawing, description]) => ({
    sku,
    name,
    description,
    brand: drawing === 'block' || sku === 'PAV-16F' ? 'Blocos Pedra Firme' : 'Cerâmica Vale do Pajeú',
    attributes: { Dimensões: size },
    units,
    price,
    drawing,
    tiers: sku.startsWith('BLC')
      ? [
          [240, 4],
          [1200, 8],
        ]
      : [],
    packOff: sku === 'CER-9' || sku === 'CER-11' ? { thousand: 6 } : {},
  })),
);

/** @type {[string, number, number][]} diameter, g/m, bars in a bundle of about a tonne */
const BARS = [
  ['6,3', 245, 340],
  ['8,0', 395, 211],
  ['10,0', 617, 135],
  ['12,5', 963, 86],
  ['16,0', 1578, 53],
  ['20,0', 2466, 34],
  ['25,0', 3853, 22],
];

/** @type {[string, string, string, string, string][]} sku, name, size, price, description */
const MESHES = [
  ['TEL-Q61', 'Tela soldada Q61', '2,45 × 6,00 m', '128.00', 'Malha 15 × 15 cm, fio 3,4 mm, 0,97 kg/m².'],
  ['TEL-Q92', 'Tela soldada Q92', '2,45 × 6,00 m', '186.00', 'Malha 15 × 15 cm, fio 4,2 mm, 1,48 kg/m².'],
  ['TEL-Q138', 'Tela soldada Q138', '2,45 × 6,00 m', '272.00', 'Malha 10 × 10 cm, fio 4,2 mm, 2,20 kg/m².'],
  ['TEL-Q196', 'Tela soldada Q196', '2,45 × 6,00 m', '384.00', 'Malha 10 × 10 cm, fio 5,0 mm, 3,11 kg/m².'],
];

const steel = [
  ...family(
    {
      category: 'ACO',
      brand: 'Aços Capibaribe',
      tiers: [
        [20, 3],
        [100, 6],
      ],
    },
    BARS.map(([diameter, grams, bundle]) => ({
      sku: `VER-CA50-${diameter.replace(',', '')}`,
      name: `Vergalhão CA-50 ${diameter} mm, barra de 12 m`,
      description: `Barra nervurada conforme NBR 7480, ${formatFixed(BigInt(grams), 3).replace('.', ',')} kg/m.`,
      attributes: {
        Diâmetro: `${diameter} mm`,
        Comprimento: '12 m',
        Aço: 'CA-50',
        Peso: `${formatFixed(divideHalfUp(BigInt(grams * 12), 10n), 2).replace('.', ',')} kg`,
      },
      units: `length bundle:${bundle}`,
      price: formatFixed(roundTo((parseFixed('7.35', 4) * BigInt(grams * 12)) / 1000n, 1000n) / 100n, 2),
      packOff: grams < 1000 ? { bundle: 7 } : {},
    })),
  ),
  ...family(
    { category: 'ACO', brand: 'Aços Capibaribe', units: 'panel bundle:50', drawing: 'mesh', tiers: [[10, 5]] },
    MESHES.map(([sku, name, size, price, description]) => ({
      sku,
      name: `${name}, painel ${size}`,
      description,
      attributes: { Dimensões: size, Aço: 'CA-60' },
      price,
    })),
  ),
  ...family({ category: 'ACO', brand: 'Aços Capibaribe' }, [
    {
      sku: 'ARA-18',
      name: 'Arame recozido BWG 18',
      price: '13.9000',
      units: 'kg@0.5/1 roll:35',
      drawing: 'coil',
      description: 'Arame duplo torcido para amarração de armaduras.',
      attributes: { Diâmetro: '1,24 mm' },
      packOff: { roll: 8 },
    },
    {
      sku: 'TRE-TR8',
      name: 'Treliça TR8644, barra de 6 m',
      price: '47.50',
      units: 'length bundle:50',
      description: 'Treliça eletrossoldada h 8 cm para lajes.',
      attributes: { Altura: '8 cm', Comprimento: '6 m' },
    },
    {
      sku: 'PRE-17',
      name: 'Prego 17 × 27 com cabeça',
      price: '17.8000',
      units: 'kg@0.5/1 box:20',
      drawing: 'fastener',
      description: 'Prego polido para fôrmas.',
      attributes: { Comprimento: '62 mm' },
      packOff: { box: 8 },
    },
    {
      sku: 'EST-COR',
      name: 'Estribo sob medida, corte e dobra',
      price: null,
      units: 'kg',
      drawing: 'rebar',
      gtin: false,
      description: 'Aço cortado e dobrado conforme projeto.',
      attributes: { Aço: 'CA-50 / CA-60' },
      backorder: true,
    },
  ]),
];

/** Blocks, bricks, steel and mesh. */
export const masonryAndSteelProducts = [...blocks, ...steel];
