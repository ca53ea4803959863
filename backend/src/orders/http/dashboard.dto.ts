import type { DashboardFigures } from '../infrastructure/reads/dashboard.js';

/** What came in since midnight. */
export class TodayView {
  orders!: number;
  revenue!: string;
}

/** A week from its Monday on. */
export class RevenueWeekView {
  weekStart!: string;
  total!: string;
  orders!: number;
}

/** A product of which little or nothing is left; the amount in its base unit. */
export class ShortProductView {
  id!: string;
  sku!: string;
  name!: string;
  available!: string;
  baseUnit!: string;
}

/** Active products that are low or out, and the five that are emptiest beside what should be there. */
export class LowStockView {
  count!: number;
  worst!: ShortProductView[];
}

/** The tenant's figures of the moment, in its own time zone and currency. */
export class DashboardView {
  currency!: string;
  timeZone!: string;
  today!: TodayView;
  toConfirm!: number;
  toShip!: number;
  /** Active products of which no branch can hand out anything. */
  outOfStock!: number;
  lowStock!: LowStockView;
  revenueByWeek!: RevenueWeekView[];
}

export const toDashboardView = ({
  today,
  revenueByWeek,
  shortages: { count, out, worst },
  ...figures
}: DashboardFigures): DashboardView => ({
  ...figures,
  today: { orders: today.orders, revenue: today.revenue.toString() },
  outOfStock: out,
  lowStock: {
    count,
    worst: worst.map(({ available, ...product }) => ({ ...product, available: available.toString() })),
  },
  revenueByWeek: revenueByWeek.map(({ total, ...week }) => ({ ...week, total: total.toString() })),
});
