import { Controller, Get } from '@nestjs/common';
import { Public } from '../../shared/http/access.js';
import { Directory } from '../application/directory.js';
import { statesOf } from '../domain/states.js';
import { TenantView } from './tenant.dto.js';

/** What both apps need to know before anybody signs in. */
@Controller('tenant')
export class TenantController {
  constructor(private readonly directory: Directory) {}

  @Get()
  @Public()
  async tenant(): Promise<TenantView> {
    const tenant = await this.directory.tenant();
    const { slug, name, currency, locale, timeZone, brandColor, logoUrl, publicPrices } = tenant;
    const states = statesOf(tenant).map((state) => ({ ...state }));
    return { slug, name, currency, locale, timeZone, brandColor, logoUrl, publicPrices, states };
  }
}
