import { Injectable } from '@nestjs/common';
import { afterWorkingDays } from './working-calendar.rules.js';

/** The organisation's working days, for features above that have deadlines of their own. */
@Injectable()
export class WorkingCalendarService {
  /** The end of the n-th working day after a moment. */
  after(from: Date, days: number): Date {
    return afterWorkingDays(from, days);
  }
}
