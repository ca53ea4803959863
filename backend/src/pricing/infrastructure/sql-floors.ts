import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/infrastructure/database.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { MarginFloors, type PricingSettings, SettingsOfPricing } from '../application/cost-ports.js';

/** A row per category that has a floor of its own. */
@Injectable()
export class SqlMarginFloors extends MarginFloors {
  constructor(private readonly database: Database) {
    super();
  }

  async all(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.sql<{ id: string; floor: number }>`
      select category_id as id, (floor * 10000)::int as floor from pricing.margin_floor`;
    return new Map(rows.map(({ id, floor }) => [id, floor]));
  }

  async save(floors: ReadonlyMap<string, number | null>): Promise<void> {
    const given = [...floors].filter(([, floor]) => floor !== null);
    await this.database.sql`
      delete from pricing.margin_floor where category_id = any(${[...floors.keys()]}::uuid[])`;
    await this.database.sql`
      insert into pricing.margin_floor (category_id, floor)
      select id, floor::numeric / 10000
      from unnest(${given.map(([id]) => id)}::uuid[], ${given.map(([, floor]) => floor)}::int[]) as f(id, floor)`;
  }
}

const defaults: PricingSettings = { defaultFloor: null, outlierPercent: '20.00', expiryReminderDays: 30, version: 1 };

/** One row per tenant, made when something is first said. */
@Injectable()
export class SqlSettingsOfPricing extends SettingsOfPricing {
  constructor(private readonly database: Database) {
    super();
  }

  async get(): Promise<PricingSettings> {
    const [row] = await this.database.sql<PricingSettings>`
      select (default_floor * 10000)::int as "defaultFloor", outlier_percent as "outlierPercent",
             expiry_reminder_days as "expiryReminderDays", version
      from pricing.pricing_settings`;
    return row ?? defaults;
  }

  async save({ defaultFloor, outlierPercent, expiryReminderDays, version }: PricingSettings): Promise<void> {
    const saved = await this.database.sql`
      insert into pricing.pricing_settings as s (default_floor, outlier_percent, expiry_reminder_days, version)
      values (${defaultFloor}::int::numeric / 10000, ${outlierPercent}, ${expiryReminderDays}, ${version + 1})
      on conflict (tenant_id) do update
      set default_floor = excluded.default_floor, outlier_percent = excluded.outlier_percent,
          expiry_reminder_days = excluded.expiry_reminder_days, version = s.version + 1
      where s.version = ${version}
      returning version`;
    if (saved.length === 0) throw new StaleWrite('pricing_settings', (await this.get()).version);
  }
}
