import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AuditLog } from '../shared/audit-log.js';
import { settings } from '../shared/infrastructure/settings.js';
import { AddMember } from './application/add-member.js';
import { ChangeCompany } from './application/change-company.js';
import { ChangeJobSite } from './application/change-job-site.js';
import { ChangeMember } from './application/change-member.js';
import { ChangeRole } from './application/change-role.js';
import { ChoosePassword } from './application/choose-password.js';
import { CreateRole } from './application/create-role.js';
import { DeleteRole } from './application/delete-role.js';
import { Directory } from './application/directory.js';
import { OpenJobSite } from './application/open-job-site.js';
import {
  AccessTokens,
  Accounts,
  Attempts,
  Companies,
  Epochs,
  Invitations,
  JobSites,
  Members,
  Passwords,
  Profiles,
  Roles,
  Secrets,
  Sessions,
  TenantDirectory,
} from './application/ports.js';
import { RefreshSignIn } from './application/refresh-sign-in.js';
import { RegisterCompany } from './application/register-company.js';
import { RequestPasswordReset } from './application/request-password-reset.js';
import { SendLink } from './application/send-link.js';
import { SignIn } from './application/sign-in.js';
import { SignOut } from './application/sign-out.js';
import { Welcome } from './application/welcome.js';
import { AuditController } from './http/audit.controller.js';
import { AuthController } from './http/auth.controller.js';
import { CompanyController } from './http/company.controller.js';
import { CompanyPeopleController } from './http/company-people.controller.js';
import { JwtStrategy } from './http/jwt.guard.js';
import { OwnCompanyController } from './http/own-company.controller.js';
import { RoleController } from './http/role.controller.js';
import { StaffController } from './http/staff.controller.js';
import { TenantController } from './http/tenant.controller.js';
import { Argon2Passwords } from './infrastructure/argon2-passwords.js';
import { accessTokenSeconds, JwtAccessTokens } from './infrastructure/jwt-access-tokens.js';
import { CompaniesImport } from './infrastructure/companies-import.js';
import { LinkMailsListener } from './infrastructure/link-mails.listener.js';
import { PrismaJobSites } from './infrastructure/prisma-job-sites.js';
import { RandomSecrets } from './infrastructure/random-secrets.js';
import { AuditTrail } from './infrastructure/reads/audit-trail.js';
import { CompanyList } from './infrastructure/reads/company-list.js';
import { JobSiteList } from './infrastructure/reads/job-site-list.js';
import { MemberList } from './infrastructure/reads/member-list.js';
import { RoleList } from './infrastructure/reads/role-list.js';
import { SqlAccounts } from './infrastructure/sql-accounts.js';
import { SqlAttempts } from './infrastructure/sql-attempts.js';
import { SqlAuditLog } from './infrastructure/sql-audit-log.js';
import { SqlCompanies } from './infrastructure/sql-companies.js';
import { SqlEpochs } from './infrastructure/sql-epochs.js';
import { SqlInvitations } from './infrastructure/sql-invitations.js';
import { SqlMembers } from './infrastructure/sql-members.js';
import { SqlProfiles } from './infrastructure/sql-profiles.js';
import { SqlRoles } from './infrastructure/sql-roles.js';
import { SqlSessions } from './infrastructure/sql-sessions.js';
import { SqlTenantDirectory } from './infrastructure/sql-tenant-directory.js';

const useCases = [
  AddMember,
  ChangeCompany,
  ChangeJobSite,
  ChangeMember,
  ChangeRole,
  ChoosePassword,
  CreateRole,
  DeleteRole,
  OpenJobSite,
  RefreshSignIn,
  RegisterCompany,
  RequestPasswordReset,
  SendLink,
  SignIn,
  SignOut,
  Welcome,
];

const reads = [AuditTrail, CompanyList, JobSiteList, MemberList, RoleList];

/** Who is who: tenants, companies, people, roles and sessions. */
@Global()
@Module({
  imports: [
    JwtModule.registerAsync({
      useFactory: () => ({ secret: settings().JWT_SECRET, signOptions: { expiresIn: accessTokenSeconds } }),
    }),
  ],
  controllers: [
    AuditController,
    AuthController,
    CompanyController,
    CompanyPeopleController,
    OwnCompanyController,
    RoleController,
    StaffController,
    TenantController,
  ],
  providers: [
    JwtStrategy,
    LinkMailsListener,
    CompaniesImport,
    Directory,
    ...useCases,
    ...reads,
    { provide: AccessTokens, useClass: JwtAccessTokens },
    { provide: Accounts, useClass: SqlAccounts },
    { provide: Attempts, useClass: SqlAttempts },
    { provide: AuditLog, useClass: SqlAuditLog },
    { provide: Companies, useClass: SqlCompanies },
    { provide: Epochs, useClass: SqlEpochs },
    { provide: Invitations, useClass: SqlInvitations },
    { provide: JobSites, useClass: PrismaJobSites },
    { provide: Members, useClass: SqlMembers },
    { provide: Passwords, useClass: Argon2Passwords },
    { provide: Profiles, useClass: SqlProfiles },
    { provide: Roles, useClass: SqlRoles },
    { provide: Secrets, useClass: RandomSecrets },
    { provide: Sessions, useClass: SqlSessions },
    { provide: TenantDirectory, useClass: SqlTenantDirectory },
  ],
  exports: [AuditLog, Directory],
})
export class IdentityModule {}
