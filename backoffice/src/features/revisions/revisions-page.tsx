import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CalendarDays, FileDiff, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { PageTitle, useFormats } from '@tradeyard/app-kit';
import { Button, EmptyState, Kbd, useHotkeys } from '@tradeyard/design-system';
import { useColumnChoice } from '../../shared/list/columns';
import { ColumnsMenu } from '../../shared/list/columns-menu';
import { DataTable } from '../../shared/list/data-table';
import { FilterBar, PageBody, PageHeader, PageKeys, Views } from '../../shared/list/page-frame';
import { SearchBox } from '../../shared/list/search-box';
import { useList } from '../../shared/list/use-list';
import { useSelected, useUrlState } from '../../shared/list/use-url-state';
import { waitingRevisionsQuery } from '../../shared/open-work.queries';
import { useMay } from '../../shared/session';
import { countOf, filterOf, viewNames, viewOf, type ViewName } from './list-views';
import { NewRevisionDialog } from './new-revision-dialog';
import { useRevisionColumns } from './revision-columns';
import { RevisionPanel } from './revision-panel';
import { revisionListQuery } from './revisions.queries';
import { pathOf } from './revision-views';
import './revisions.css';

const NEW_KEY = 'N';

/** Changes to prices of every table: what waits for whom, what comes, what went live. */
export default function RevisionsPage(): ReactNode {
  const { t } = useTranslation();
  const { time } = useFormats();
  const may = useMay();
  const navigate = useNavigate();
  const url = useUrlState();
  const panel = useSelected();
  const [cursor, setCursor] = useState<string | null>(null);
  const [beginning, setBeginning] = useState(false);
  const view = viewOf(url.get('view'), may('price.publish'));
  const search = url.get('search');
  const list = useList(revisionListQuery(filterOf(view, search)));
  const waiting = useQuery(waitingRevisionsQuery);
  const columns = useRevisionColumns(view);
  const [visible, setVisible] = useColumnChoice('revisions');
  const mayEdit = may('price.edit');
  useHotkeys({ n: () => setBeginning(true) }, { enabled: mayEdit && !beginning });

  const rows = list.rows ?? [];
  const at = rows.findIndex(({ id }) => id === panel.id);
  const shown = rows[at];
  const goTo = (id: string): void => {
    setCursor(id);
    if (panel.id) panel.open(id);
  };
  const open = (id: string): void => {
    const revision = rows.find((each) => each.id === id);
    if (revision) void navigate(pathOf(revision));
  };
  const neighbour = (by: number): (() => void) | undefined => {
    const next = at < 0 ? undefined : rows[at + by];
    return next && (() => goTo(next.id));
  };
  return (
    <>
      <PageHeader
        title={<PageTitle name={t('revisions.title')} />}
        views={
          <Views
            label={t('list.views')}
            items={viewNames.map((each) => ({
              to: `/prices/revisions?${new URLSearchParams({ view: each, ...(search && { search }) }).toString()}`,
              label: t(`revisions.views.${each}`),
              count: each === 'waiting' ? waiting.data : countOf(each, list.facets),
              current: each === view,
            }))}
          />
        }
        actions={
          <>
            <Button asChild>
              <Link to="/prices/calendar">
                <CalendarDays className="i" />
                {t('revisions.calendar.title')}
              </Link>
            </Button>
            {mayEdit && (
              <Button variant="primary" icon={Plus} onClick={() => setBeginning(true)}>
                {t('revisions.begin.title')} <Kbd>{NEW_KEY}</Kbd>
              </Button>
            )}
          </>
        }
      />
      <FilterBar
        label={t('list.filters')}
        end={
          <>
            {list.rows && <span className="muted">{t('revisions.count', { count: list.total })}</span>}
            <ColumnsMenu columns={columns} visible={visible} onChange={setVisible} />
          </>
        }
      >
        <SearchBox
          label={t('revisions.search')}
          value={search}
          onSearch={(text) => url.set({ search: text }, { replace: true })}
        />
      </FilterBar>
      <PageBody
        panel={
          shown && (
            <RevisionPanel
              key={shown.id}
              revision={shown}
              onClose={panel.close}
              onPrevious={neighbour(-1)}
              onNext={neighbour(1)}
            />
          )
        }
      >
        <DataTable
          label={t('revisions.title')}
          list={list}
          columns={columns}
          rowId={({ id }) => id}
          current={panel.id ?? cursor}
          onCurrent={goTo}
          onPreview={(id) => (panel.id === id ? panel.close() : panel.open(id))}
          onOpen={open}
          visible={visible}
          panelOpen={shown !== undefined}
          failed={t('revisions.failed')}
          empty={<Nothing view={view} search={search} onClear={() => url.set({ search: null })} />}
        />
      </PageBody>
      <PageKeys
        items={[
          { keys: ['J', 'K'], text: t('list.move') },
          { keys: ['Space'], text: t('list.preview') },
          { keys: ['Enter'], text: t('list.open') },
          { keys: ['/'], text: t('list.search') },
          ...(mayEdit ? [{ keys: [NEW_KEY], text: t('revisions.begin.title') }] : []),
        ]}
        end={list.updatedAt > 0 && t('list.updated', { time: time(new Date(list.updatedAt).toISOString()) })}
      />
      {beginning && <NewRevisionDialog onClose={() => setBeginning(false)} />}
    </>
  );
}

function Nothing({ view, search, onClear }: { view: ViewName; search: string; onClear: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={FileDiff}
      title={t(search ? 'revisions.noMatch' : `revisions.empty.${view}`)}
      text={t(search ? 'revisions.noMatchText' : `revisions.empty.${view}Text`)}
      action={search && <Button onClick={onClear}>{t('list.clearFilters')}</Button>}
    />
  );
}
