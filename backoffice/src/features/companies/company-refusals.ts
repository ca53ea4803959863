/** Which field a refused rule is about. */
export const fieldOfRefusal = {
  'company.tax_id_taken': 'taxId',
  'company.tax_id_not_valid': 'taxId',
  'company.state_unknown': 'stateCode',
  'company.sales_rep_unknown': 'salesRepId',
} as const;
