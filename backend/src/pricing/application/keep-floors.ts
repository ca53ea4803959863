import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../shared/audit-log.js';
import { currentContext } from '../../shared/request-context.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { StaleWrite } from '../../shared/stale-write.js';
import { floorOf, type FloorRules } from '../domain/margin.js';
import { MarginFloors, Measures, type NamedCategory, type PricingSettings, SettingsOfPricing } from './cost-ports.js';
import { CategoryTree, Sellers } from './catalogue-ports.js';

export interface CategoryFloor {
  readonly category: NamedCategory;
  readonly floor: number | null;
  /** What holds when it has no floor of its own. */
  readonly inherited: number | null;
}

export interface SettingsChange extends Partial<Omit<PricingSettings, 'version'>> {
  readonly twoPersonApproval?: boolean;
}

/** Keeps the least margins, and how careful the tenant is with prices. */
@Injectable()
export class KeepFloors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly marginFloors: MarginFloors,
    private readonly settings: SettingsOfPricing,
    private readonly measures: Measures,
    private readonly tree: CategoryTree,
    private readonly sellers: Sellers,
    private readonly audit: AuditLog,
  ) {}

  /** What floors are found by. */
  async rules(): Promise<FloorRules> {
    const [byCategory, ancestors, { defaultFloor }] = await Promise.all([
      this.marginFloors.all(),
      this.tree.ancestors(),
      this.settings.get(),
    ]);
    return { byCategory, ancestors, fallback: defaultFloor };
  }

  async floors(): Promise<CategoryFloor[]> {
    const [rules, categories] = await Promise.all([this.rules(), this.measures.categories()]);
    return categories.map((category) => ({
      category,
      floor: rules.byCategory.get(category.id) ?? null,
      inherited: category.parentId ? floorOf(category.parentId, rules) : rules.fallback,
    }));
  }

  /** All or none: a category nobody has is refused. */
  saveFloors(
    floors: ReadonlyMap<string, number | null>,
  ): Promise<Result<void, { readonly code: 'category.not_found'; readonly categoryId: string }>> {
    return this.unitOfWork.run<void, { code: 'category.not_found'; categoryId: string }>(async () => {
      const known = new Set((await this.measures.categories()).map(({ id }) => id));
      const unknown = [...floors.keys()].find((id) => !known.has(id));
      if (unknown) return err({ code: 'category.not_found', categoryId: unknown });
      await this.marginFloors.save(floors);
      // The audit is read by people who may not see floors.
      await this.audit.record({
        action: 'margin_floor.changed',
        entity: 'margin_floor',
        entityId: tenantId(),
        facts: { categories: [...floors.keys()] },
      });
      return ok(undefined);
    });
  }

  async current(): Promise<{ settings: PricingSettings; twoPersonApproval: boolean }> {
    const [settings, { twoPersonApproval }] = await Promise.all([this.settings.get(), this.sellers.current()]);
    return { settings, twoPersonApproval };
  }

  /** `version` is the one that was looked at; without it, whichever is current. */
  saveSettings(
    { twoPersonApproval, ...change }: SettingsChange,
    version: number | undefined,
  ): Promise<Result<void, never>> {
    return this.unitOfWork.run<void, never>(async () => {
      const before = await this.settings.get();
      if (version !== undefined && version !== before.version) throw new StaleWrite('pricing_settings', before.version);
      await this.settings.save({ ...before, ...change });
      if (twoPersonApproval !== undefined) await this.sellers.requireTwoPersons(twoPersonApproval);
      const { defaultFloor, ...facts } = change;
      await this.audit.record({
        action: 'pricing_settings.changed',
        entity: 'pricing_settings',
        entityId: tenantId(),
        facts: { ...facts, twoPersonApproval, defaultFloorChanged: defaultFloor !== undefined },
      });
      return ok(undefined);
    });
  }
}

const tenantId = (): string => currentContext()?.tenantId ?? '';
