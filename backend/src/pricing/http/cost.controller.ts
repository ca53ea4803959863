import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { given } from '../../shared/http/fields.js';
import { FacetsOf } from '../../shared/http/facets.js';
import { Failure, foundOr404, valueOrFailure } from '../../shared/http/failure.js';
import { asPage } from '../../shared/http/page.js';
import { maySeeCosts } from '../application/cost-ports.js';
import { KeepCosts } from '../application/keep-costs.js';
import { KeepFloors } from '../application/keep-floors.js';
import { Sellers } from '../application/catalogue-ports.js';
import { ShowCosts } from '../application/show-costs.js';
import {
  ChangedCostsView,
  CostEntryQuery,
  CostFacetsView,
  CostHistoryView,
  CostQuery,
  CostsBody,
  CostView,
  MarginFloorsBody,
  MarginFloorView,
  PricingSettingsBody,
  PricingSettingsView,
  RemovedCostView,
  tenThousandths,
  toCost,
  toFloor,
  toHistory,
  toSettings,
} from './cost.dto.js';
import { failures } from './failures.js';

/** What goods cost the tenant, and how little may be left over it. */
@Controller('backoffice')
export class CostController {
  constructor(
    private readonly showCosts: ShowCosts,
    private readonly keepCosts: KeepCosts,
    private readonly keepFloors: KeepFloors,
    private readonly sellers: Sellers,
  ) {}

  @Get('costs')
  @Requires('cost.read')
  @FacetsOf(CostFacetsView)
  async costs(@Query() query: CostQuery): Promise<CostView[]> {
    const { rows, total } = await this.showCosts.page(query);
    const { currency } = await this.sellers.current();
    const page = { number: query.page, size: query.pageSize, total };
    return asPage(rows.map(toCost), page, { currency } satisfies CostFacetsView);
  }

  /** Good ones go in, each of the others is answered with what is wrong with it. */
  @Put('costs')
  @Requires('cost.edit')
  async changeCosts(
    @CurrentActor() { id, name }: Actor,
    @Body() { changes, locale }: CostsBody,
  ): Promise<ChangedCostsView> {
    const changed = await this.keepCosts.execute(changes, { id, name }, locale);
    const { accepted, refused } = valueOrFailure(changed, failures);
    return {
      accepted,
      refused: refused.map(({ index, error: { code, ...details } }) => ({
        index,
        error: { code, message: failures[code].message, ...(Object.keys(details).length > 0 && { details }) },
      })),
    };
  }

  @Get('costs/:productId/history')
  @Requires('cost.read')
  async history(@Param('productId', ParseUUIDPipe) productId: string): Promise<CostHistoryView[]> {
    const { costs, holds } = foundOr404(await this.showCosts.history(productId), 'product');
    return costs.map((cost) => toHistory(cost, cost === holds));
  }

  /** Takes one entry back; what was said otherwise holds again. */
  @Delete('costs/:productId/history')
  @Requires('cost.edit')
  async removeCost(
    @Param('productId', ParseUUIDPipe) productId: string,
    @Query() { validFrom }: CostEntryQuery,
  ): Promise<RemovedCostView> {
    valueOrFailure(await this.keepCosts.remove(productId, validFrom ?? null), failures);
    return { productId, validFrom: validFrom?.toISOString() ?? null };
  }

  @Get('pricing-settings')
  @Requires('price.read')
  async settings(@CurrentActor() { permissions }: Actor): Promise<PricingSettingsView> {
    const { settings, twoPersonApproval } = await this.keepFloors.current();
    return toSettings(settings, twoPersonApproval, maySeeCosts(permissions));
  }

  /** The floor besides takes the right to edit costs, so that nobody who cannot see it takes it away. */
  @Put('pricing-settings')
  @Requires('tenant.edit')
  async changeSettings(
    @CurrentActor() actor: Actor,
    @Body() { version, defaultFloor, ...change }: PricingSettingsBody,
  ): Promise<PricingSettingsView> {
    if (defaultFloor !== undefined && !actor.permissions.has('cost.edit')) {
      throw new Failure(403, 'auth.forbidden', 'You may not do this', { permission: 'cost.edit' });
    }
    const floor = defaultFloor === undefined ? {} : { defaultFloor: tenThousandths(defaultFloor) };
    const saved = await this.keepFloors.saveSettings({ ...given(change), ...floor }, version);
    valueOrFailure(saved, failures);
    return this.settings(actor);
  }

  @Get('margin-floors')
  @Requires('cost.read')
  async floors(): Promise<MarginFloorView[]> {
    return (await this.keepFloors.floors()).map(toFloor);
  }

  @Put('margin-floors')
  @Requires('cost.edit')
  async changeFloors(@Body() { floors }: MarginFloorsBody): Promise<MarginFloorView[]> {
    const wanted = new Map(floors.map(({ categoryId, floor }) => [categoryId, tenThousandths(floor ?? null)]));
    valueOrFailure(await this.keepFloors.saveFloors(wanted), failures);
    return this.floors();
  }
}
