import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Check, ChevronDown, Ellipsis, RotateCcw, Send, Undo2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { Button, ButtonGroup, IconButton, Menu, MenuItem } from '@tradeyard/design-system';
import { pricingSettingsQuery } from '../../shared/pricing-settings.queries';
import { useMay } from '../../shared/session';
import { DecideDialog } from './decide-dialog';
import { PublishDialog } from './publish-dialog';
import type { Revision } from './revision-views';
import { RollBackRefused } from './roll-back-refused';
import { SubmitDialog } from './submit-dialog';
import { useRollBack } from './use-roll-back';
import { WithdrawDialog } from './withdraw-dialog';

type Asked = 'submit' | 'approve' | 'reject' | 'publish' | 'withdraw';

/** The steps this person may take with a revision in its state; the one that is due is the solid button. */
export function RevisionActions({ revision }: { revision: Revision }): ReactNode {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const settings = useQuery(pricingSettingsQuery).data;
  const rollBack = useRollBack(revision);
  const { status, mayApprove, changeCount, table } = revision;
  const two = settings?.twoPersonApproval ?? true;
  const [edits, publishes] = [may('price.edit'), may('price.publish')];
  const empty = changeCount === 0 ? t('revisions.empty.submit') : undefined;

  const maySubmit = edits && status === 'draft';
  const mayPublish = publishes && (status === 'approved' || (!two && (status === 'draft' || status === 'submitted')));
  const mayWithdraw =
    status === 'scheduled'
      ? publishes
      : edits && ['draft', 'submitted', 'approved', 'rejected'].includes(status) && status !== 'rejected';
  const mayRollBack = publishes && (status === 'live' || status === 'superseded');
  const submitIsDue = maySubmit && !mayPublish;
  return (
    <>
      {maySubmit && (
        <Button
          variant={submitIsDue ? 'primary' : 'secondary'}
          icon={Send}
          disabledReason={empty}
          onClick={() => setAsked('submit')}
        >
          {t('revisions.steps.submit')}
        </Button>
      )}
      {status === 'submitted' && mayApprove && (
        <>
          <Button icon={X} onClick={() => setAsked('reject')}>
            {t('revisions.steps.reject')}
          </Button>
          <Button variant="primary" icon={Check} onClick={() => setAsked('approve')}>
            {t('revisions.steps.approve')}
          </Button>
        </>
      )}
      {mayPublish && (
        <Button
          variant={mayApprove ? 'secondary' : 'primary'}
          icon={CalendarClock}
          disabledReason={empty}
          onClick={() => setAsked('publish')}
        >
          {t('revisions.steps.publish')}
        </Button>
      )}
      {mayRollBack && (
        <ButtonGroup label={t('revisions.steps.rollBack')}>
          <Button icon={RotateCcw} busy={rollBack.isPending} onClick={() => rollBack.mutate({ draft: false })}>
            {t('revisions.steps.rollBack')}
          </Button>
          <Menu
            align="end"
            trigger={<IconButton icon={ChevronDown} variant="secondary" label={t('revisions.rollBack.ways')} />}
          >
            <MenuItem onSelect={() => rollBack.mutate({ draft: true })}>{t('revisions.rollBack.lookFirst')}</MenuItem>
          </Menu>
        </ButtonGroup>
      )}
      <Menu align="end" trigger={<IconButton icon={Ellipsis} label={t('revisions.more')} />}>
        <MenuItem onSelect={() => void navigate(table.scope === 'company' ? `/prices?table=${table.id}` : '/prices')}>
          {t('revisions.openGrid')}
        </MenuItem>
        {status === 'approved' && publishes && (
          <MenuItem icon={X} onSelect={() => setAsked('reject')}>
            {t('revisions.steps.reject')}
          </MenuItem>
        )}
        {mayWithdraw && (
          <MenuItem icon={Undo2} onSelect={() => setAsked('withdraw')}>
            {t('revisions.steps.withdraw')}
          </MenuItem>
        )}
      </Menu>
      <RollBackRefused rollBack={rollBack} />
      {asked === 'submit' && <SubmitDialog revision={revision} onClose={() => setAsked(null)} />}
      {(asked === 'approve' || asked === 'reject') && (
        <DecideDialog revision={revision} decision={asked} onClose={() => setAsked(null)} />
      )}
      {asked === 'publish' && <PublishDialog revision={revision} onClose={() => setAsked(null)} />}
      {asked === 'withdraw' && <WithdrawDialog revision={revision} onClose={() => setAsked(null)} />}
    </>
  );
}
