import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/actor.js';
import { AuditLog } from '../../shared/audit-log.js';
import { Clock } from '../../shared/clock.js';
import { Outbox } from '../../shared/outbox.js';
import { err, ok, type Result } from '../../shared/result.js';
import { UnitOfWork } from '../../shared/unit-of-work.js';
import { memberInvited } from '../domain/events.js';
import type { Member, MemberChange, MemberError } from '../domain/member.js';
import { Epochs, Members, Roles, Sessions } from './ports.js';

export type ChangeMemberError =
  MemberError | { readonly code: 'member.email_taken' } | { readonly code: 'member.not_found' };

/** Changes a person's name, address, roles or status; what they may do changes with their next call. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: Roles,
    private readonly members: Members,
    private readonly sessions: Sessions,
    private readonly epochs: Epochs,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** `companyId` is the company whose buyer is meant, or null for staff. */
  async execute(
    actor: Actor,
    id: string,
    companyId: string | null,
    change: MemberChange,
  ): Promise<Result<string, ChangeMemberError>> {
    const result = await this.unitOfWork.run(() => this.change(actor, id, companyId, change));
    if (result.ok) this.epochs.forget([id]);
    return result;
  }

  private async change(
    actor: Actor,
    id: string,
    companyId: string | null,
    change: MemberChange,
  ): Promise<Result<string, ChangeMemberError>> {
    await this.roles.hold();
    const before = await this.members.find(id, companyId);
    if (!before) return err({ code: 'member.not_found' });
    const by = { ...actor, isOwner: await this.roles.isOwner(actor.id) };
    const after = before.change(change, await this.roles.all(), by, await this.members.otherActiveOwners(id));
    if (!after.ok) return after;
    if (await this.members.hasEmail(after.value.email, id)) return err({ code: 'member.email_taken' });

    await this.members.save(after.value);
    if (before.mayDoOtherThan(after.value)) await this.members.raiseEpochs([id]);
    if (after.value.status === 'disabled') await this.sessions.endAllOf([id], 'disabled', this.clock.now());
    if (change.status === 'active' && after.value.status === 'invited') await this.outbox.announce(memberInvited(id));
    const facts = { from: described(before), to: described(after.value) };
    await this.audit.record({ action: `${before.kind}.changed`, entity: before.kind, entityId: id, facts });
    return ok(id);
  }
}

const described = ({ name, email, status, roles }: Member) => ({
  name,
  email,
  status,
  roles: roles.map(({ code }) => code),
});
