import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AuditLog } from '../shared/audit-log.js';
import { settings } from '../shared/infrastructure/settings.js';
import { Directory } from './application/directory.js';
import { AccessTokens, Epochs, Profiles, TenantDirectory } from './application/ports.js';
import { JwtStrategy } from './http/jwt.guard.js';
import { accessTokenSeconds, JwtAccessTokens } from './infrastructure/jwt-access-tokens.js';
import { SqlAuditLog } from './infrastructure/sql-audit-log.js';
import { SqlEpochs } from './infrastructure/sql-epochs.js';
import { SqlProfiles } from './infrastructure/sql-profiles.js';
import { SqlTenantDirectory } from './infrastructure/sql-tenant-directory.js';

/** Who is who: tenants, companies, people, roles and sessions. */
@Global()
@Module({
  imports: [
    JwtModule.registerAsync({
      useFactory: () => ({ secret: settings().JWT_SECRET, signOptions: { expiresIn: accessTokenSeconds } }),
    }),
  ],
  providers: [
    JwtStrategy,
    { provide: TenantDirectory, useClass: SqlTenantDirectory },
    { provide: Epochs, useClass: SqlEpochs },
    { provide: AccessTokens, useClass: JwtAccessTokens },
    { provide: Profiles, useClass: SqlProfiles },
    { provide: AuditLog, useClass: SqlAuditLog },
    Directory,
  ],
  exports: [AuditLog, Directory],
})
export class IdentityModule {}
