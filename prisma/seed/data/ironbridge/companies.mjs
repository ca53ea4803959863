/** @typedef {import('../generate/types.mjs').Company} Company */
/** @typedef {import('../generate/types.mjs').Buyer} Buyer */

/** @type {(line1: string, city: string, stateCode: string, postalCode: string) => import('../generate/types.mjs').Address} */
const at = (line1, city, stateCode, postalCode) => ({ line1, city, stateCode, postalCode });

/** @type {(name: string, address: import('../generate/types.mjs').Address, contactName: string, contactPhone: string, accessNotes: string, poPattern?: string) => import('../generate/types.mjs').JobSite} */
const site = (name, address, contactName, contactPhone, accessNotes, poPattern) => ({
  name,
  ...address,
  contactName,
  contactPhone,
  accessNotes,
  poPattern: poPattern ?? null,
});

/** @type {(name: string, email: string, role: Buyer['role']) => Buyer} */
const buyer = (name, email, role) => ({ name, email, role });

/** Twelve trade customers. Tax ids have prefixes that are not issued, phone numbers are of the 555-01xx range. @type {Company[]} */
export const companies = [
  {
    name: 'Hearthstone Homes',
    taxId: '07-4180263',
    stateCode: 'TX',
    tier: 'gold',
    email: 'office@hearthstone.example',
    creditLimit: '80000.00',
    paymentTerms: 'net30',
    address: at('2200 Burleson Yard Road', 'Austin', 'TX', '78744'),
    jobSites: [
      site(
        'Mesquite Bend, lots 14–22',
        at('1408 Mesquite Bend Drive', 'Leander', 'TX', '78641'),
        'Dale Whitcomb',
        '(512) 555-0117',
        'Enter by the north gate. Forklift on site until 3 pm.',
        'HH-MB-####',
      ),
      site(
        'Cypress Row townhomes',
        at('77 Cypress Row', 'Round Rock', 'TX', '78664'),
        'Marisol Trejo',
        '(512) 555-0142',
        'Street delivery only, call 30 minutes ahead.',
        'HH-CR-####',
      ),
      site(
        'Bayou Vista model home',
        at('310 Bayou Vista Lane', 'Lake Charles', 'LA', '70601'),
        'Andre Fontaine',
        '(337) 555-0108',
        'Soft ground after rain; leave pallets on the slab.',
      ),
    ],
    buyers: [
      buyer('Rebecca Stone', 'admin@hearthstone.example', 'company_admin'),
      buyer('Luis Ortega', 'purchaser@hearthstone.example', 'purchaser'),
      buyer('Karen Holloway', 'approver@hearthstone.example', 'approver'),
      buyer('Nate Brooks', 'viewer@hearthstone.example', 'viewer'),
    ],
  },
  {
    name: 'Bluefin Coastal Builders',
    taxId: '07-5521904',
    stateCode: 'FL',
    tier: null,
    email: 'office@bluefin.example',
    creditLimit: '45000.00',
    paymentTerms: 'net30',
    address: at('915 Mangrove Street', 'St. Petersburg', 'FL', '33701'),
    jobSites: [
      site(
        'Heron Key duplexes',
        at('26 Heron Key Way', 'Bradenton', 'FL', '34209'),
        'Tasha Greene',
        '(941) 555-0133',
        'Truck under 40 ft; no unloading on the causeway.',
        'BF-####',
      ),
      site(
        'Sandpiper Clinic fit-out',
        at('480 Sandpiper Avenue', 'Tampa', 'FL', '33609'),
        'Omar Nassar',
        '(813) 555-0169',
        'Loading dock B, 6–9 am.',
      ),
    ],
    buyers: [
      buyer('Dana Whitfield', 'purchaser@bluefin.example', 'purchaser'),
      buyer('Greg Salter', 'greg@bluefin.example', 'company_admin'),
    ],
  },
  {
    name: 'Cascadia Framing & Forms',
    taxId: '07-6032471',
    stateCode: 'OR',
    tier: 'silver',
    email: 'office@cascadia-framing.example',
    creditLimit: '60000.00',
    paymentTerms: 'net30',
    address: at('3140 NW Foundry Street', 'Portland', 'OR', '97210'),
    jobSites: [
      site(
        'Riverside Lofts, Block B',
        at('88 SE Ferry Landing', 'Portland', 'OR', '97214'),
        'Pete Lindqvist',
        '(503) 555-0121',
        'Crane day is Tuesday; stage on level P1.',
        'CF-RL-####',
      ),
      site(
        'Alder Creek school gym',
        at('1200 Alder Creek Road', 'Salem', 'OR', '97302'),
        'Joy Nakamura',
        '(503) 555-0176',
        'Background-checked drivers only; check in at the office.',
      ),
      site(
        'Fort Hill apartments',
        at('415 W Mill Plain', 'Vancouver', 'WA', '98660'),
        'Sam Okafor',
        '(360) 555-0154',
        'Deliver to the alley side.',
        'CF-FH-####',
      ),
    ],
    buyers: [
      buyer('Ingrid Solberg', 'purchasing@cascadia-framing.example', 'purchaser'),
      buyer('Wes Tanner', 'wes@cascadia-framing.example', 'company_admin'),
    ],
  },
  {
    name: 'Manzanita Civil Contractors',
    taxId: '07-7719038',
    stateCode: 'CA',
    tier: 'gold',
    email: 'office@manzanita-civil.example',
    creditLimit: '90000.00',
    paymentTerms: 'net30',
    address: at('5601 Quarry Loop', 'Sacramento', 'CA', '95828'),
    jobSites: [
      site(
        'Dry Creek culvert',
        at('Mile 4, Dry Creek Road', 'Redding', 'CA', '96003'),
        'Hector Salinas',
        '(530) 555-0115',
        'Flagger at the turn-off; tipper access only.',
        'MCC-####-A',
      ),
      site(
        'Harbor Street reconstruction',
        at('600 Harbor Street', 'Stockton', 'CA', '95203'),
        'Anita Rao',
        '(209) 555-0187',
        'Night deliveries 9 pm–5 am.',
        'MCC-####-B',
      ),
    ],
    buyers: [
      buyer('Paul Espinoza', 'paul@manzanita-civil.example', 'purchaser'),
      buyer('Carol Yee', 'carol@manzanita-civil.example', 'approver'),
    ],
  },
  {
    name: 'Peachtree Row Builders',
    taxId: '07-8230516',
    stateCode: 'GA',
    tier: 'silver',
    email: 'office@peachtreerow.example',
    creditLimit: '50000.00',
    paymentTerms: 'net30',
    address: at('740 Cotton Mill Lane', 'Atlanta', 'GA', '30318'),
    jobSites: [
      site(
        'Old Mill infill, phase 2',
        at('31 Spindle Court', 'Marietta', 'GA', '30060'),
        'Travis Boone',
        '(770) 555-0126',
        'Narrow street, boom truck preferred.',
        'PR-######',
      ),
      site(
        'Magnolia Senior Living',
        at('902 Magnolia Park', 'Macon', 'GA', '31201'),
        'Denise Hall',
        '(478) 555-0193',
        'Quiet hours until 8 am.',
      ),
    ],
    buyers: [
      buyer('Shelby Crane', 'shelby@peachtreerow.example', 'purchaser'),
      buyer('Martin Dew', 'martin@peachtreerow.example', 'approver'),
    ],
  },
  {
    name: 'Sound & Sill Remodeling',
    taxId: '07-8844120',
    stateCode: 'WA',
    tier: 'bronze',
    email: 'office@soundandsill.example',
    creditLimit: '20000.00',
    paymentTerms: 'net15',
    address: at('1919 Rainier Spur', 'Seattle', 'WA', '98134'),
    jobSites: [
      site(
        'Ballard kitchen & bath',
        at('6033 21st Avenue NW', 'Seattle', 'WA', '98107'),
        'Kim Tran',
        '(206) 555-0139',
        'Curbside; stairs to the unit.',
      ),
    ],
    buyers: [buyer('Erik Halvorsen', 'erik@soundandsill.example', 'company_admin')],
  },
  {
    name: 'Lone Mesquite Masonry',
    taxId: '07-9120775',
    stateCode: 'TX',
    tier: 'bronze',
    email: 'office@lonemesquite.example',
    creditLimit: '35000.00',
    paymentTerms: 'net30',
    address: at('480 Caliche Pit Road', 'San Antonio', 'TX', '78221'),
    jobSites: [
      site(
        'Pecan Plaza retail',
        at('2500 Pecan Plaza', 'New Braunfels', 'TX', '78130'),
        'Ruben Garza',
        '(830) 555-0148',
        'Block cubes along the south wall.',
        'LM-###',
      ),
      site(
        'Station 9 firehouse',
        at('119 Engine Court', 'San Marcos', 'TX', '78666'),
        'Beth Alvarado',
        '(512) 555-0161',
        'Keep the apron clear at all times.',
      ),
    ],
    buyers: [buyer('Joe Cantu', 'joe@lonemesquite.example', 'purchaser')],
  },
  {
    name: 'Gulf Palm Roofing',
    taxId: '96-2047718',
    stateCode: 'FL',
    tier: 'silver',
    email: 'office@gulfpalm.example',
    creditLimit: '40000.00',
    paymentTerms: 'net15',
    address: at('1225 Tarpon Industrial Drive', 'Fort Myers', 'FL', '33905'),
    jobSites: [
      site(
        'Coral Shores reroof',
        at('5 Coral Shores Circle', 'Cape Coral', 'FL', '33904'),
        'Benny Ruiz',
        '(239) 555-0102',
        'Rooftop delivery, conveyor truck.',
        'GP-#####',
      ),
      site(
        'Pelican Storage',
        at('770 Warehouse Row', 'Naples', 'FL', '34104'),
        'Jill Marsh',
        '(239) 555-0171',
        'Gate code from the site contact.',
      ),
    ],
    buyers: [buyer('Alicia Mendez', 'alicia@gulfpalm.example', 'purchaser')],
  },
  {
    name: 'Ocotillo Mechanical',
    taxId: '96-3385012',
    stateCode: 'AZ',
    tier: null,
    email: 'office@ocotillo-mech.example',
    creditLimit: '30000.00',
    paymentTerms: 'net30',
    address: at('2016 E Foundry Way', 'Phoenix', 'AZ', '85034'),
    jobSites: [
      site(
        'Agave Medical Pavilion',
        at('9100 N Agave Loop', 'Scottsdale', 'AZ', '85258'),
        'Vince Duarte',
        '(480) 555-0116',
        'Deliver before 7 am in summer.',
        'OM-AG-###',
      ),
      site(
        'Saguaro Ranch homes',
        at('37 Ranch House Trail', 'Mesa', 'AZ', '85207'),
        'Lori Begay',
        '(480) 555-0183',
        'Lockbox on container 2.',
      ),
    ],
    buyers: [buyer('Ray Dominguez', 'ray@ocotillo-mech.example', 'purchaser')],
  },
  {
    name: 'Yaupon Electric',
    taxId: '96-4471296',
    stateCode: 'TX',
    tier: 'bronze',
    email: 'office@yaupon-electric.example',
    creditLimit: '25000.00',
    paymentTerms: 'net30',
    address: at('808 Substation Street', 'Austin', 'TX', '78702'),
    jobSites: [
      site(
        'Domain East offices',
        at('11200 Domain East Boulevard', 'Austin', 'TX', '78758'),
        'Chris Pham',
        '(512) 555-0155',
        'Freight elevator by booking.',
        'YE-####',
      ),
      site(
        'Hillside Elementary',
        at('65 Schoolhouse Hill', 'Dripping Springs', 'TX', '78620'),
        'Monica Reyes',
        '(512) 555-0190',
        'After 4 pm on school days.',
      ),
    ],
    buyers: [buyer('Terrence Cole', 'terrence@yaupon-electric.example', 'purchaser')],
  },
  {
    name: 'Tidewrack Pools & Patios',
    taxId: '97-1620845',
    stateCode: 'FL',
    tier: null,
    email: 'office@tidewrack.example',
    creditLimit: '0.00',
    paymentTerms: 'prepaid',
    address: at('44 Lagoon Drive', 'Sarasota', 'FL', '34236'),
    jobSites: [
      site(
        'Casa Delfin pool deck',
        at('8 Dolphin Court', 'Venice', 'FL', '34285'),
        'Nina Castillo',
        '(941) 555-0128',
        'Pavers on the driveway, not on the lawn.',
      ),
    ],
    buyers: [buyer('Brent Oakley', 'brent@tidewrack.example', 'company_admin')],
  },
  {
    name: 'Evergreen Ridge Interiors',
    taxId: '97-2938461',
    stateCode: 'WA',
    tier: 'silver',
    email: 'office@evergreenridge.example',
    creditLimit: '55000.00',
    paymentTerms: 'net30',
    address: at('4410 Kiln Avenue', 'Tacoma', 'WA', '98409'),
    jobSites: [
      site(
        'Harbor Tower, floors 6–9',
        at('1001 Pier Street', 'Tacoma', 'WA', '98402'),
        'Doug Feller',
        '(253) 555-0144',
        'Boom to the floor, wrapped pallets only.',
        'ERI-6-####',
      ),
      site(
        'Cedar Valley clinic',
        at('230 Cedar Valley Road', 'Olympia', 'WA', '98501'),
        'Amy Lund',
        '(360) 555-0107',
        'Infection-control route, see the site plan.',
      ),
    ],
    buyers: [
      buyer('Gina Petrov', 'gina@evergreenridge.example', 'purchaser'),
      buyer('Hal Winters', 'hal@evergreenridge.example', 'viewer'),
    ],
  },
];

/** The tax id of the company with that name. @param {string} name @returns {string} */
export function taxIdOf(name) {
  const company = companies.find((each) => each.name === name);
  if (!company) throw new Error(`No such company: ${name}`);
  return company.taxId;
}
