export const productStatuses = ['draft', 'active', 'archived'] as const;

/** Only active products are shown to buyers; archived ones stay for the orders that name them. */
export type ProductStatus = (typeof productStatuses)[number];
