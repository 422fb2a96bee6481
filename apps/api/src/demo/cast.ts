import type { Role } from '@assay/access';
import { Viewer } from '../platform/access/viewer.js';
import type { InventedPerson } from './invented-people.js';

/** The invented people once they exist: each can act, at any time, in the transaction that fills the organisation. */
export class Cast {
  private readonly ids = new Map<string, string>();
  private readonly people = new Map<string, InventedPerson>();

  constructor(private readonly system: Viewer) {}

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
    const known = { personId: this.idOf(key), roles, reportIds: reports.map((each) => this.idOf(each.key)) };
    return Viewer.person(known, this.system.tx, now);
  }
}

const DAY = 24 * 60 * 60 * 1000;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY);
}
