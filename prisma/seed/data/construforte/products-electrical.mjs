import { family } from './family.mjs';

/** @type {[string, string][]} section in mm², price per metre */
const CABLES = [
  ['1,5', '1.3900'],
  ['2,5', '2.1500'],
  ['4', '3.4500'],
  ['6', '5.0500'],
  ['10', '8.7500'],
  ['16', '13.9000'],
];

/** @type {[string, string, string, string, string, string, string][]} sku, name, brand, price, units, drawing, description */
const ELECTRICAL = [
  [
    'ELD-COR-25',
    'Eletroduto corrugado amarelo 25 mm',
    'Condulight',
    '1.9500',
    'm@1/10 roll:50',
    'coil',
    'Flexível leve para paredes, em rolo de 50 m.',
  ],
  [
    'ELD-COR-32',
    'Eletroduto corrugado laranja 32 mm',
    'Condulight',
    '3.4500',
    'm@1/10 roll:25',
    'coil',
    'Reforçado para lajes, em rolo de 25 m.',
  ],
  [
    'ELD-RIG-34',
    'Eletroduto rígido roscável 3/4", barra de 3 m',
    'Condulight',
    '16.90',
    'length bundle:20',
    'pipe',
    'PVC preto antichama.',
  ],
  ['CXL-4X2', 'Caixa de luz 4 × 2 embutir', 'Condulight', '1.4500', 'each box:50', 'switch', 'PVC amarelo reforçado.'],
];

/** @type {[string, string, string, string, string][]} sku, name, price, units, description */
const DEVICES = [
  ['DSJ-1P-10', 'Disjuntor DIN monopolar 10 A curva C', '11.90', 'each box:12', '3 kA, NBR NM 60898.'],
  ['DSJ-1P-20', 'Disjuntor DIN monopolar 20 A curva C', '11.90', 'each box:12', '3 kA, NBR NM 60898.'],
  ['DSJ-2P-40', 'Disjuntor DIN bipolar 40 A curva C', '44.90', 'each box:6', '3 kA, NBR NM 60898.'],
  ['DSJ-3P-63', 'Disjuntor DIN tripolar 63 A curva C', '79.90', 'each box:4', '5 kA, NBR NM 60898.'],
  ['DR-2P-40', 'Interruptor diferencial DR bipolar 40 A 30 mA', '139.00', 'each', 'Proteção contra choques, tipo AC.'],
  ['DPS-275', 'Dispositivo DPS 275 V 20 kA', '59.90', 'each', 'Proteção contra surtos classe II.'],
  ['QDR-12', 'Quadro de distribuição 12 disjuntores, embutir', '84.90', 'each', 'PVC branco com barramentos.'],
  ['TOM-10', 'Tomada 2P+T 10 A branca, com placa', '9.80', 'each box:20', 'NBR 14136, conjunto montado.'],
  ['TOM-20', 'Tomada 2P+T 20 A branca, com placa', '12.40', 'each box:20', 'NBR 14136, conjunto montado.'],
  ['INT-1S', 'Interruptor simples branco, com placa', '8.90', 'each box:20', 'Conjunto montado 4 × 2.'],
];

const electrical = [
  ...family(
    {
      category: 'FIO',
      brand: 'Cobrevale',
      drawing: 'cable',
      tiers: [
        [100, 4],
        [1000, 8],
      ],
    },
    CABLES.map(([section, price]) => ({
      sku: `CAB-FLX-${section.replace(',', '')}`,
      name: `Cabo flexível ${section} mm² 750 V, preto`,
      description: 'Cobre classe 5, isolação antichama em PVC; por metro ou em rolo de 100 m.',
      attributes: { Seção: `${section} mm²`, Cor: 'preto', Tensão: '750 V' },
      units: 'm@5/10 roll:100',
      price,
      packOff: { roll: 9 },
    })),
  ),
  ...family(
    { category: 'FIO', brand: 'Condulight' },
    ELECTRICAL.map(([sku, name, brand, price, units, drawing, description]) => ({
      sku,
      name,
      brand,
      description,
      attributes: { Material: 'PVC' },
      units,
      price,
      drawing,
    })),
  ),
  ...family(
    { category: 'DIS', brand: 'Voltasul', drawing: 'switch' },
    DEVICES.map(([sku, name, price, units, description]) => ({
      sku,
      name,
      description,
      attributes: { Cor: 'branco', Linha: sku.startsWith('D') ? 'DIN' : 'Essencial' },
      units,
      price,
      packOff: sku.startsWith('TOM') || sku === 'INT-1S' ? { box: 10 } : {},
      tiers: sku.startsWith('DSJ-1P') ? [[24, 6]] : [],
    })),
  ),
];

/** Cable, conduit, breakers and outlets. */
export const electricalProducts = [...electrical];
