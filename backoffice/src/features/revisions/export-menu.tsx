import type { ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Menu, MenuItem, useToast } from '@tradeyard/design-system';
import { downloadDiff } from './download-diff';
import type { DiffFilter } from './revisions.queries';
import type { RevisionPlace } from './revision-views';

/** The diff as shown, as a file that can be imported again. */
export function ExportMenu({ revision, filter }: { revision: RevisionPlace; filter: DiffFilter }): ReactNode {
  const { t } = useTranslation();
  const { show } = useToast();
  const refusal = useRefusal();
  const download = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => downloadDiff(revision, filter, format),
    onError: (error) => show({ message: refusal(error) }),
  });
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="sm" icon={Download} busy={download.isPending}>
          {t('revisions.export.title')}
        </Button>
      }
    >
      <MenuItem onSelect={() => download.mutate('xlsx')}>{t('revisions.export.xlsx')}</MenuItem>
      <MenuItem onSelect={() => download.mutate('csv')}>{t('revisions.export.csv')}</MenuItem>
    </Menu>
  );
}
