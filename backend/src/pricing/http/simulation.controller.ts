import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { CurrentActor, Requires } from '../../shared/http/access.js';
import { valueOrFailure } from '../../shared/http/failure.js';
import { maySeeCosts } from '../application/cost-ports.js';
import { SimulatePrices } from '../application/simulate-prices.js';
import { failures } from './failures.js';
import { SimulationBody, SimulationView, toSimulation } from './simulation.dto.js';

/** What prices would be, before anybody pays them. */
@Controller('backoffice/prices')
export class SimulationController {
  constructor(private readonly simulatePrices: SimulatePrices) {}

  @Post('simulate')
  @HttpCode(200)
  @Requires('price.read')
  async simulate(
    @CurrentActor() { permissions }: Actor,
    @Body() { revisionIds = [], ...body }: SimulationBody,
  ): Promise<SimulationView> {
    const simulation = valueOrFailure(await this.simulatePrices.execute({ ...body, revisionIds }), failures);
    return toSimulation(simulation, maySeeCosts(permissions), (code) => failures[code].message);
  }
}
