import { useEffect, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { LoadFailed, PageTitle, useDelayed, useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, FileDrop, ProgressBar, SkeletonRows } from '@tradeyard/design-system';
import { BackLink, PageBody, PageHeader } from '../../shared/list/page-frame';
import { ImportErrors } from './import-errors';
import { ImportState } from './import-state';
import { useProblemText } from '../../shared/problem-text';
import { fileOf, importQuery, useSendFile, type FileRequest, type Import } from './imports.queries';
import './imports.css';

/** What a file would do, or did: how far it is, how many rows, which were refused and why; a checked file is applied here. */
export default function ImportPage(): ReactNode {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const client = useQueryClient();
  const { data: record, error, isFetching, refetch } = useQuery(importQuery(id));
  const waiting = useDelayed(!record && !error);
  const status = record?.status;
  useEffect(() => {
    // What was imported is not what the lists remember.
    if (status === 'done') void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'import' });
  }, [client, status]);
  return (
    <>
      <PageHeader
        title={
          <>
            <BackLink to="/imports" label={t('imports.back')} />
            <PageTitle name={record ? t(`imports.titles.${record.kind}`) : t('imports.title')} />
            {record && <ImportState {...record} />}
          </>
        }
        actions={record && <Actions record={record} />}
      />
      <PageBody>
        <div className="import-record">
          {error && (
            <LoadFailed
              error={error}
              title={t('imports.failed')}
              retrying={isFetching}
              onRetry={() => void refetch()}
              action={
                <Link className="link" to="/imports">
                  {t('imports.back')}
                </Link>
              }
            />
          )}
          {waiting && <SkeletonRows rows={8} columns={['80px', '120px', '1fr']} />}
          {record && <Record record={record} />}
        </div>
      </PageBody>
    </>
  );
}

function Actions({ record }: { record: Import }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refusal = useRefusal();
  const { quantity } = useFormats();
  const send = useSendFile();
  const file = fileOf(record.id);
  const { created, updated, rejected } = record.rows;
  const changes = created + updated;
  const apply = (): void => {
    if (!file) return;
    const request: FileRequest = {
      kind: record.kind as FileRequest['kind'],
      file,
      dryRun: false,
      publish: record.publish,
    };
    send.mutate(request, { onSuccess: (id) => void navigate(`/imports/${id}`, { replace: true }) });
  };
  return (
    <>
      {send.error && (
        <span className="c-danger small" role="alert">
          {refusal(send.error)}
        </span>
      )}
      {record.errorReportUrl && (
        <Button asChild>
          <a href={record.errorReportUrl} download>
            <Download className="i" />
            {t('imports.report', { count: rejected })}
          </a>
        </Button>
      )}
      {record.dryRun && record.status === 'done' && file && (
        <Button
          variant="primary"
          busy={send.isPending}
          disabledReason={changes === 0 ? t('imports.nothingToApply') : undefined}
          onClick={apply}
        >
          {t('imports.apply', { count: changes, rows: quantity(String(changes)) })}
        </Button>
      )}
    </>
  );
}

function Record({ record }: { record: Import }): ReactNode {
  const { t } = useTranslation();
  const { quantity, dateTime } = useFormats();
  const text = useProblemText();
  const { rows, status, warnings, failure, dryRun } = record;
  const running = status === 'queued' || status === 'running';
  const figure = (name: keyof Import['rows']): ReactNode => (
    <div key={name}>
      <dt>{t(`imports.rows.${dryRun && !running ? 'would' : 'did'}.${name}`)}</dt>
      <dd className={name === 'rejected' && rows.rejected > 0 ? 'c-danger' : undefined}>
        {quantity(String(rows[name]))}
      </dd>
    </div>
  );
  return (
    <>
      <div className="import-head">
        <p className="muted">
          {t('imports.requested', { when: dateTime(record.createdAt), name: record.requestedBy })}
          {record.finishedAt && ` · ${t('imports.finished', { when: dateTime(record.finishedAt) })}`}
        </p>
        {running && (
          <div className="col g3" role="status">
            <span>
              {status === 'queued'
                ? t('imports.queued')
                : t(dryRun ? 'imports.checking' : 'imports.applying', { rows: quantity(String(rows.total)) })}
            </span>
            <ProgressBar value={status === 'queued' ? null : record.progress} label={t('imports.progress')} />
          </div>
        )}
        {status === 'done' && dryRun && (
          <Alert meaning="mark" title={t('imports.checkedTitle')}>
            {fileOf(record.id) ? t('imports.checkedText') : <ChooseAgain record={record} />}
          </Alert>
        )}
        {status === 'done' && !dryRun && record.kind === 'prices' && (
          <Alert
            meaning={record.publish ? 'success' : 'info'}
            title={t(record.publish ? 'imports.live' : 'imports.draft')}
          />
        )}
        {failure && (
          <Alert meaning="danger" title={text(failure.code, failure.message)} assertive>
            {t('imports.nothingChanged')}
          </Alert>
        )}
        {warnings.length > 0 && (
          <Alert meaning="warning" title={t('imports.unknownColumns', { count: warnings.length })}>
            {warnings.join(', ')}
          </Alert>
        )}
        <dl className="import-rows">
          {(['total', 'created', 'updated', 'unchanged', 'rejected'] as const).map(figure)}
        </dl>
      </div>
      {record.errors.length > 0 && <ImportErrors record={record} />}
    </>
  );
}

/** After a reload the browser no longer has the file. */
function ChooseAgain({ record }: { record: Import }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refusal = useRefusal();
  const send = useSendFile();
  const [chosen, setChosen] = useState(false);
  return (
    <div className="col g3">
      <span>{t('imports.chooseAgain')}</span>
      {send.error && <span className="c-danger">{refusal(send.error)}</span>}
      <FileDrop
        label={t('imports.drop')}
        accept=".csv,text/csv"
        disabled={chosen}
        onFiles={([file]) => {
          if (!file) return;
          setChosen(true);
          send.mutate(
            { kind: record.kind as FileRequest['kind'], file, dryRun: true, publish: record.publish },
            {
              onSuccess: (id) => void navigate(`/imports/${id}`, { replace: true }),
              onError: () => setChosen(false),
            },
          );
        }}
      />
    </div>
  );
}
