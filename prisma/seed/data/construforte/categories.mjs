/** @type {[string, string, string, string, [string, string, string, string][]][]} code, name, slug, drawing, children */
const TREE = [
  [
    'EST',
    'Estrutura e alvenaria',
    'estrutura-e-alvenaria',
    'bag',
    [
      ['CIM', 'Cimento e cal', 'cimento-e-cal', 'bag'],
      ['ARG', 'Argamassas e rejuntes', 'argamassas-e-rejuntes', 'bag'],
      ['AGR', 'Areia e brita', 'areia-e-brita', 'gravel'],
      ['BLO', 'Blocos e tijolos', 'blocos-e-tijolos', 'block'],
      ['ACO', 'Aço e telas', 'aco-e-telas', 'rebar'],
    ],
  ],
  [
    'COB',
    'Madeira e cobertura',
    'madeira-e-cobertura',
    'roof',
    [
      ['MAD', 'Madeira e chapas', 'madeira-e-chapas', 'timber'],
      ['TEL', 'Telhas e impermeabilização', 'telhas-e-impermeabilizacao', 'roof'],
    ],
  ],
  [
    'HID',
    'Hidráulica',
    'hidraulica',
    'pipe',
    [
      ['AGU', 'Água fria', 'agua-fria', 'tap'],
      ['ESG', 'Esgoto e drenagem', 'esgoto-e-drenagem', 'pipe'],
    ],
  ],
  [
    'ELE',
    'Elétrica',
    'eletrica',
    'cable',
    [
      ['FIO', 'Fios, cabos e eletrodutos', 'fios-cabos-e-eletrodutos', 'cable'],
      ['DIS', 'Disjuntores e tomadas', 'disjuntores-e-tomadas', 'switch'],
    ],
  ],
  [
    'ACA',
    'Acabamento',
    'acabamento',
    'tile',
    [
      ['PIS', 'Pisos e revestimentos', 'pisos-e-revestimentos', 'tile'],
      ['TIN', 'Tintas e gesso', 'tintas-e-gesso', 'paint'],
    ],
  ],
  [
    'FER',
    'Fixação e ferramentas',
    'fixacao-e-ferramentas',
    'tool',
    [['FIX', 'Fixação, ferramentas e EPI', 'fixacao-ferramentas-e-epi', 'screw']],
  ],
];

/** Six groups with fourteen categories between them. @type {import('../generate/types.mjs').Category[]} */
export const categories = TREE.flatMap(([code, name, slug, drawing, children]) => [
  { code, parentCode: null, name, slug, drawing },
  ...children.map(([child, childName, childSlug, childDrawing]) => ({
    code: child,
    parentCode: code,
    name: childName,
    slug: childSlug,
    drawing: childDrawing,
  })),
]);
