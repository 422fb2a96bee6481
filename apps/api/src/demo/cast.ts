import type { Role } from '@assay/access';
import { Viewer } from '../platform/access/viewer.js';
import type { InventedPerson } from './invented-people.js';
import { numberOf } from './wording.js';

/** The invented people once they exist: each can act, at any time, in the transaction that fills the organisation. */
export class Cast {
  private readonly ids = new Map<string, string>();
  private readonly people = new Map<string, InventedPerson>();

  constructor(readonly system: Viewer) {}

  join(person: InventedPerson, id: string): void {
    this.people.set(person.key, person);
    this.ids.set(person.key, id);
  }

  idOf(key: string): string {
    const id = this.ids.get(key);
    if (!id) throw new Error(`Nobody is called ${key}.`);
    return id;
  }

  person(key: string): InventedPerson {
    const person = this.people.get(key);
    if (!person) throw new Error(`Nobody is called ${key}.`);
    return person;
  }

  /** A fresh viewer each time: what one act changes, the next one reads anew. */
  as(key: string, now: Date = this.system.now): Viewer {
    const reports = [...this.people.values()].filter((each) => each.manager === key);
    const roles: Role[] = ['EMPLOYEE', ...(this.person(key).roles ?? [])];
    if (reports.length > 0) roles.push('MANAGER');
    const known = {
      personId: this.idOf(key),
      held: roles.map((role) => ({ role, unitIds: null, achievementId: null })),
      reportIds: reports.map((each) => this.idOf(each.key)),
      unitsOf: () => Promise.resolve(new Map<string, string[]>()),
    };
    return Viewer.person(known, this.system.tx, now);
  }
}

const DAY = 24 * 60 * 60 * 1000;
const OFFICE_OPENS = 7;
const OFFICE_MINUTES = 10 * 60;

export function daysBefore(time: Date, days: number): Date {
  return new Date(time.getTime() - days * DAY);
}

export function daysAfter(time: Date, days: number): Date {
  return daysBefore(time, -days);
}

/** The same day as `daysBefore`, at an hour and minute of office hours that belong to the word; never after now. */
export function officeHour(now: Date, days: number, word: string): Date {
  const at = daysBefore(now, days);
  const minutes = numberOf(word) % OFFICE_MINUTES;
  at.setUTCHours(OFFICE_OPENS, minutes, minutes % 60, 0);
  return at > now ? daysBefore(now, days) : at;
}
