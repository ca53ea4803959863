import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock.js';
import { Mail } from '../../shared/mail.js';
import { languageOf, linkMail } from '../domain/link-mail.js';
import { Accounts, type InvitationPurpose, Invitations, Profiles, Secrets } from './ports.js';

/** How long the reader of a mail has to follow its link. */
const hoursToAnswer: Record<InvitationPurpose, number> = { invitation: 7 * 24, password_reset: 1 };

/**
 * Mails somebody a link to choose a password, in their language or the tenant's. The secret in it is made here and kept as a hash only.
 * Disabled people and those of a blocked company get none; whoever never accepted the invitation gets another one.
 */
@Injectable()
export class SendLink {
  constructor(
    private readonly accounts: Accounts,
    private readonly invitations: Invitations,
    private readonly profiles: Profiles,
    private readonly secrets: Secrets,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  async execute(mailId: string, whom: { id: string } | { email: string }): Promise<void> {
    const account = await ('id' in whom ? this.accounts.byId(whom.id) : this.accounts.byEmail(whom.email));
    if (!account || account.status === 'disabled' || account.companyStatus === 'blocked') return;
    const purpose = account.status === 'invited' ? 'invitation' : 'password_reset';
    if ('id' in whom && purpose !== 'invitation') return;

    const secret = this.secrets.make();
    const expiresAt = new Date(this.clock.now().getTime() + hoursToAnswer[purpose] * 3_600_000);
    const tokenHash = this.secrets.hash(secret);
    await this.invitations.issue({ memberId: account.id, tokenHash, purpose, expiresAt });

    const tenant = await this.profiles.tenant();
    const path = account.kind === 'staff' ? '/backoffice/welcome' : '/welcome';
    const message = linkMail(languageOf(account.locale ?? tenant.locale), purpose, {
      name: account.name,
      store: tenant.name,
      link: `${tenant.url}${path}?token=${secret}`,
    });
    await this.mail.send({ id: mailId, to: account.email, ...message });
  }
}
