import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Copy, Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@tradeyard/api-client';
import { LoadFailed, useDelayed, useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, EmptyState, PriceSource, SkeletonRows, useToast } from '@tradeyard/design-system';
import type { Ask } from './ask';
import { askedProductQuery, explanationQuery, type ExplainedLine } from './explain.queries';
import { Ladder } from './ladder';
import { Made } from './made';
import { useBadgeWords } from './use-badge-words';
import './explain.css';

/** The price that is asked for, where it comes from, what it was preferred to and how the figure was made. */
export function ExplainAnswer({ ask, level = 3 }: { ask: Ask; level?: 2 | 3 }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const answer = useQuery(explanationQuery(ask));
  const waiting = useDelayed(answer.isPending && ask.product !== '');
  const line = answer.data?.lines[0];
  if (!ask.product) return <EmptyState title={t('explain.begin')} text={t('explain.beginText')} />;
  if (answer.isError) {
    return (
      <LoadFailed
        error={answer.error}
        title={t('explain.failed')}
        retrying={answer.isFetching}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  if (!line) return waiting && <SkeletonRows rows={6} columns={['110px', '1fr', '80px']} />;
  if (line.error) {
    const { code, message, details } = line.error;
    return (
      <div className="p-4">
        <Alert meaning="danger" title={refusal(new ApiError(422, code, message, details))} />
      </div>
    );
  }
  return (
    <div aria-busy={answer.isPlaceholderData || undefined}>
      <Answer line={line} ask={ask} />
      {line.trace && (
        <>
          <Ladder
            trace={line.trace}
            unit={line.unit ?? ''}
            level={level}
            asked={{ company: Boolean(answer.data?.company), state: Boolean(answer.data?.stateCode) }}
          />
          <div className="px-[18px] pb-4">
            {line.trace.winner && <Made line={line} trace={line.trace} winner={line.trace.winner} level={level} />}
            <BuyerReads line={line} />
          </div>
        </>
      )}
    </div>
  );
}

function Answer({ line, ask }: { line: ExplainedLine; ask: Ask }): ReactNode {
  const { t } = useTranslation();
  const { unitPrice, money, quantity } = useFormats();
  const { badge } = useBadgeWords();
  const { data: product } = useQuery(askedProductQuery(ask.product));
  const unit = product?.units.find(({ code }) => code === line.unit)?.name ?? line.unit ?? '';
  const winner = line.trace?.winner;
  return (
    <section className="ans" aria-live="polite" aria-label={t('explain.answer')}>
      <div>
        <div className="big">{line.unitPrice === null ? t('explain.onRequest') : unitPrice(line.unitPrice)}</div>
        {line.unitPrice !== null && <div className="muted">{t('explain.per', { unit })}</div>}
      </div>
      <div className="min-w-0">
        {line.source && line.badge && (
          <div className="row g4 wrap">
            <PriceSource source={line.source} label={badge(line.badge)} />
            <b>
              {line.tableName}
              {winner?.revision.number != null && `, ${t('explain.revision', { number: winner.revision.number })}`}
              {winner && Number(winner.minimum) > 1 && `, ${t('explain.tier', { minimum: quantity(winner.minimum) })}`}
            </b>
          </div>
        )}
        {line.unitPrice !== null && line.lineTotal !== null && (
          <div className="row g6 wrap">
            <span className="muted">
              {quantity(line.quantity)} × {unitPrice(line.unitPrice)} ={' '}
              <b className="text-text">{money(line.lineTotal)}</b>
            </span>
            {line.listPrice !== null && line.listPrice !== line.unitPrice && (
              <span className="muted">{t('explain.list', { price: unitPrice(line.listPrice) })}</span>
            )}
          </div>
        )}
        {line.unitPrice === null && <p className="muted">{t('explain.notOffered')}</p>}
      </div>
    </section>
  );
}

function BuyerReads({ line }: { line: ExplainedLine }): ReactNode {
  const { t } = useTranslation();
  const { sentence } = useBadgeWords();
  const { show } = useToast();
  if (!line.badge) return null;
  const words = sentence(line.badge);
  return (
    <div className="alert reads">
      <Eye className="i" />
      <div className="grow">
        <b>{t('explain.buyerReads')}</b>
        <div>{t('explain.quoted', { words })}</div>
      </div>
      <Button
        size="sm"
        icon={Copy}
        onClick={() => {
          void navigator.clipboard.writeText(words).then(() => show({ message: t('explain.copied') }));
        }}
      >
        {t('explain.copy')}
      </Button>
    </div>
  );
}
