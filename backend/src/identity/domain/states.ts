/** A state of the country a tenant sells in, by the code that prices and addresses use. */
export interface State {
  readonly code: string;
  readonly name: string;
}

/** One per line: code, blank, name. */
const list = (lines: string): readonly State[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => ({ code: line.trim().slice(0, 2), name: line.trim().slice(3) }));

const unitedStates = list(`
  AL Alabama
  AK Alaska
  AZ Arizona
  AR Arkansas
  CA California
  CO Colorado
  CT Connecticut
  DE Delaware
  DC District of Columbia
  FL Florida
  GA Georgia
  HI Hawaii
  ID Idaho
  IL Illinois
  IN Indiana
  IA Iowa
  KS Kansas
  KY Kentucky
  LA Louisiana
  ME Maine
  MD Maryland
  MA Massachusetts
  MI Michigan
  MN Minnesota
  MS Mississippi
  MO Missouri
  MT Montana
  NE Nebraska
  NV Nevada
  NH New Hampshire
  NJ New Jersey
  NM New Mexico
  NY New York
  NC North Carolina
  ND North Dakota
  OH Ohio
  OK Oklahoma
  OR Oregon
  PA Pennsylvania
  RI Rhode Island
  SC South Carolina
  SD South Dakota
  TN Tennessee
  TX Texas
  UT Utah
  VT Vermont
  VA Virginia
  WA Washington
  WV West Virginia
  WI Wisconsin
  WY Wyoming`);

const brazil = list(`
  AC Acre
  AL Alagoas
  AP Amapá
  AM Amazonas
  BA Bahia
  CE Ceará
  DF Distrito Federal
  ES Espírito Santo
  GO Goiás
  MA Maranhão
  MT Mato Grosso
  MS Mato Grosso do Sul
  MG Minas Gerais
  PA Pará
  PB Paraíba
  PR Paraná
  PE Pernambuco
  PI Piauí
  RJ Rio de Janeiro
  RN Rio Grande do Norte
  RS Rio Grande do Sul
  RO Rondônia
  RR Roraima
  SC Santa Catarina
  SP São Paulo
  SE Sergipe
  TO Tocantins`);

/** The states a tenant delivers to: Brazil's where it sells in BRL, else those of the United States. */
export const statesOf = (tenant: { readonly currency: string }): readonly State[] =>
  tenant.currency === 'BRL' ? brazil : unitedStates;
