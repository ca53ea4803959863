import { useState, type ReactNode } from 'react';
import { GitCompareArrows, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Alert, Badge, Button, DescriptionList } from '@tradeyard/design-system';
import { ExplainPrice } from '../../shared/explain/explain-price';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { byGravity } from './diff-columns';
import { LineEdit } from './line-edit';
import { MarginChange } from './margin-change';
import type { DiffLine, Revision } from './revision-views';
import { useLineWords } from './use-line-words';
import type { Lines } from './use-lines';

/** One line of a diff beside the others: what it changes, why it stands out, and everything that can be done with it. */
export function LinePanel({
  line,
  revision,
  lines,
  onClose,
  onPrevious,
  onNext,
  onDrop,
  onRollBack,
}: {
  line: DiffLine;
  revision: Revision;
  /** Absent: it cannot be edited. */
  lines?: Lines;
  onClose: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
  onDrop: () => void;
  /** Absent: it is not live, or this person may not. */
  onRollBack?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, change, dateTime, amount } = useFormats();
  const { moved, share, sold } = useLineWords();
  const [explaining, setExplaining] = useState(false);
  const { name, sku, unit, unitName, minQuantity, oldPrice, newPrice, basePrice, difference, validFrom, validTo } =
    line;
  const said = (price: string | null): string => (price === null ? t('revisions.diff.none') : unitPrice(price));
  const { stateCode, companyId } = revision.table;
  return (
    <SidePanel
      label={name ?? sku ?? ''}
      title={<h2 className="role-subhead">{name ?? sku}</h2>}
      detail={
        <span className="muted">
          {sku} ·{' '}
          {Number(minQuantity) === 1 ? unitName : t('revisions.line.from', { amount: amount(minQuantity, unitName) })}
        </span>
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={
        <>
          {lines && (
            <Button icon={Trash2} onClick={onDrop}>
              {t('revisions.line.drop')}
            </Button>
          )}
          {onRollBack && (
            <Button icon={RotateCcw} onClick={onRollBack}>
              {t('revisions.rollBack.this')}
            </Button>
          )}
          <Button onClick={() => setExplaining(true)}>{t('revisions.line.why')}</Button>
        </>
      }
    >
      {line.conflict && (
        <PanelPart>
          <Alert
            meaning="warning"
            icon={GitCompareArrows}
            title={t('revisions.conflicts.one', { base: said(basePrice), live: said(oldPrice) })}
          >
            {lines && (
              <span className="row g2 wrap mt-2">
                <Button
                  size="sm"
                  busy={lines.resolve.isPending}
                  onClick={() => lines.resolve.mutate({ take: 'mine', lines: [line] })}
                >
                  {t('revisions.conflicts.mine', {
                    price: newPrice === null ? t('revisions.line.removed') : said(newPrice),
                  })}
                </Button>
                <Button
                  size="sm"
                  busy={lines.resolve.isPending}
                  onClick={() => lines.resolve.mutate({ take: 'live', lines: [line] })}
                >
                  {t('revisions.conflicts.live', { price: said(oldPrice) })}
                </Button>
              </span>
            )}
          </Alert>
        </PanelPart>
      )}
      {line.flags.length > 0 && (
        <PanelPart title={t('revisions.line.lookTwice')}>
          <ul className="col g3">
            {byGravity(line.flags).map((flag) => (
              <li key={flag}>
                <Badge meaning={flag === 'over_percent' ? 'warning' : 'danger'}>{t(`revisions.flags.${flag}`)}</Badge>{' '}
                <span className="muted">{t(`revisions.flagTexts.${flag}`)}</span>
              </li>
            ))}
          </ul>
        </PanelPart>
      )}
      <PanelPart title={t('revisions.line.price')}>
        <DescriptionList
          items={[
            { name: t('revisions.diff.old'), value: said(oldPrice) },
            {
              name: t('revisions.diff.new'),
              value:
                newPrice === null ? (
                  <Badge meaning="mark">{t('revisions.line.removed')}</Badge>
                ) : (
                  <b>{said(newPrice)}</b>
                ),
            },
            ...(difference !== null
              ? [
                  {
                    name: t('revisions.diff.change'),
                    value: `${change(difference)}${moved(line) && ` (${moved(line)})`}`,
                  },
                ]
              : []),
            { name: t('revisions.diff.margin'), value: <MarginChange line={line} /> },
            ...(line.cost === null ? [] : [{ name: t('revisions.diff.cost'), value: unitPrice(line.cost) }]),
            ...(line.floor === null ? [] : [{ name: t('revisions.diff.floor'), value: share(line.floor) }]),
            ...(sold(line) ? [{ name: t('revisions.diff.sold'), value: sold(line) }] : []),
            ...(line.revenueEffect !== null && Number(line.revenueEffect) !== 0
              ? [{ name: t('revisions.diff.effect'), value: change(line.revenueEffect) }]
              : []),
            ...(validFrom ? [{ name: t('revisions.line.validFrom'), value: dateTime(validFrom) }] : []),
            ...(validTo ? [{ name: t('revisions.line.validTo'), value: dateTime(validTo) }] : []),
          ]}
        />
      </PanelPart>
      {lines && <LineEdit line={line} revision={revision} lines={lines} />}
      <ExplainPrice
        open={explaining}
        ask={{ productId: line.productId, unit, quantity: minQuantity, stateCode, companyId }}
        onClose={() => setExplaining(false)}
      />
    </SidePanel>
  );
}
