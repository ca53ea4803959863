import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { AuditLog } from '../../shared/audit-log.js';
import { Outbox } from '../../shared/outbox.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { memberInvited } from '../domain/events.js';
import { emailOf, Member, type MemberError } from '../domain/member.js';
import { acceptable, type PasswordError } from '../domain/password-rules.js';
import { Companies, Members, Passwords, Roles } from './ports.js';

export type AddMemberError =
  MemberError | PasswordError | { readonly code: 'member.email_taken' } | { readonly code: 'company.not_found' };

export interface NewMember {
  /** Null for staff. */
  readonly companyId: string | null;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly locale?: string | null;
  /** Without one the person is mailed an invitation to choose it. */
  readonly password?: string;
}

/** Adds a member of staff, or a buyer to a company. */
@Injectable()
export class AddMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: Roles,
    private readonly members: Members,
    private readonly companies: Companies,
    private readonly passwords: Passwords,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Actor, person: NewMember): Promise<Result<string, AddMemberError>> {
    const good = person.password === undefined ? ok('') : acceptable(person.password, emailOf(person.email));
    if (!good.ok) return good;
    const passwordHash = person.password === undefined ? null : await this.passwords.hash(person.password);
    return this.unitOfWork.run(() => this.add(actor, person, passwordHash));
  }

  private async add(
    actor: Actor,
    { companyId, ...person }: NewMember,
    passwordHash: string | null,
  ): Promise<Result<string, AddMemberError>> {
    await this.roles.hold();
    if (companyId !== null && !(await this.companies.find(companyId))) return err({ code: 'company.not_found' });
    const by = { ...actor, isOwner: await this.roles.isOwner(actor.id) };
    const joining = { ...person, companyId, locale: person.locale ?? null, hasPassword: passwordHash !== null };
    const member = Member.join(joining, await this.roles.all(), by);
    if (!member.ok) return member;

    const { id, kind, name, email, status, roles } = member.value;
    if (await this.members.hasEmail(email, id)) return err({ code: 'member.email_taken' });
    await this.members.add(member.value, passwordHash);
    if (status === 'invited') await this.outbox.announce(memberInvited(id));
    const facts = { name, email, roles: roles.map(({ code }) => code), ...(companyId ? { companyId } : {}) };
    await this.audit.record({ action: `${kind}.added`, entity: kind, entityId: id, facts });
    return ok(id);
  }
}
