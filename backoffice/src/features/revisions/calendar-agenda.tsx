import type { ReactNode } from 'react';
import { CalendarDays } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@tradeyard/app-kit';
import { Badge, EmptyState } from '@tradeyard/design-system';
import { monthOf, type Day } from './calendar-days';
import { RevisionState } from './revision-state';
import type { Revision } from './revision-views';
import { TableName } from './table-name';

/** A month as a list of the days on which prices go live. */
export function CalendarAgenda({
  byDay,
  month,
  today,
  selected,
  onOpen,
}: {
  byDay: ReadonlyMap<Day, readonly Revision[]>;
  month: string;
  today: Day;
  selected: string | null;
  onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { date, time } = useFormats();
  const days = [...byDay].filter(([day]) => monthOf(day) === month).sort(([one], [other]) => (one < other ? -1 : 1));
  if (days.length === 0)
    return (
      <EmptyState icon={CalendarDays} title={t('revisions.calendar.empty')} text={t('revisions.calendar.emptyText')} />
    );
  return (
    <div className="agenda" tabIndex={0} role="group" aria-label={t('revisions.calendar.looks.agenda')}>
      {days.map(([day, revisions]) => (
        <section key={day} id={day} aria-label={date(day)}>
          <h3>
            {date(day)}
            {day === today && <Badge meaning="brand">{t('revisions.calendar.today')}</Badge>}
          </h3>
          <ul>
            {revisions.map((revision) => (
              <li key={revision.id}>
                <button type="button" aria-pressed={revision.id === selected} onClick={() => onOpen(revision.id)}>
                  <b className="nowrap">{time(revision.liveAt ?? revision.goesLiveAt ?? revision.createdAt)}</b>
                  <TableName table={revision.table} />
                  <span className="ell grow">
                    {t('revisions.number', { number: revision.number })}
                    {revision.name && ` ${revision.name}`}
                    <span className="muted"> · {t('revisions.changeCount', { count: revision.changeCount })}</span>
                  </span>
                  <RevisionState status={revision.status} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
