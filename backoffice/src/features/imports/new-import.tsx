import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useRefusal, useTenant } from '@tradeyard/app-kit';
import { Alert, Checkbox, Field, FileDrop, ProgressBar, RadioGroup } from '@tradeyard/design-system';
import { zoneName } from '../../shared/day';
import { useMay } from '../../shared/session';
import { kinds, useSendFile, type Kind } from './imports.queries';

const MOST = 100 * 1024 * 1024;

/** What a file holds, and the file; it is only checked at first, nothing changes. */
export function NewImport(): ReactNode {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const navigate = useNavigate();
  const refusal = useRefusal();
  const may = useMay();
  const send = useSendFile();
  const allowed = kinds.filter(({ permission }) => may(permission));
  const [params] = useSearchParams();
  // A link from elsewhere may say what it is about to bring.
  const [name, setName] = useState<Kind['name']>(
    () => (allowed.find((each) => each.name === params.get('kind')) ?? allowed[0])?.name ?? 'products',
  );
  const [publish, setPublish] = useState(may('price.publish'));
  const [problem, setProblem] = useState('');
  const kind = allowed.find((each) => each.name === name);
  if (!kind) return <Alert meaning="info" title={t('imports.noKind')} />;

  const check = ([file]: File[]): void => {
    if (!file) return;
    if (file.size > MOST) {
      setProblem(t('refusals.import.too_large'));
      return;
    }
    setProblem('');
    send.mutate(
      { kind: kind.name, file, dryRun: true, publish: kind.name === 'prices' && publish },
      {
        onSuccess: (id) => void navigate(`/imports/${id}`),
        onError: (error) => setProblem(refusal(error)),
      },
    );
  };
  return (
    <section className="imports-new" aria-labelledby="new-import">
      <h2 id="new-import">{t('imports.new')}</h2>
      <Field label={t('imports.what')}>
        <RadioGroup
          value={name}
          onChange={(value) => setName(value as Kind['name'])}
          items={allowed.map((each) => ({ value: each.name, label: t(`imports.kinds.${each.name}`) }))}
        />
      </Field>
      <dl className="import-columns">
        <dt>{t('imports.needed')}</dt>
        <dd>
          {kind.required.map((column) => (
            <code key={column}>{column}</code>
          ))}
        </dd>
        <dt>{t('imports.possible')}</dt>
        <dd>
          {kind.optional.map((column) => (
            <code key={column}>{column}</code>
          ))}
        </dd>
      </dl>
      {kind.optional.includes('valid_to') && (
        <p className="small muted">{t('imports.days', { zone: zoneName(timeZone, i18n.language) })}</p>
      )}
      {kind.name === 'prices' && (
        <Checkbox
          checked={publish}
          onChange={setPublish}
          disabled={!may('price.publish')}
          label={t('imports.publish')}
        />
      )}
      {problem && <Alert meaning="danger" title={problem} assertive />}
      {send.isPending ? (
        <div className="col g3" role="status">
          <span>{t('imports.sending', { name: send.variables.file.name })}</span>
          <ProgressBar value={null} label={t('imports.sending', { name: send.variables.file.name })} />
        </div>
      ) : (
        <FileDrop label={t('imports.drop')} hint={t('imports.dropHint')} accept=".csv,text/csv,.xlsx" onFiles={check} />
      )}
      <p className="small muted">{t('imports.firstChecked')}</p>
    </section>
  );
}
