/** Counts a reader can check at a glance. @param {import('./types.mjs').DemoTenant} demo */
export function summaryOf(demo) {
  const tables = (/** @type {string} */ scope) => demo.priceTables.filter((table) => table.scope === scope);
  return {
    categories: demo.categories.filter(({ parentCode }) => parentCode !== null).length,
    categoryGroups: demo.categories.filter(({ parentCode }) => parentCode === null).length,
    branches: demo.branches.length,
    products: demo.products.length,
    stockLevels: demo.stock.length,
    stateTables: tables('state').length,
    companyTables: tables('company').length,
    priceEntries: demo.priceTables.reduce((sum, { entries }) => sum + entries.length, 0),
    companies: demo.companies.length,
    jobSites: demo.companies.reduce((sum, { jobSites }) => sum + jobSites.length, 0),
    buyers: demo.companies.reduce((sum, { buyers }) => sum + buyers.length, 0),
    staff: demo.staff.length,
    orders: demo.orders.length,
    orderLines: demo.orders.reduce((sum, { lines }) => sum + lines.length, 0),
  };
}
