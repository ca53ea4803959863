import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, Cell, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormats } from '@tradeyard/app-kit';
import type { OpenWork } from '../../shared/open-work.queries';

/** Revenue week by week; the running week is lighter, since it is not over. The table beside it says the same in figures. */
export default function RevenueChart({ weeks }: { weeks: OpenWork['revenueByWeek'] }): ReactNode {
  const { t, i18n } = useTranslation();
  const { summary, money, date } = useFormats();
  const [still] = useState(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  const short = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const label = t('dashboard.chartLabel', {
    count: weeks.length,
    last: money(weeks.at(-1)?.total ?? '0'),
    before: money(weeks.at(-2)?.total ?? '0'),
  });
  return (
    <div role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={260}>
        <BarChart
          // Bars need numbers; what people read is formatted from the exact text.
          data={weeks.map((week) => ({ ...week, height: Number(week.total) }))}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="weekStart"
            tickFormatter={(week: string) => short.format(new Date(week))}
            tick={{ fill: 'var(--text-muted)', fontSize: 11 }}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-control)' }}
          />
          <YAxis
            width={72}
            tickFormatter={(amount: number) => summary(String(amount))}
            tick={{ fill: 'var(--text-muted)', fontSize: 11 }}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const week = payload?.[0]?.payload as OpenWork['revenueByWeek'][number] | undefined;
              return active && week ? (
                <div className="pop pop-body">
                  <b>{money(week.total)}</b>
                  <div className="small muted">
                    {t('dashboard.weekOf', { date: date(week.weekStart) })}
                    {' · '}
                    {t('dashboard.ordersIn', { count: week.orders })}
                  </div>
                </div>
              ) : null;
            }}
          />
          <Bar dataKey="height" maxBarSize={44} isAnimationActive={!still} radius={[2, 2, 0, 0]}>
            {weeks.map(({ weekStart }, index) => (
              <Cell key={weekStart} fill={index === weeks.length - 1 ? 'var(--brand-line)' : 'var(--brand-solid)'} />
            ))}
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
