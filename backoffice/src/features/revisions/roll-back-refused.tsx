import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@tradeyard/design-system';
import { isBelowFloor, UnderFloor } from './below-floor';
import { needsDraft, type useRollBack } from './use-roll-back';

/** Says why a roll back could not go through at once, and opens it as a draft where that can be mended or answered for. */
export function RollBackRefused({ rollBack }: { rollBack: ReturnType<typeof useRollBack> }): ReactNode {
  const { t } = useTranslation();
  const { error, variables } = rollBack;
  if (!needsDraft(error) || !variables) return null;
  const underFloor = isBelowFloor(error);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && rollBack.reset()}
      title={t('revisions.rollBack.refused')}
      effect={t(underFloor ? 'revisions.rollBack.underFloor' : 'revisions.rollBack.changedSince')}
      confirmLabel={t('revisions.rollBack.openDraft')}
      cancelLabel={t('revisions.rollBack.keep')}
      onConfirm={() => rollBack.mutate({ ...variables, draft: true })}
    >
      {underFloor && <UnderFloor error={error} />}
    </ConfirmDialog>
  );
}
