import type { ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Menu, MenuItem, useToast } from '@tradeyard/design-system';
import { download } from './download';

const formats = ['csv', 'xlsx'] as const;

/** Saves what is shown as a file; `path` is the export's route with its filters. */
export function ExportMenu({ path, name, size }: { path: string; name: string; size?: 'sm' }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { show } = useToast();
  const save = useMutation({
    mutationFn: (format: (typeof formats)[number]) =>
      download(`${path}${path.includes('?') ? '&' : '?'}format=${format}`, `${name}.${format}`),
    onError: (error) => show({ message: refusal(error) }),
  });
  return (
    <Menu
      align="end"
      trigger={
        <Button icon={Download} size={size} variant={size === 'sm' ? 'ghost' : undefined} busy={save.isPending}>
          {t('export.title')}
        </Button>
      }
    >
      {formats.map((format) => (
        <MenuItem key={format} onSelect={() => save.mutate(format)}>
          {t(`export.${format}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
