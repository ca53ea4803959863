import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { err, ok, type Result } from '../../shared/result.js';
import { LocalTimes, type LocalTimeSkipped } from '../application/revision-ports.js';

/** Local times by the time-zone database that the runtime carries. */
@Injectable()
export class TemporalLocalTimes extends LocalTimes {
  instantOf(local: string, timeZone: string): Result<Date, LocalTimeSkipped> {
    const wanted = Temporal.PlainDateTime.from(local);
    const moment = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
    if (moment.toPlainDateTime().equals(wanted)) return ok(new Date(moment.epochMilliseconds));
    // In a gap the earlier reading lies before the clocks jump.
    const jump = moment.getTimeZoneTransition('next');
    if (!jump) throw new Error(`${timeZone} skips ${local} without ever changing its clocks`);
    return err({
      code: 'revision.local_time_skipped',
      before: clockOf(jump.subtract({ minutes: 1 })),
      after: clockOf(jump),
    });
  }

  startOf(day: string, timeZone: string): Date {
    return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
  }

  dayBeginningAt(instant: Date, timeZone: string): string | null {
    const moment = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
    return moment.equals(moment.startOfDay()) ? moment.toPlainDate().toString() : null;
  }
}

const clockOf = (moment: Temporal.ZonedDateTime): string =>
  moment.toPlainDateTime().toString({ smallestUnit: 'minute' });
