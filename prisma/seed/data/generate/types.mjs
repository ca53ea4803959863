/**
 * What a company keeps under a name.
 * @typedef {object} SavedList
 * @property {string} companyTaxId
 * @property {string} buyerEmail
 * @property {string} name
 * @property {number} daysAgo
 * @property {{ sku: string, unit: string, quantity: string, note?: string }[]} lines
 */

/**
 * The shape of a demo tenant's data. Types only: this module exports nothing that runs.
 *
 * @typedef {{ code: string, name: string, factor: string, step: string, minimum: string }} Unit
 *
 * @typedef {object} Product
 * @property {string} sku
 * @property {string} slug made from the name, unique in the tenant
 * @property {string} name
 * @property {string} description
 * @property {string} brand
 * @property {string} categoryCode
 * @property {string} baseUnit code of the unit with factor 1
 * @property {'active'} status
 * @property {string | null} gtin GTIN-13 in the range GS1 keeps for demonstrations (952)
 * @property {Record<string, string>} attributes
 * @property {Unit[]} units
 * @property {boolean} backorder
 * @property {string} [drawing] where it differs from the category's
 *
 * @typedef {object} ListPrice
 * @property {string | null} price per base unit; null means price on request
 * @property {[number, number][]} tiers minimum quantity in base units, per cent off
 * @property {Partial<Record<string, number>>} packOff unit code, per cent off factor × price
 *
 * @typedef {{ product: Product, list: ListPrice }} Item a product with what its list price is made from
 *
 * @typedef {{ code: string, parentCode: string | null, name: string, slug: string, drawing: string }} Category
 * @typedef {{ code: string, name: string, stateCode: string, position: number, serves: string[] }} Branch
 * @typedef {{ sku: string, branch: string, onHand: string, safety: string }} StockLevel
 *
 * @typedef {object} PriceEntry
 * @property {string} sku
 * @property {string} unit
 * @property {string} minQuantity
 * @property {string} unitPrice four decimals
 * @property {string | null} [validFrom]
 * @property {string | null} [validTo]
 *
 * @typedef {object} PriceTable
 * @property {string} name
 * @property {'national' | 'state' | 'company'} scope
 * @property {string} [stateCode]
 * @property {string} [companyTaxId]
 * @property {number} priority
 * @property {{ from: number, to: number }} [days] a contract's period, in days from the seeding
 * @property {PriceEntry[]} entries
 *
 * @typedef {{ line1: string, city: string, stateCode: string, postalCode: string }} Address
 *
 * @typedef {object} JobSite
 * @property {string} name
 * @property {string} line1
 * @property {string} city
 * @property {string} stateCode
 * @property {string} postalCode
 * @property {string} contactName
 * @property {string} contactPhone
 * @property {string} accessNotes
 * @property {string | null} poPattern literal text in which each # stands for one digit
 *
 * @typedef {{ name: string, email: string, role: 'company_admin' | 'purchaser' | 'approver' | 'viewer' }} Buyer
 * @typedef {{ name: string, email: string, role: 'owner' | 'sales_manager' | 'sales_rep' | 'fulfilment' | 'read_only' }} Staff
 *
 * @typedef {object} Company
 * @property {string} name
 * @property {string} taxId
 * @property {string} stateCode
 * @property {'bronze' | 'silver' | 'gold' | null} tier
 * @property {string} email
 * @property {string} creditLimit
 * @property {'net30' | 'net15' | 'prepaid'} paymentTerms
 * @property {Address} address
 * @property {JobSite[]} jobSites
 * @property {Buyer[]} buyers
 *
 * @typedef {{ code: string, name: string, defaultDiscount: string, categoryDiscounts: { categoryCode: string, discount: string }[] }} Tier
 * @typedef {{ code: string, name: string, discount: string, categoryCode: string | null, validFrom: string | null, validTo: string | null, active: boolean, maxUses?: number, maxUsesPerCompany?: number, minimumOrder?: string }} TradeCode
 *
 * @typedef {'placed' | 'confirmed' | 'part_shipped' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'rejected'} Stage
 *
 * @typedef {object} Order
 * @property {number} daysAgo
 * @property {number} minuteOfDay in the tenant's time zone
 * @property {string} companyTaxId
 * @property {string} buyerEmail
 * @property {number | null} jobSite index in the company's job sites; null means the company's own address
 * @property {string | null} poNumber
 * @property {'credit' | 'bank_transfer'} payment
 * @property {Stage} stage
 * @property {string} [tradeCode]
 * @property {number} [requestedInDays] days from the order to the delivery that is wished for
 * @property {{ sku: string, unit: string, quantity: string }[]} lines
 *
 * @typedef {{ byDefault: string, byCategory: Record<string, string> }} MarginFloors fractions
 * @typedef {{ sku: string, unitCost: string, before: string | null }} ProductCost
 *
 * @typedef {object} DemoRevision changes to the prices of some categories of a table
 * @property {string} table
 * @property {string} name
 * @property {string} by e-mail of who wrote it
 * @property {string} [approvedBy]
 * @property {'draft' | 'submitted' | 'approved' | 'scheduled' | 'live' | 'rejected' | 'withdrawn'} status
 * @property {number} daysAgo when it was written; a live one went live then
 * @property {string[]} categories
 * @property {number} perMille the new price against the old one
 * @property {[sku: string, perMille: number][]} [odd] prices that should be looked at twice
 * @property {string} [note] what was said when it was handed in or sent back
 * @property {number} [rolledBackDaysAgo]
 *
 * @typedef {object} Pricing
 * @property {{ outlierPercent: string, expiryReminderDays: number }} settings
 * @property {MarginFloors} floors
 * @property {string[]} underTheFloor products whose list price is meant to be under the floor
 * @property {ProductCost[]} costs
 * @property {DemoRevision[]} revisions live ones touch each product once; what they leave is what the tables hold
 *
 * @typedef {object} Tenant
 * @property {string} slug
 * @property {string} name
 * @property {'USD' | 'BRL'} currency
 * @property {'en-US' | 'pt-BR'} locale
 * @property {string} timeZone
 * @property {string | null} brandColor null means the product's own colour
 * @property {boolean} publicPrices
 * @property {boolean} twoPersonApproval
 * @property {boolean} isDefault
 * @property {null} domain
 * @property {Record<string, string>} taxRates state code, fraction
 *
 * @typedef {object} DemoTenant
 * @property {Tenant} tenant
 * @property {Category[]} categories
 * @property {Branch[]} branches
 * @property {Product[]} products
 * @property {StockLevel[]} stock
 * @property {PriceTable[]} priceTables
 * @property {Tier[]} tiers
 * @property {TradeCode[]} tradeCodes
 * @property {Pricing} pricing
 * @property {Company[]} companies
 * @property {Staff[]} staff
 * @property {SavedList[]} savedLists
 * @property {Order[]} orders
 */
export {};
