import { useState, type ReactNode } from 'react';
import { ChevronDown, ChevronUp, CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@tradeyard/design-system';
import type { GridColumn } from './cell';
import type { CellWords } from './cell-words';
import type { EditQueue, Held } from './edit-queue';

const SHOWN = 50;

/** Every price that is not in its draft, why, and what can be done about it: nothing that was typed is lost. */
export function TroubleList({
  queue,
  columns,
  words,
  onGo,
}: {
  queue: EditQueue;
  columns: readonly GridColumn[];
  words: CellWords;
  onGo: (held: Held) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [folded, setFolded] = useState(false);
  const { troubled } = queue;
  if (troubled.length === 0) return null;
  const failed = troubled.filter(({ state }) => state === 'failed');
  const decide = troubled.filter(({ state }) => state !== 'failed');
  const tables = new Map(columns.map(({ tableId, name }) => [tableId, name]));
  return (
    <section className="trouble" aria-label={t('prices.trouble.title')}>
      <header className="row g4">
        <CircleAlert className="i c-danger" />
        <b role="status">
          {[
            decide.length > 0 && t('prices.trouble.refused', { count: decide.length }),
            failed.length > 0 && t('prices.trouble.unsaved', { count: failed.length }),
          ]
            .filter(Boolean)
            .join(' ')}
        </b>
        <span className="grow" />
        {failed.length > 0 && (
          <Button size="sm" onClick={() => queue.retry()}>
            {t('prices.trouble.retry')}
          </Button>
        )}
        {decide.length > 1 && (
          <Button size="sm" variant="ghost" onClick={() => queue.letGo(decide)}>
            {t('prices.trouble.letAllGo')}
          </Button>
        )}
        <Button
          size="sm"
          variant="ghost"
          icon={folded ? ChevronUp : ChevronDown}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          {t(folded ? 'prices.trouble.show' : 'prices.trouble.hide')}
        </Button>
      </header>
      {!folded && (
        <ul>
          {[...decide, ...failed].slice(0, SHOWN).map((held) => (
            <Line
              key={held.edit.id}
              held={held}
              table={tables.get(held.edit.tableId) ?? ''}
              words={words}
              queue={queue}
              onGo={onGo}
            />
          ))}
          {troubled.length > SHOWN && (
            <li className="muted">{t('prices.trouble.more', { count: troubled.length - SHOWN })}</li>
          )}
        </ul>
      )}
    </section>
  );
}

function Line({
  held,
  table,
  words,
  queue,
  onGo,
}: {
  held: Held;
  table: string;
  words: CellWords;
  queue: EditQueue;
  onGo: (held: Held) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { edit, state, theirs } = held;
  const said = (price: string | null): string => (price === null ? words.noPrice : words.figure(price));
  const mine = edit.after?.unitPrice ?? null;
  const written = edit.text ?? (edit.after?.action === 'set' ? said(mine) : t('prices.trouble.removal'));
  return (
    <li>
      <button type="button" className="link ell" onClick={() => onGo(held)}>
        {edit.product} · {table}
      </button>
      <span className="written">{written}</span>
      <span className="why">{words.trouble(held)}</span>
      <span className="row g2">
        {state === 'conflict' && theirs && (
          <>
            <Button size="sm" onClick={() => queue.keepMine(held)}>
              {t('prices.keepMine', { price: edit.after?.action === 'set' ? said(mine) : written })}
            </Button>
            <Button size="sm" onClick={() => queue.letGo([held])}>
              {t('prices.trouble.takeTheirs', { price: said(theirs.price) })}
            </Button>
          </>
        )}
        {state === 'refused' && (
          <Button size="sm" variant="ghost" onClick={() => queue.letGo([held])}>
            {t('prices.trouble.letGo')}
          </Button>
        )}
      </span>
    </li>
  );
}
