import { useEffect, useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '@tradeyard/api-client';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Drawer, FileDrop, ProgressBar, Table, TableScroll, Td, Th } from '@tradeyard/design-system';
import { api } from '../../shared/api';
import { useProblemText } from '../../shared/problem-text';
import type { Revision } from './revision-views';
import { pricesChanged } from './revisions.queries';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST = 100 * 1024 * 1024;
const underWay = new Set(['queued', 'running']);

const importQuery = (id: string | null) => ({
  queryKey: ['import', id],
  queryFn: () => api.data(api.http.GET('/api/v1/backoffice/imports/{id}', { params: { path: { id: id ?? '' } } })),
  enabled: id !== null,
});

/** A CSV or XLSX file into this very revision: good rows go in, each of the others is shown with what is wrong with it. */
export default function UploadDrawer({ revision, onClose }: { revision: Revision; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { quantity } = useFormats();
  const client = useQueryClient();
  const refusal = useRefusal();
  const why = useProblemText();
  const [tooLarge, setTooLarge] = useState(false);
  const [id, setId] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: async (file: File) => {
      const xlsx = /\.xlsx$/i.test(file.name);
      const accepted = await api.data(
        api.http.POST('/api/v1/backoffice/imports/{kind}', {
          params: {
            path: { kind: 'prices' },
            query: { dryRun: false, publish: false, revisionId: revision.id },
            header: { 'idempotency-key': newIdempotencyKey() },
          },
          headers: { 'content-type': xlsx ? XLSX : 'text/csv' },
          body: file as never,
          bodySerializer: (body: unknown) => body as File,
        }),
      );
      return accepted.id;
    },
    onSuccess: setId,
  });
  const record = useQuery({
    ...importQuery(id),
    refetchInterval: ({ state: { data } }) => (data && !underWay.has(data.status) ? false : 700),
  }).data;
  const status = record?.status;
  useEffect(() => {
    if (status === 'done') void pricesChanged(client);
  }, [client, status]);
  const busy = send.isPending || (id !== null && (!status || underWay.has(status)));
  const put = record ? record.rows.created + record.rows.updated : 0;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('revisions.ways.upload')}
      description={t('revisions.numberOf', { number: revision.number, table: revision.table.name })}
      closeLabel={t('list.close')}
      footer={
        <>
          <span className="grow" />
          {record?.errorReportUrl && (
            <Button asChild>
              <a href={record.errorReportUrl} download>
                <Download className="i" />
                {t('revisions.upload.report', { count: record.rows.rejected })}
              </a>
            </Button>
          )}
          <Button variant={status === 'done' ? 'primary' : 'secondary'} onClick={onClose}>
            {t(status === 'done' ? 'revisions.upload.look' : 'list.close')}
          </Button>
        </>
      }
    >
      <div className="drawer-form">
        {(send.error || tooLarge) && (
          <Alert meaning="danger" assertive title={tooLarge ? t('refusals.import.too_large') : refusal(send.error)} />
        )}
        {busy ? (
          <div className="col g3" role="status">
            <span>
              {record
                ? t('revisions.upload.reading', { rows: quantity(String(record.rows.total)) })
                : t('revisions.upload.sending')}
            </span>
            <ProgressBar
              value={status === 'running' ? (record?.progress ?? null) : null}
              label={t('revisions.upload.sending')}
            />
          </div>
        ) : (
          <FileDrop
            label={t('revisions.upload.drop')}
            hint={t('revisions.upload.hint')}
            accept={`.csv,text/csv,.xlsx,${XLSX}`}
            onFiles={([file]) => {
              if (!file) return;
              setTooLarge(file.size > MOST);
              setId(null);
              if (file.size <= MOST) send.mutate(file);
            }}
          />
        )}
        {status === 'failed' && record?.failure && (
          <Alert meaning="danger" assertive title={why(record.failure.code, record.failure.message)}>
            {t('revisions.upload.failed')}
          </Alert>
        )}
        {status === 'done' && record && (
          <Alert
            meaning={record.rows.rejected > 0 ? 'warning' : 'success'}
            title={t('revisions.upload.done', { count: put })}
          >
            {record.rows.unchanged > 0 && t('revisions.upload.unchanged', { count: record.rows.unchanged })}{' '}
            {record.rows.rejected > 0 && t('revisions.upload.rejected', { count: record.rows.rejected })}
          </Alert>
        )}
        {record && record.errors.length > 0 && (
          <TableScroll label={t('revisions.upload.errors')} className="pasted" framed>
            <Table caption={t('revisions.upload.errors')}>
              <thead>
                <tr>
                  <Th num>{t('revisions.upload.row')}</Th>
                  <Th>{t('revisions.upload.column')}</Th>
                  <Th>{t('revisions.upload.value')}</Th>
                  <Th>{t('revisions.paste.why')}</Th>
                </tr>
              </thead>
              <tbody>
                {record.errors.map(({ row, column, value, code, message }, at) => (
                  <tr key={at}>
                    <Td num>{quantity(String(row))}</Td>
                    <Td>{column ? <code>{column}</code> : '–'}</Td>
                    <Td>{value || '–'}</Td>
                    <Td className="c-danger">{why(code, message)}</Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        )}
      </div>
    </Drawer>
  );
}
