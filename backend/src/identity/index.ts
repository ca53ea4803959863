export { Directory } from './application/directory.js';
export type { Address, CompanyProfile, JobSiteProfile, MemberProfile, TenantProfile } from './application/ports.js';
export { type DefaultRole, defaultRoles, ownerCode } from './domain/default-roles.js';
export { JwtGuard } from './http/jwt.guard.js';
export { brandPerRequest } from './http/request-brand.js';
export { contextPerRequest } from './http/request-tenant.js';
export { IdentityModule } from './identity.module.js';
