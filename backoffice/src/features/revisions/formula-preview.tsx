import type { ReactNode } from 'react';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Alert, SkeletonRows, Table, TableScroll, Td, Th } from '@tradeyard/design-system';
import { Aligned, decimalsOf } from '../../shared/list/aligned';
import type { FormulaAnswer } from './revision-views';
import { useLineWords } from './use-line-words';

/** What a formula would do: how many prices, which are left out and why, and the first of them before and after. */
export function FormulaPreview({
  answer,
  stale,
  busy,
  mayUndo,
}: {
  answer: FormulaAnswer | undefined;
  stale: boolean;
  busy: boolean;
  /** It can be taken back once it is applied. */
  mayUndo: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { quantity, unitPrice } = useFormats();
  const { moved } = useLineWords();
  const decimals = decimalsOf(answer?.sample.flatMap(({ oldPrice, newPrice }) => [oldPrice, newPrice]) ?? []);
  if (!answer) return busy ? <SkeletonRows rows={5} columns={['1fr', '80px', '80px']} /> : null;
  return (
    <section className="formula-preview" aria-label={t('revisions.formula.preview')} aria-busy={stale || undefined}>
      <p role="status">
        <b>{t('revisions.formula.changes', { count: answer.changes })}</b>
        <span className="muted">
          {' '}
          {t('revisions.formula.products', { count: answer.products })}
          {answer.unchanged > 0 && `, ${t('revisions.formula.unchanged', { count: answer.unchanged })}`}
        </span>
      </p>
      {!mayUndo && answer.changes > 0 && (
        <p className="row g3 muted">
          <Undo2 className="i" aria-hidden="true" />
          {t('revisions.formula.noUndo')}
        </p>
      )}
      {answer.skipped.map(({ reason, count, examples }) => (
        <Alert key={reason} meaning="warning" title={t(`revisions.skipped.${reason.replace('.', '_')}`, { count })}>
          {examples.join(', ')}
          {count > examples.length && ' …'}
        </Alert>
      ))}
      {answer.sample.length > 0 && (
        <TableScroll label={t('revisions.formula.preview')} className="formula-sample">
          <Table caption={t('revisions.formula.preview')}>
            <thead>
              <tr>
                <Th>{t('revisions.diff.product')}</Th>
                <Th num>{t('revisions.diff.old')}</Th>
                <Th num>{t('revisions.diff.new')}</Th>
                <Th num>{t('revisions.diff.percent')}</Th>
              </tr>
            </thead>
            <tbody>
              {answer.sample.map(({ productId, sku, name, unit, unitName, minQuantity, oldPrice, newPrice }) => (
                <tr key={`${productId}|${unit}|${minQuantity}`}>
                  <Td>
                    {name}
                    <div className="small muted">
                      {sku} · {unitName}
                      {Number(minQuantity) !== 1 && ` ${quantity(minQuantity)}+`}
                    </div>
                  </Td>
                  <Td num>
                    {oldPrice === null ? (
                      t('revisions.diff.none')
                    ) : (
                      <Aligned figure={unitPrice(oldPrice)} decimals={decimals} />
                    )}
                  </Td>
                  <Td num>
                    <b>
                      <Aligned figure={unitPrice(newPrice)} decimals={decimals} />
                    </b>
                  </Td>
                  <Td num>{moved({ oldPrice, newPrice })}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      )}
    </section>
  );
}
