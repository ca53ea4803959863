import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormats } from '@tradeyard/app-kit';
import { classNames, Skeleton } from '@tradeyard/design-system';
import { addDays, addMonths, monthOf, type Day } from './calendar-days';
import type { Revision } from './revision-views';

const SHOWN = 3;

export interface CalendarMonthProps {
  label: string;
  weeks: readonly (readonly Day[])[];
  month: string;
  today: Day;
  /** The day with the keyboard; empty: none was chosen yet. */
  at: Day;
  byDay: ReadonlyMap<Day, readonly Revision[]>;
  busy: boolean;
  selected: string | null;
  onOpen: (id: string) => void;
  onMove: (day: Day) => void;
}

/** A month as a sheet of weeks. Arrows move from day to day, Page up and down by months, Enter goes into a day. */
export function CalendarMonth(props: CalendarMonthProps): ReactNode {
  const { label, weeks, month, today, byDay, busy, onMove } = props;
  const { i18n } = useTranslation();
  const sheet = useRef<HTMLDivElement>(null);
  const byKeyboard = useRef(false);
  const days = weeks.flat();
  const at = days.includes(props.at) ? props.at : monthOf(today) === month ? today : `${month}-01`;
  useEffect(() => {
    if (!byKeyboard.current) return;
    byKeyboard.current = false;
    sheet.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const inside = event.target !== event.currentTarget;
    if (event.key === 'Escape' && inside) {
      event.preventDefault();
      event.currentTarget.focus();
      return;
    }
    if (inside) return;
    const moves: Record<string, () => Day> = {
      ArrowLeft: () => addDays(at, -1),
      ArrowRight: () => addDays(at, 1),
      ArrowUp: () => addDays(at, -7),
      ArrowDown: () => addDays(at, 7),
      PageUp: () => addMonths(at, -1),
      PageDown: () => addMonths(at, 1),
    };
    const next = moves[event.key]?.();
    if (next) {
      event.preventDefault();
      byKeyboard.current = true;
      onMove(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>('button')?.focus();
    }
  };
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <div ref={sheet} className="calendar" role="grid" aria-label={label} aria-busy={busy || undefined}>
      <div role="row" className="calendar-head">
        {weeks[0]?.map((day) => (
          <span role="columnheader" key={day}>
            {weekday.format(new Date(`${day}T00:00:00Z`))}
          </span>
        ))}
      </div>
      {weeks.map((week) => (
        <div role="row" className="calendar-week" key={week[0]}>
          {week.map((day) => (
            <DayCell key={day} {...props} day={day} at={at} revisions={byDay.get(day) ?? []} onKeyDown={onKeyDown} />
          ))}
        </div>
      ))}
    </div>
  );
}

function DayCell({
  day,
  at,
  month,
  today,
  busy,
  revisions,
  selected,
  onOpen,
  onMove,
  onKeyDown,
}: CalendarMonthProps & {
  day: Day;
  revisions: readonly Revision[];
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { date, time } = useFormats();
  const more = revisions.length - SHOWN;
  return (
    <div
      role="gridcell"
      tabIndex={day === at ? 0 : -1}
      data-day={day}
      aria-current={day === today ? 'date' : undefined}
      aria-label={`${date(day)}, ${t('revisions.calendar.onDay', { count: revisions.length })}`}
      className={classNames('calendar-day', monthOf(day) !== month && 'other', day === today && 'today')}
      onKeyDown={onKeyDown}
      onClick={(event) => event.target === event.currentTarget && onMove(day)}
    >
      <span className="number" aria-hidden="true">
        {Number(day.slice(8))}
      </span>
      {busy ? (
        <Skeleton width="70%" height={12} />
      ) : (
        revisions.slice(0, more === 1 ? SHOWN + 1 : SHOWN).map((revision) => (
          <button
            type="button"
            key={revision.id}
            tabIndex={day === at ? 0 : -1}
            className={classNames('calendar-item', revision.status)}
            aria-pressed={revision.id === selected}
            onClick={() => onOpen(revision.id)}
          >
            <b>{time(revision.liveAt ?? revision.goesLiveAt ?? revision.createdAt)}</b>
            <span className="ell">
              {revision.table.name} {revision.number}
              {revision.name && ` · ${revision.name}`}
            </span>
            <span className="sr">, {t(`revisions.status.${revision.status}`)}</span>
          </button>
        ))
      )}
      {!busy && more > 1 && <AllOfDay day={day} more={more} focusable={day === at} />}
    </div>
  );
}

/** More than fits into a day's cell stands in the agenda. */
function AllOfDay({ day, more, focusable }: { day: Day; more: number; focusable: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <Link
      className="calendar-more"
      tabIndex={focusable ? 0 : -1}
      to={`/prices/calendar?look=agenda&month=${monthOf(day)}#${day}`}
    >
      {t('revisions.calendar.more', { count: more })}
    </Link>
  );
}
