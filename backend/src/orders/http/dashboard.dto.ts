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

/** The tenant's figures of the moment, in its own time zone and currency. */
export class DashboardView {
  currency!: string;
  timeZone!: string;
  today!: TodayView;
  toConfirm!: number;
  toShip!: number;
  /** Active products of which no branch can hand out anything. */
  outOfStock!: number;
  revenueByWeek!: RevenueWeekView[];
}

export const toDashboardView = ({ today, revenueByWeek, ...figures }: DashboardFigures): DashboardView => ({
  ...figures,
  today: { orders: today.orders, revenue: today.revenue.toString() },
  revenueByWeek: revenueByWeek.map(({ total, ...week }) => ({ ...week, total: total.toString() })),
});
