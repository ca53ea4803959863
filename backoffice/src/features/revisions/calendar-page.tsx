import { useMemo, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LoadFailed, PageTitle, useDelayed, useFormats, useTenant } from '@tradeyard/app-kit';
import { Button, IconButton, Segmented, SkeletonRows, useHotkeys } from '@tradeyard/design-system';
import { BackLink, FilterBar, PageBody, PageHeader, PageKeys } from '../../shared/list/page-frame';
import { useSelected, useUrlState } from '../../shared/list/use-url-state';
import { CalendarAgenda } from './calendar-agenda';
import { addDays, addMonths, dayIn, firstWeekdayOf, monthOf, startOfDay, weeksOf, zoneName } from './calendar-days';
import { CalendarMonth } from './calendar-month';
import { RevisionPanel } from './revision-panel';
import { calendarQuery } from './revisions.queries';
import type { Revision } from './revision-views';
import './revisions.css';

const looks = ['month', 'agenda'] as const;
const shownStatuses = new Set<Revision['status']>([
  'scheduled',
  'live',
  'superseded',
  'approved',
  'submitted',
  'draft',
]);

/** When prices go live, month by month, in the store's own time; what is not live yet can be withdrawn from here. */
export default function CalendarPage(): ReactNode {
  const { t, i18n } = useTranslation();
  const { day } = useFormats();
  const { timeZone, locale } = useTenant();
  const url = useUrlState();
  const selected = useSelected();
  const today = day();
  const look = looks.find((each) => each === url.get('look')) ?? 'month';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(url.get('month')) ? url.get('month') : monthOf(today);
  const weeks = useMemo(() => weeksOf(month, firstWeekdayOf(locale)), [month, locale]);
  const [first, last] = [weeks[0]?.[0] ?? `${month}-01`, weeks.at(-1)?.[6] ?? `${month}-28`];
  const [from, to] = useMemo(
    () => [startOfDay(first, timeZone), startOfDay(addDays(last, 1), timeZone)],
    [first, last, timeZone],
  );
  const found = useQuery(calendarQuery(from, to));
  const waiting = useDelayed(found.isPending);
  const revisions = useMemo(() => found.data?.filter(({ status }) => shownStatuses.has(status)), [found.data]);
  const byDay = useMemo(() => {
    const inZone = dayIn(timeZone);
    const days = new Map<string, Revision[]>();
    for (const revision of revisions ?? []) {
      const at = revision.liveAt ?? revision.goesLiveAt;
      if (at) days.set(inZone(at), [...(days.get(inZone(at)) ?? []), revision]);
    }
    return days;
  }, [revisions, timeZone]);
  const go = (months: number): void => {
    const next = monthOf(addMonths(`${month}-01`, months));
    url.set({ month: next === monthOf(today) ? null : next, day: null });
  };
  useHotkeys({ n: () => go(1), p: () => go(-1), t: () => url.set({ month: null, day: today }) });
  const shown = revisions?.find(({ id }) => id === selected.id);
  const [year = '', number = '1'] = month.split('-');
  const title = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(Number(year), Number(number) - 1, 1),
  );
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = zoneName(timeZone, i18n.language);
  return (
    <>
      <PageHeader
        title={
          <>
            <BackLink to="/prices/revisions" label={t('revisions.back')} />
            <PageTitle name={t('revisions.calendar.title')} />
          </>
        }
        actions={
          <Segmented
            aria-label={t('revisions.calendar.look')}
            value={look}
            onChange={(next) => url.set({ look: next === 'month' ? null : next })}
            items={looks.map((value) => ({ value, label: t(`revisions.calendar.looks.${value}`) }))}
          />
        }
      />
      <FilterBar
        label={t('revisions.calendar.which')}
        end={
          <span className="muted" title={timeZone}>
            {own === timeZone
              ? t('revisions.calendar.zone', { zone })
              : t('revisions.calendar.otherZone', { zone, own: zoneName(own, i18n.language) })}
          </span>
        }
      >
        <IconButton
          size="sm"
          icon={ChevronLeft}
          label={t('revisions.calendar.previous')}
          shortcut="P"
          onClick={() => go(-1)}
        />
        <h2 className="calendar-title" aria-live="polite">
          {title}
        </h2>
        <IconButton
          size="sm"
          icon={ChevronRight}
          label={t('revisions.calendar.next')}
          shortcut="N"
          onClick={() => go(1)}
        />
        <Button size="sm" onClick={() => url.set({ month: null, day: today })}>
          {t('revisions.calendar.today')}
        </Button>
      </FilterBar>
      <PageBody
        panel={shown && <RevisionPanel key={shown.id} revision={shown} onClose={selected.close} />}
        className="calendar-body"
      >
        {found.isError && !found.data ? (
          <LoadFailed
            error={found.error}
            title={t('revisions.calendar.failed')}
            retrying={found.isFetching}
            onRetry={() => void found.refetch()}
          />
        ) : look === 'agenda' ? (
          revisions ? (
            <CalendarAgenda byDay={byDay} month={month} today={today} selected={selected.id} onOpen={selected.open} />
          ) : (
            waiting && <SkeletonRows rows={8} columns={['120px', '60px', '1fr']} />
          )
        ) : (
          <CalendarMonth
            label={title}
            weeks={weeks}
            month={month}
            today={today}
            at={url.get('day')}
            byDay={byDay}
            busy={!revisions}
            selected={selected.id}
            onOpen={selected.open}
            onMove={(next) =>
              url.set({ day: next, month: monthOf(next) === monthOf(today) ? null : monthOf(next) }, { replace: true })
            }
          />
        )}
      </PageBody>
      <PageKeys
        items={[
          { keys: ['N', 'P'], text: t('revisions.calendar.months') },
          { keys: ['T'], text: t('revisions.calendar.today') },
          ...(look === 'month'
            ? [
                { keys: ['←', '→', '↑', '↓'], text: t('revisions.calendar.days') },
                { keys: ['Enter'], text: t('list.open') },
              ]
            : []),
        ]}
      />
    </>
  );
}
