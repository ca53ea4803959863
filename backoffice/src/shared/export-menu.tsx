import { Fragment, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '@tradeyard/app-kit';
import { Button, Menu, MenuItem, MenuLabel, useToast } from '@tradeyard/design-system';
import { download } from './download';

const formats = ['csv', 'xlsx'] as const;

/** What a file may hold where there is more than one thing to choose from. */
export interface ExportPart {
  label: string;
  path: string;
}

/** Saves what is shown as a file; `path` is the export's route with its filters, or there is one for each part. */
export function ExportMenu({
  path,
  name,
  size,
  note,
}: {
  path: string | readonly ExportPart[];
  name: string;
  size?: 'sm';
  /** What any of the files holds. */
  note?: string;
}): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const { show } = useToast();
  const save = useMutation({
    mutationFn: ({ of, format }: { of: string; format: (typeof formats)[number] }) =>
      download(`${of}${of.includes('?') ? '&' : '?'}format=${format}`, `${name}.${format}`),
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
      {note && <p className="small muted px-3 py-2">{note}</p>}
      {(typeof path === 'string' ? [{ label: '', path }] : path).map(({ label, path: of }) => (
        <Fragment key={of}>
          {label && <MenuLabel>{label}</MenuLabel>}
          {formats.map((format) => (
            <MenuItem key={format} onSelect={() => save.mutate({ of, format })}>
              {t(`export.${format}`)}
            </MenuItem>
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}
