import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/clock.js';
import { Database } from '../../../shared/infrastructure/database.js';
import { Money } from '../../../shared/money.js';
import { Offers, type Shortages } from '../../application/ports.js';

export interface DashboardFigures {
  readonly currency: string;
  readonly timeZone: string;
  readonly today: { readonly orders: number; readonly revenue: Money };
  readonly toConfirm: number;
  readonly toShip: number;
  readonly shortages: Shortages;
  /** The last twelve weeks, this one included, oldest first; weeks begin on Monday. */
  readonly revenueByWeek: readonly { readonly weekStart: string; readonly total: Money; readonly orders: number }[];
}

interface Counts {
  orders: number;
  revenue: string;
  confirm: number;
  ship: number;
}

/** Counts orders and sums their worth in the days and weeks of the tenant's time zone; ended ones do not count. */
@Injectable()
export class Dashboard {
  constructor(
    private readonly database: Database,
    private readonly offers: Offers,
    private readonly clock: Clock,
  ) {}

  async now(): Promise<DashboardFigures> {
    const now = this.clock.now();
    const { currency, timeZone } = await this.offers.store();
    const [counts, weeks, shortages] = await Promise.all([
      this.counts(now, timeZone),
      this.weeks(now, timeZone),
      this.offers.shortages(),
    ]);
    return {
      currency,
      timeZone,
      today: { orders: counts.orders, revenue: Money.stored(counts.revenue, currency) },
      toConfirm: counts.confirm,
      toShip: counts.ship,
      shortages,
      revenueByWeek: weeks.map(({ week_start: weekStart, total, orders }) => ({
        weekStart,
        total: Money.stored(total, currency),
        orders,
      })),
    };
  }

  private async counts(now: Date, timeZone: string): Promise<Counts> {
    const [counts] = await this.database.sql<Counts>`
      select today.orders, today.revenue, waiting.confirm, waiting.ship
      from (select count(*)::int as orders, coalesce(sum(total), 0)::text as revenue from orders.order
            where placed_at >= date_trunc('day', ${now}::timestamptz, ${timeZone})
              and status not in ('rejected', 'cancelled')) as today,
           (select count(*) filter (where status = 'placed')::int as confirm,
                   count(*) filter (where status = 'confirmed'
                                      and fulfilment_status in ('unfulfilled', 'partially_shipped'))::int as ship
            from orders.order where status in ('placed', 'confirmed')) as waiting`;
    return counts ?? { orders: 0, revenue: '0', confirm: 0, ship: 0 };
  }

  private weeks(now: Date, timeZone: string): Promise<{ week_start: string; total: string; orders: number }[]> {
    return this.database.sql`
      with this_week as (select date_trunc('week', ${now}::timestamptz, ${timeZone}) as start)
      select to_char(week.start at time zone ${timeZone}, 'YYYY-MM-DD') as week_start,
             coalesce(sum(o.total), 0)::text as total, count(o.id)::int as orders
      from this_week,
           generate_series(date_subtract(this_week.start, interval '11 weeks', ${timeZone}), this_week.start,
                           interval '1 week', ${timeZone}) as week(start)
      left join orders.order o
        on o.placed_at >= week.start and o.placed_at < date_add(week.start, interval '1 week', ${timeZone})
        and o.status not in ('rejected', 'cancelled')
      group by week.start order by week.start`;
  }
}
