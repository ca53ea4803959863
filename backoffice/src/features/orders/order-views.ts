import type { PriceSourceName } from '@tradeyard/design-system';
import type { PriceBadge, Trace } from '../../shared/explain/explained-price';

export type OrderStatus = 'pending_approval' | 'placed' | 'confirmed' | 'completed' | 'rejected' | 'cancelled';
export type PaymentStatus = 'unpaid' | 'authorized' | 'partially_paid' | 'paid' | 'partially_refunded' | 'refunded';
export type FulfilmentStatus = 'unfulfilled' | 'partially_shipped' | 'shipped' | 'partially_delivered' | 'delivered';
export type OrderStep = 'confirm' | 'reject' | 'cancel' | 'ship' | 'deliver' | 'record_payment';

/** Where an order stands, in all three machines. */
export interface Standing {
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
}

/** An order as the queue shows it. */
export interface OrderSummary extends Standing {
  id: string;
  number: string;
  version: number;
  placedAt: string;
  company: { id: string; name: string };
  buyer: { id: string; name: string };
  poNumber: string | null;
  deliverTo: string;
  requestedDate: string | null;
  expectedDate: string | null;
  paymentMethod: string;
  lineCount: number;
  backorderedCount: number;
  currency: string;
  total: string;
  balance: string;
}

export interface OrderLine {
  lineNo: number;
  productId: string;
  sku: string;
  name: string;
  unit: string;
  unitName: string;
  quantity: string;
  unitPrice: string;
  listPrice: string | null;
  lineTotal: string;
  source: PriceSourceName;
  badge: PriceBadge | null;
  sourceLabel: string;
  branch: { id: string; code: string; name: string } | null;
  expectedDate: string | null;
  note: string | null;
  shipped: string;
  delivered: string;
  /** Not shipped yet. */
  open: string;
  backordered: boolean;
}

export interface Shipment {
  id: string;
  number: number;
  branch: { id: string; name: string };
  shippedAt: string;
  deliveredAt: string | null;
  note: string | null;
  lines: { lineNo: number; quantity: string }[];
}

export interface Order extends Standing {
  id: string;
  number: string;
  version: number;
  placedAt: string;
  company: { id: string; name: string };
  buyer: { id: string; name: string; email: string };
  address: {
    name: string | null;
    line1: string;
    line2: string | null;
    city: string;
    stateCode: string;
    postalCode: string;
    contactName: string | null;
    contactPhone: string | null;
    accessNotes: string | null;
  };
  poNumber: string | null;
  requestedDate: string | null;
  expectedDate: string | null;
  paymentMethod: string;
  paymentTerms: string;
  paymentReference: string | null;
  dueAt: string | null;
  tradeCode: string | null;
  note: string | null;
  subtotal: string;
  tax: string;
  freight: string;
  total: string;
  paid: string;
  balance: string;
  currency: string;
  lines: OrderLine[];
  shipments: Shipment[];
  payments: {
    id: string;
    amount: string;
    reference: string | null;
    recordedBy: { id: string; name: string };
    at: string;
  }[];
  history: {
    at: string;
    actor: { name: string; kind: 'staff' | 'buyer' };
    event: string;
    note: string | null;
    facts: Record<string, unknown> | null;
  }[];
  /** The steps its state allows; whether this person may take them, their permissions say. */
  allowed: OrderStep[];
}

/** Why a line cost what it cost, frozen when it was placed. */
export interface FrozenTrace {
  sku: string;
  name: string;
  unit: string;
  quantity: string;
  unitPrice: string;
  listPrice: string | null;
  source: PriceSourceName;
  sourceLabel: string;
  trace: Trace;
}
