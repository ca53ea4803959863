import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ShoppingCart, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { ApiError } from '@tradeyard/api-client';
import { LoadFailed, PageTitle, useDelayed, useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, Crumbs, Skeleton, useToast } from '@tradeyard/design-system';
import { useAddList } from '../../shared/cart/cart.queries';
import { saveList } from '../../shared/lists/save-list';
import type { SavedList } from '../../shared/views';
import { ListLines } from './list-lines';
import { ListTitle } from './list-title';
import './lists.css';
import { deleteList, listQuery } from './lists.queries';

/** One list at today's prices; what is chosen of it, or all, goes into the cart. */
export function ListPage({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const list = useQuery(listQuery(id));
  const skeleton = useDelayed(list.isPending);
  if (list.data) return <Shown list={list.data} />;
  return (
    <div className="page">
      {list.isError ? (
        <div className="panel my-6">
          <PageTitle name={t('lists.oneFailed')} className="sr" />
          <LoadFailed
            error={list.error}
            title={t('lists.oneFailed')}
            retrying={list.isFetching}
            onRetry={() => void list.refetch()}
            action={
              <Link className="link" to="/lists">
                {t('lists.title')}
              </Link>
            }
          />
        </div>
      ) : (
        skeleton && (
          <div className="mt-6" aria-busy="true">
            <Skeleton height={420} />
          </div>
        )
      )}
    </div>
  );
}

function Shown({ list }: { list: SavedList }): ReactNode {
  const { t } = useTranslation();
  const { date } = useFormats();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const toast = useToast();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const picked = list.lines.filter(({ id }) => chosen.has(id));
  const fill = useAddList();
  const toCart = (): void => {
    const lines = picked.length > 0 ? picked : list.lines;
    setRefused(new Map());
    fill.mutate(
      { id: list.id, ...(picked.length > 0 && { lineIds: picked.map(({ id }) => id) }) },
      {
        onSuccess: (filled) => {
          const why = ({ code, message, details }: { code: string; message: string; details?: unknown }): string =>
            refusal(new ApiError(422, code, message, details));
          setRefused(new Map(filled.refused.map(({ lineId, error }) => [lineId, why(error)])));
          setChosen(new Set());
          const count = lines.length - filled.refused.length;
          toast.show({
            icon: ShoppingCart,
            message: (
              <>
                {t('lists.added', { count })}{' '}
                {filled.refused.length > 0 && `${t('lists.stayedOut', { count: filled.refused.length })} `}
                <Link className="link" to="/cart">
                  {t('cart.title')}
                </Link>
              </>
            ),
          });
        },
      },
    );
  };
  return (
    <div className="page">
      <div className="crumb-row">
        <Crumbs
          label={t('shell.crumbs')}
          onNavigate={(href) => void navigate(href)}
          items={[{ label: t('lists.title'), href: '/lists' }, { label: list.name }]}
        />
      </div>
      <div className="pgh">
        <div className="min-w-0">
          <ListTitle list={list} />
          <p className="muted mt-1">
            {t('shell.lines', { count: list.lines.length })}
            {', '}
            {t('lists.changedBy', { date: date(list.updatedAt), name: list.updatedBy.name })}
          </p>
        </div>
        <span className="grow" />
        <span className="row g4 wrap no-print actions">
          <DeleteButton list={list} />
          <Button
            variant="primary"
            icon={ShoppingCart}
            busy={fill.isPending}
            disabledReason={list.lines.length === 0 ? t('lists.nothingIn') : undefined}
            onClick={toCart}
          >
            {picked.length > 0 ? t('lists.addChosen', { count: picked.length }) : t('lists.addAll')}
          </Button>
        </span>
      </div>
      {fill.error && <Alert meaning="danger" assertive className="mb-4" title={refusal(fill.error)} />}
      {list.problems
        .filter(({ lineId }) => !lineId)
        .map(({ code }) => (
          <Alert key={code} meaning="danger" className="mb-4" title={t(`cart.problems.${code}`)} />
        ))}
      <ListLines list={list} chosen={chosen} onChoose={setChosen} refused={refused} />
    </div>
  );
}

/** Deletes at once and offers to undo it: the same lines under the same name. */
function DeleteButton({ list }: { list: SavedList }): ReactNode {
  const { t } = useTranslation();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const toast = useToast();
  // Told to the mutation itself: by the time it is undone this page is gone.
  const putBack = useMutation({
    ...saveList,
    onSettled: (kept, error) => {
      if (error) return toast.show({ message: refusal(error) });
      if (!kept) return;
      if (kept.refused.length > 0) toast.show({ message: t('lists.notBack', { count: kept.refused.length }) });
      void navigate(`/lists/${kept.id}`);
    },
  });
  const undo = (): void => {
    const lines = list.lines.map(({ productId, unit, quantity, note }) => ({ productId, unit, quantity, note }));
    putBack.mutate({ name: list.name, lines });
  };
  const remove = useMutation({
    ...deleteList(list.id),
    onSettled: (_done, error) => {
      if (error) return toast.show({ message: refusal(error) });
      toast.show({
        message: t('lists.deleted', { name: list.name }),
        icon: Trash2,
        undo: { label: t('cart.undo'), onUndo: undo },
      });
      void navigate('/lists');
    },
  });
  return (
    <Button variant="ghost" icon={Trash2} busy={remove.isPending} onClick={() => remove.mutate()}>
      {t('lists.delete')}
    </Button>
  );
}
