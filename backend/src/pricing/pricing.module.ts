import { Module } from '@nestjs/common';

/** Nothing yet. */
@Module({})
export class PricingModule {}
