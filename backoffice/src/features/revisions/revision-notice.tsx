import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats, useTenant } from '@tradeyard/app-kit';
import { Alert } from '@tradeyard/design-system';
import { pricingSettingsQuery } from '../../shared/pricing-settings.queries';
import { zoneName } from './calendar-days';
import type { Revision } from './revision-views';

/** The one thing to know about a revision in its state: who must decide, when it goes live, why it was sent back. */
export function RevisionNotice({ revision }: { revision: Revision }): ReactNode {
  const { t, i18n } = useTranslation();
  const { dateTime } = useFormats();
  const { timeZone } = useTenant();
  const two = useQuery(pricingSettingsQuery).data?.twoPersonApproval ?? false;
  const { status, mayApprove, submittedBy, decidedBy, decisionNote, liveAt, goesLiveAt } = revision;
  if (status === 'submitted')
    return (
      <Alert
        meaning="info"
        icon={Hourglass}
        className="revision-notice"
        title={t(mayApprove ? 'revisions.notice.waitsForYou' : 'revisions.notice.waits', {
          name: submittedBy?.name ?? '',
        })}
      >
        {!mayApprove && two && t('revisions.notice.otherMust')}
      </Alert>
    );
  if (status === 'rejected')
    return (
      <Alert
        meaning="danger"
        className="revision-notice"
        title={t('revisions.notice.rejected', { name: decidedBy?.name ?? '' })}
      >
        {decisionNote || t('revisions.notice.rejectedText')}
      </Alert>
    );
  const at = liveAt ?? goesLiveAt;
  if (status === 'scheduled' && at)
    return (
      <Alert
        meaning="info"
        icon={CalendarClock}
        className="revision-notice"
        title={t('revisions.notice.scheduled', { at: dateTime(at), zone: zoneName(timeZone, i18n.language) })}
      />
    );
  return null;
}
