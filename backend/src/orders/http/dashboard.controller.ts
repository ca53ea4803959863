import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../shared/http/access.js';
import { Dashboard } from '../infrastructure/reads/dashboard.js';
import { DashboardView, toDashboardView } from './dashboard.dto.js';

/** What the sales team looks at in the morning. */
@Controller('backoffice/dashboard')
export class DashboardController {
  constructor(private readonly dashboard: Dashboard) {}

  @Get()
  @Requires('order.read')
  async view(): Promise<DashboardView> {
    return toDashboardView(await this.dashboard.now());
  }
}
