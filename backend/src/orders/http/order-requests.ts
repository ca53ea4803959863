import type { OrderRequest } from '../application/place-order.js';
import type { OrderFilter } from '../infrastructure/reads/order-list.js';
import type { AddressBody, OrderQuery, PlaceOrderRequest } from './order.dto.js';

/** The request as the use case takes it; blank text says nothing. */
export const asOrderRequest = ({
  address,
  poNumber,
  tradeCode,
  note,
  ...request
}: PlaceOrderRequest): OrderRequest => ({
  ...request,
  address: address ? asAddress(address) : null,
  poNumber: poNumber || null,
  tradeCode: tradeCode || null,
  note: note || null,
});

/** What every list of orders can be narrowed by. */
export const filterOf = ({ status, search, from, to }: OrderQuery): OrderFilter => ({
  statuses: status,
  search,
  from,
  to,
});

const asAddress = (address: AddressBody) => ({
  name: address.name || null,
  line1: address.line1,
  line2: address.line2 || null,
  city: address.city,
  stateCode: address.stateCode.toUpperCase(),
  postalCode: address.postalCode,
  contactName: address.contactName || null,
  contactPhone: address.contactPhone || null,
  accessNotes: address.accessNotes || null,
});
