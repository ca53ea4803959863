import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { FileDiff, RotateCcw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats, useRefusal } from '@tradeyard/app-kit';
import { Alert, Button, EmptyState, useHotkeys } from '@tradeyard/design-system';
import { ExportMenu } from '../../shared/export-menu';
import { decimalsOf } from '../../shared/list/aligned';
import { BulkBar } from '../../shared/list/bulk-bar';
import { useColumnChoice } from '../../shared/list/columns';
import { ColumnsMenu } from '../../shared/list/columns-menu';
import { DataTable } from '../../shared/list/data-table';
import { PageBody, PageKeys } from '../../shared/list/page-frame';
import { PanelPart, SidePanel } from '../../shared/list/side-panel';
import { useList } from '../../shared/list/use-list';
import { useUrlState } from '../../shared/list/use-url-state';
import { useMay } from '../../shared/session';
import { ways, type Way } from './change-menu';
import { Conflicts } from './conflicts';
import { useDiffColumns } from './diff-columns';
import { DiffFilters } from './diff-filters';
import { DiffSummary } from './diff-summary';
import { LinePanel } from './line-panel';
import { RevisionFacts } from './revision-facts';
import { RevisionNotice } from './revision-notice';
import { RevisionStory } from './revision-story';
import { diffQuery, exportOf, onlyNames, sortNames, totalsQuery, type DiffSort } from './revisions.queries';
import { lineId, type Revision } from './revision-views';
import { useLines } from './use-lines';
import { RollBackRefused } from './roll-back-refused';
import { useRollBack } from './use-roll-back';
import { useNarrow, type SidePanelState } from './use-side-panel';

/** In a hand: what it is, what it will cost and how far that is; the line itself says the rest. */
const handColumns = { flags: false, unit: false, old: false, change: false, margin: false, sold: false, effect: false };
const nothing: ReadonlySet<string> = new Set();
/** The list names a sort by its column, descending with a minus; impact and outliers have one direction only. */
const shownSort = (sort: DiffSort): string => (sort === 'impact' || sort === 'outliers' ? `-${sort}` : sort);
const askedSort = (shown: string): DiffSort => {
  const name = shown.replace(/^-/, '');
  if (name === 'impact' || name === 'outliers' || name === 'sku') return name;
  return shown === '-percent' ? '-percent' : 'percent';
};

/** What a revision changes, line by line: what should be looked at twice comes first, and each can be mended in place. */
export function RevisionDiff({
  revision,
  editable,
  side,
  onWay,
}: {
  revision: Revision;
  editable: boolean;
  side: SidePanelState;
  onWay: (way: Way) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { time } = useFormats();
  const refusal = useRefusal();
  const may = useMay();
  const url = useUrlState();
  const only = onlyNames.find((each) => each === url.get('only'));
  const sort = sortNames.find((each) => each === url.get('sort')) ?? 'outliers';
  const search = url.get('search');
  const list = useList(diffQuery(revision, { only, search, sort }));
  const totals = useQuery(totalsQuery(revision)).data;
  const lines = useLines(revision);
  const rollBack = useRollBack(revision);
  const [visible, setVisible] = useColumnChoice('revision-diff');
  const narrow = useNarrow();
  const [cursor, setCursor] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [ticked, setTicked] = useState(nothing);

  const rows = list.rows ?? [];
  const { line, showLine } = side;
  const current = line ?? cursor;
  const at = rows.findIndex((row) => lineId(row) === line);
  const shown = rows[at];
  const selected = rows.filter((row) => ticked.has(lineId(row)));
  const mayRollBack = may('price.publish') && (revision.status === 'live' || revision.status === 'superseded');
  const edit = useCallback((id: string | null): void => {
    setEditing(id);
    if (id !== null) {
      setCursor(id);
      return;
    }
    // The keyboard goes back to the line whose price was typed over.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('[data-current] [data-row-link]')?.focus({ preventScroll: true });
    });
  }, []);
  const open = useCallback((id: string): void => showLine(id), [showLine]);
  const decimals = useMemo(
    () => decimalsOf((list.rows ?? []).flatMap(({ oldPrice, newPrice }) => [oldPrice, newPrice])),
    [list.rows],
  );
  const columns = useDiffColumns(editable ? lines : undefined, editing, edit, open, narrow, decimals);
  const goTo = (id: string): void => {
    setCursor(id);
    if (line !== null) showLine(id);
  };
  const neighbour = (by: number): (() => void) | undefined => {
    const next = at < 0 ? undefined : rows[at + by];
    return next && (() => goTo(lineId(next)));
  };
  const drop = (which: typeof selected): void => {
    if (which.length === 0) return;
    lines.drop.mutate(which);
    setTicked(nothing);
  };
  useHotkeys(
    { e: () => current && edit(current), Delete: () => drop(rows.filter((row) => lineId(row) === current)) },
    { enabled: editable && ticked.size === 0 },
  );
  const problem = lines.price.error ? refusal(lines.price.error) : '';
  const narrowed = only !== undefined || search !== '';
  return (
    <>
      <DiffSummary revision={revision} totals={totals} />
      <RevisionNotice revision={revision} />
      {totals && totals.conflicts > 0 && !['live', 'superseded'].includes(revision.status) && (
        <Conflicts
          count={totals.conflicts}
          lines={lines}
          editable={editable}
          onShow={() => url.set({ only: 'conflicts' })}
        />
      )}
      <RollBackRefused rollBack={rollBack} />
      {problem && <Alert meaning="danger" assertive title={problem} className="revision-notice" />}
      {revision.changeCount > 0 && (
        <DiffFilters
          url={url}
          only={only}
          search={search}
          totals={totals}
          end={
            <>
              {!narrow && <ColumnsMenu columns={columns} visible={visible} onChange={setVisible} />}
              <ExportMenu
                size="sm"
                path={exportOf(revision, { only, search, sort })}
                name={`${revision.table.name} ${revision.number}`}
              />
            </>
          }
        />
      )}
      <PageBody
        panel={
          shown ? (
            <LinePanel
              key={lineId(shown)}
              line={shown}
              revision={revision}
              lines={editable ? lines : undefined}
              onClose={side.close}
              onPrevious={neighbour(-1)}
              onNext={neighbour(1)}
              onDrop={() => drop([shown])}
              onRollBack={mayRollBack ? () => rollBack.mutate({ draft: false, lines: [shown] }) : undefined}
            />
          ) : (
            side.open && (
              <SidePanel
                label={t('revisions.facts')}
                title={<h2 className="role-subhead">{t('revisions.facts')}</h2>}
                onClose={side.close}
              >
                <PanelPart>
                  <RevisionFacts revision={revision} />
                </PanelPart>
                <PanelPart title={t('revisions.story')}>
                  <RevisionStory revision={revision} mayComment={may('price.edit') || may('price.publish')} />
                </PanelPart>
              </SidePanel>
            )
          )
        }
      >
        <DataTable
          label={t('revisions.diff.title')}
          list={list}
          columns={columns}
          rowId={lineId}
          current={current}
          onCurrent={goTo}
          onPreview={(id) => showLine(line === id ? null : id)}
          onOpen={(id) => (editable ? edit(id) : showLine(id))}
          selection={
            (editable || mayRollBack) && !narrow
              ? {
                  ids: ticked,
                  set: setTicked,
                  label: (id) => {
                    const row = rows.find((each) => lineId(each) === id);
                    return t('list.select', { name: row?.name ?? row?.sku ?? '' });
                  },
                }
              : undefined
          }
          sort={shownSort(sort)}
          onSort={(next) => url.set({ sort: askedSort(next) === 'outliers' ? null : askedSort(next) })}
          visible={narrow ? handColumns : visible}
          panelOpen={side.open}
          failed={t('revisions.diff.failed')}
          empty={
            narrowed ? (
              <EmptyState
                icon={FileDiff}
                title={t('revisions.diff.noMatch')}
                text={t('revisions.noMatchText')}
                action={<Button onClick={() => url.set({ only: null, search: null })}>{t('list.clearFilters')}</Button>}
              />
            ) : (
              <Beginning editable={editable} onWay={onWay} />
            )
          }
        />
        <BulkBar
          count={selected.length}
          onClear={() => setTicked(nothing)}
          actions={[
            ...(editable
              ? [{ label: t('revisions.line.drop'), shortcut: 'D', icon: Trash2, onSelect: () => drop(selected) }]
              : []),
            ...(mayRollBack
              ? [
                  {
                    label: t('revisions.rollBack.these'),
                    shortcut: 'B',
                    icon: RotateCcw,
                    onSelect: () => {
                      rollBack.mutate({ draft: false, lines: selected });
                      setTicked(nothing);
                    },
                  },
                  {
                    label: t('revisions.rollBack.theseDraft'),
                    shortcut: 'L',
                    onSelect: () => rollBack.mutate({ draft: true, lines: selected }),
                  },
                ]
              : []),
          ]}
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Space'], text: t('revisions.diff.look') },
          ...(editable
            ? [
                { keys: ['E'], text: t('revisions.diff.edit') },
                { keys: ['Del'], text: t('revisions.line.drop') },
              ]
            : []),
          ...(editable || mayRollBack ? [{ keys: ['X'], text: t('list.pick') }] : []),
          { keys: ['/'], text: t('list.search') },
        ]}
        end={list.updatedAt > 0 && t('list.updated', { time: time(new Date(list.updatedAt).toISOString()) })}
      />
    </>
  );
}

/** A draft that holds nothing yet: the ways to fill it. */
function Beginning({ editable, onWay }: { editable: boolean; onWay: (way: Way) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={FileDiff}
      title={t('revisions.diff.empty')}
      text={t(editable ? 'revisions.diff.emptyText' : 'revisions.diff.emptyReadText')}
      action={
        editable &&
        ways.map(({ name, icon }) => (
          <Button key={name} icon={icon} onClick={() => onWay(name)}>
            {t(`revisions.ways.${name}`)}
          </Button>
        ))
      }
    />
  );
}
